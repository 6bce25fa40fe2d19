import { type DestinationStream, type Logger, pino } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LoggingOptions {
  level: LogLevel;
  /** Where lines go; standard output unless said otherwise. */
  destination?: DestinationStream;
}

/**
 * Lines of JSON. Whatever is logged, however deep inside an error of some library, leaves without anything one could
 * call Slack with: the finished line is searched, not chosen fields.
 */
export function createLogger({ level, destination }: LoggingOptions): Logger {
  const options = { level, hooks: { streamWrite: withoutSecrets } };
  return destination ? pino(options, destination) : pino(options);
}

const SECRETS: readonly [RegExp, string][] = [
  [/\bxox[a-z](?:\.xox[a-z])?-[\w-]+/g, '[token]'],
  [/\bxapp-[\w-]+/g, '[token]'],
  [/\btl_[0-9a-f]{16}_[\w-]+/g, '[token]'],
  [/(https:\/\/hooks\.slack\.com\/)[^\s"\\]+/g, '$1[secret]'],
  [/(\bticket=)[^&\s"\\]+/g, '$1[secret]'],
  [/(\bpostgres(?:ql)?:\/\/[^:@/\s"]*:)[^@\s"]+(?=@)/g, '$1[password]'],
];

export function withoutSecrets(line: string): string {
  return SECRETS.reduce((clean, [secret, mask]) => clean.replace(secret, mask), line);
}
