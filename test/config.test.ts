import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { configVariables } from '../src/config-variables.ts';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' };
const signingSecret = '0123456789abcdef0123456789abcdef';

function problemsOf(env: Record<string, string>) {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('a configuration that works', () => {
  test('two tokens are enough', () => {
    expect(readConfig(socket)).toEqual({
      slack: {
        botToken: 'xoxb-1-secret',
        apiUrl: 'https://slack.com/api/',
        connection: { mode: 'socket', appToken: 'xapp-1-secret' },
      },
      messagesPerSecond: 5,
      port: 3000,
      database: { kind: 'embedded', directory: './data' },
      logLevel: 'info',
    });
  });

  test('a signing secret means HTTP, a database URL a server', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: 'xoxb-1-secret',
      SLACK_SIGNING_SECRET: signingSecret,
      DATABASE_URL: 'postgres://u:p@db/throughline',
      PORT: '8080',
      LOG_LEVEL: 'debug',
      SLACK_API_URL: 'http://127.0.0.1:4000/api/',
    });
    expect(config).toMatchObject({
      slack: { connection: { mode: 'http', signingSecret }, apiUrl: 'http://127.0.0.1:4000/api/' },
      port: 8080,
      database: { kind: 'server', url: 'postgres://u:p@db/throughline' },
      logLevel: 'debug',
    });
  });

  test('pasted spaces and empty variables do no harm', () => {
    const config = readConfig({ ...socket, SLACK_BOT_TOKEN: ' xoxb-1-secret\n', SLACK_SIGNING_SECRET: '', PORT: ' ' });
    expect(config.slack.botToken).toBe('xoxb-1-secret');
    expect(config.port).toBe(3000);
  });

  test('what is not ours is not read', () => {
    expect(readConfig({ ...socket, HOME: '/root' })).toEqual(readConfig(socket));
  });
});

describe('a configuration that does not', () => {
  test('every problem is told at once', () => {
    const error = problemsOf({
      SLACK_APP_TOKEN: 'xoxb-9',
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      SLACK_API_URL: 'http://a.b',
    });
    expect(error.problems.map((problem) => problem.name)).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_API_URL',
      'PORT',
      'LOG_LEVEL',
    ]);
    expect(error.message).toContain('SLACK_BOT_TOKEN: found nothing, expected a bot token; it begins with xoxb-');
    expect(error.message).toContain('PORT: found "eighty", expected a port, 0 to 65535');
  });

  test.each<[string, Record<string, string>, string, string]>([
    [
      'the two tokens exchanged',
      { SLACK_BOT_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN',
      '6 characters beginning with xapp- (hidden)',
    ],
    ['the example not filled in', { SLACK_BOT_TOKEN: 'xoxb-...' }, 'SLACK_BOT_TOKEN', 'the example, not filled in yet'],
    ['a user token', { SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN', '6 characters beginning with xoxp- (hidden)'],
    [
      'both ways to connect',
      { SLACK_SIGNING_SECRET: signingSecret },
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
      'both',
    ],
    ['no way to connect', { SLACK_APP_TOKEN: '' }, 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET', 'neither'],
    ['http to somewhere else', { SLACK_API_URL: 'http://slack.example' }, 'SLACK_API_URL', '"http://slack.example"'],
    ['a file for a URL', { SLACK_API_URL: 'file:///etc' }, 'SLACK_API_URL', '"file:///etc"'],
    ['no URL', { SLACK_API_URL: 'slack' }, 'SLACK_API_URL', '"slack"'],
    ['a port too high', { PORT: '65536' }, 'PORT', '"65536"'],
    ['another database', { DATABASE_URL: 'mysql://u:hunter2@db/a' }, 'DATABASE_URL', '22 characters (hidden)'],
    ['a server without a database', { DATABASE_URL: 'postgres://db' }, 'DATABASE_URL', '13 characters (hidden)'],
  ])('%s', (_name, env, name, found) => {
    expect(problemsOf({ ...socket, ...env }).problems).toMatchObject([{ name, found }]);
  });

  test('no secret is printed', () => {
    const { message } = problemsOf({
      SLACK_BOT_TOKEN: 'xoxp-hunter2',
      SLACK_APP_TOKEN: 'hunter2',
      SLACK_SIGNING_SECRET: 'hunter2',
      DATABASE_URL: 'hunter2',
    });
    expect(message).not.toContain('hunter2');
    expect(message.split('\n')).toHaveLength(6);
  });
});

test('.env.example names every variable with its meaning, and no other', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  for (const variable of configVariables) {
    expect(example).toContain(`# ${variable.meaning}\n`);
    expect(example).toContain(`${variable.name}=${variable.example}\n`);
  }
  const named = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.toSorted()).toEqual(configVariables.map(({ name }) => name).toSorted());
});
