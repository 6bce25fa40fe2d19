import { LogLevel } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../src/platform/logging.ts';
import { createBoltLogger } from '../../src/platform/slack/bolt-logger.ts';

function logTo(level: 'info' | 'trace' = 'info') {
  const lines: string[] = [];
  const logger = createLogger({ level, destination: { write: (line) => void lines.push(line) } });
  return { logger, lines, parsed: () => lines.map((line) => JSON.parse(line)) };
}

describe('secrets do not leave', () => {
  test.each([
    ['a bot token', 'token xoxb-123-abc-DEF used', 'token [token] used'],
    ['a rotated token', 'xoxe.xoxb-1-Mi0yLTEx', '[token]'],
    ['an app token', 'xapp-1-A0-1-f00d', '[token]'],
    ['a source token', 'tl_0123456789abcdef_abc-DEF_1', '[token]'],
    [
      'a response URL',
      'POST https://hooks.slack.com/commands/T1/2/s3cret failed',
      'POST https://hooks.slack.com/[secret] failed',
    ],
    [
      'a socket ticket',
      'wss://wss.slack.com/link/?ticket=abc-1&app_id=d',
      'wss://wss.slack.com/link/?ticket=[secret]&app_id=d',
    ],
    ['a database password', 'postgresql://bot:hunter2@db:5432/t', 'postgresql://bot:[password]@db:5432/t'],
  ])('%s', (_name, words, clean) => {
    const { logger, parsed } = logTo();
    logger.info({ deep: { inside: [words] } }, words);
    expect(parsed()).toMatchObject([{ deep: { inside: [clean] }, msg: clean }]);
  });

  test('not even from inside an error', () => {
    const { logger, lines, parsed } = logTo();
    logger.error({ err: new Error('Bearer xoxb-1-2', { cause: new Error('xapp-1-2') }) }, 'failed');
    expect(lines.join()).not.toMatch(/xoxb-1|xapp-1/);
    expect(parsed()[0].err.message).toContain('[token]');
  });
});

describe('what Bolt logs', () => {
  test('comes at its level, in one line, with the error as an error', () => {
    const { logger, parsed } = logTo();
    const bolt = createBoltLogger(logger);
    bolt.warn('slow', 3, { a: 1 });
    bolt.error('broken', new Error('away'));
    bolt.error(new Error('alone'));
    expect(parsed()).toMatchObject([
      { level: 40, msg: 'slow 3 [object Object]' },
      { level: 50, msg: 'broken', err: { message: 'away' } },
      { level: 50, msg: 'alone', err: { message: 'alone' } },
    ]);
  });

  test('payloads, which it prints at debug, are not ours to keep', () => {
    const { logger, lines } = logTo();
    const bolt = createBoltLogger(logger);
    bolt.setLevel(LogLevel.DEBUG);
    bolt.debug('my private words');
    expect(bolt.getLevel()).toBe(LogLevel.INFO);
    expect(lines).toEqual([]);
  });

  test('unless someone asks for a trace', () => {
    const { logger, lines } = logTo('trace');
    const bolt = createBoltLogger(logger);
    bolt.debug('the payload');
    expect(bolt.getLevel()).toBe(LogLevel.DEBUG);
    expect(lines).toHaveLength(1);
  });
});
