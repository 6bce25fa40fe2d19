import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyDatabase, freshDatabase } from '../setup/fresh-database.ts';
import { run } from './run-command-line.ts';
import { environmentFor, slackOfTheExample } from './slack-for-commands.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest/socket-mode.json', import.meta.url), 'utf8'));
const scopes: string[] = manifest.oauth_config.scopes.bot;
const example = join(import.meta.dirname, '../../throughline.example.yaml');

it('finds everything well, but for what may be meant so', async () => {
  const slack = await slackOfTheExample();
  const { url } = await freshDatabase();
  await run(['apply', example], environmentFor(slack, url));

  const { code, said } = await run(['doctor'], environmentFor(slack, url));

  expect(said.split('\n')).toEqual([
    expect.stringMatching(/^ok {7}Node: v2\d/),
    'ok       Configuration: Socket Mode, PostgreSQL server',
    'ok       Database: reached',
    expect.stringMatching(/^ok {7}Migrations: \d+ made$/),
    expect.stringMatching(/^ok {7}Bot token: throughline in Acme \(T\w+\)$/),
    `ok       Scopes: all ${scopes.length} granted`,
    'ok       App token: opens connections',
    'ok       Workspace file: 2 teams, 1 cadence, 5 members, 4 reviews',
    'ok       Channel of support: the bot is in #customer-support',
    'ok       Channel of lessons: the bot is in #customer-support',
    'ok       Members: all are active in Slack',
    'ok       Members: all have a role',
    'ok       Members: all have a manager',
    'ok       Members: all have a time zone',
    'No problem found.',
  ]);
  expect(code).toBe(0);
});

it('says of each thing that is wrong what to do', async () => {
  const granted = ['commands', 'channels:read', 'groups:read', 'users:read', 'users:read.email'];
  const slack = await slackOfTheExample(granted);
  const { db, url } = await freshDatabase();
  await run(['apply', example], environmentFor(slack, url));
  slack.removeBot('customer-support');
  await db.member.updateMany({ where: { name: 'ana' }, data: { timeZone: 'Etc/UTC', managerId: null } });
  await db.member.updateMany({ where: { name: 'bo' }, data: { deactivatedAt: new Date('2026-03-01T00:00:00Z') } });

  const { code, said } = await run(['doctor'], { ...environmentFor(slack, url), SLACK_APP_TOKEN: 'xapp-wrong' });

  expect(code).toBe(1);
  expect(said).toContain(
    `PROBLEM  Scopes: Missing ${scopes.filter((scope) => !granted.includes(scope)).join(', ')}: add them`,
  );
  expect(said).toContain('PROBLEM  App token: Give SLACK_APP_TOKEN an app-level token with connections:write');
  for (const of of ['support', 'lessons'])
    expect(said).toContain(`PROBLEM  Channel of ${of}: The bot is not in #customer-support; type there: /invite`);
  expect(said).toContain('PROBLEM  Members: Deactivated in Slack: bo. Take them out of the workspace file.');
  expect(said).toContain('hint     Members: Without a manager, so nobody sees their progress but they: ana.');
  expect(said).toContain('hint     Members: Without a time zone in Slack, so asked at UTC hours: ana.');
  expect(said).toMatch(/\n5 to mend\.$/);
});

it('asks for a workspace file where none is in force', async () => {
  const slack = await slackOfTheExample();
  const { url } = await freshDatabase();
  const { code, said } = await run(['doctor', '--json'], environmentFor(slack, url));
  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    problems: 1,
    findings: expect.arrayContaining([
      { check: 'Workspace file', status: 'problem', says: expect.stringContaining('npm run cli -- apply') },
    ]),
  });
});

it('leaves the migrations to the service', async () => {
  const slack = await slackOfTheExample();
  const { code, said } = await run(['doctor'], environmentFor(slack, await emptyDatabase()));
  expect(said).toMatch(/hint {5}Migrations: \d+ to make; the next start of the service, or `apply`, makes them\./);
  expect(said).toContain('skipped  Workspace file: after the database');
  expect(code).toBe(0);
});

it('tells all that is wrong with the configuration, and nothing that hangs on it', async () => {
  const { code, said } = await run(['doctor'], { SLACK_BOT_TOKEN: 'xapp-not-a-bot' });
  expect(code).toBe(1);
  expect(said).toContain('PROBLEM  Configuration: Set SLACK_BOT_TOKEN: a bot token; it begins with xoxb-. Found');
  expect(said).toContain('PROBLEM  Configuration: Set SLACK_APP_TOKEN or SLACK_SIGNING_SECRET: exactly one');
  expect(said).toContain('skipped  Everything else: after the configuration');
  expect(said).not.toContain('not-a-bot');
});

it('goes on to Slack when the database cannot be reached', async () => {
  const slack = await slackOfTheExample();
  const { code, said } = await run(['doctor'], environmentFor(slack, 'postgresql://x:y@127.0.0.1:1/x'));
  expect(code).toBe(1);
  expect(said).toContain('PROBLEM  Database: The database could not be reached (connect ECONNREFUSED 127.0.0.1:1).');
  expect(said).toContain('ok       Bot token: throughline in Acme');
});

it('goes on to the database when Slack refuses the token', async () => {
  const slack = await slackOfTheExample();
  const { url } = await freshDatabase();
  const { said } = await run(['doctor'], { ...environmentFor(slack, url), SLACK_BOT_TOKEN: 'xoxb-wrong' });
  expect(said).toContain('ok       Database: reached');
  expect(said).toContain('PROBLEM  Bot token: Slack refused with "invalid_auth".');
  expect(said).toContain('skipped  Workspace file: after the bot token');
});
