import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Lets Bolt and its clients write to our log. At their debug level they print whole payloads: what people typed, and
 * tokens. That is `trace` here, which nobody runs in production, and it is told to be off unless it is on.
 */
export function createBoltLogger(logger: Logger): SlackLogger {
  const level = logger.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO;
  return {
    debug: (...parts) => logger.trace(inOneLine(parts)),
    info: (...parts) => logger.info(inOneLine(parts)),
    warn: (...parts) => logger.warn(inOneLine(parts)),
    error: (...parts) => {
      const err = parts.find((part) => part instanceof Error);
      logger.error({ err }, inOneLine(parts.filter((part) => part !== err)) || err?.message);
    },
    getLevel: () => level,
    // Bolt sets its own default; the level is decided by our configuration.
    setLevel: () => {},
    setName: () => {},
  };
}

function inOneLine(parts: unknown[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : String(part))).join(' ');
}
