import { spawn } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { findEmbeddedPostgres } from '../../src/platform/storage/find-embedded-postgres.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { emptyDatabase, freshDatabase } from '../setup/fresh-database.ts';
import { temporaryFolder } from '../setup/temporary-folder.ts';
import { run } from './run-command-line.ts';
import { environmentFor, slackOfTheExample } from './slack-for-commands.ts';

const root = join(import.meta.dirname, '../..');

let slack: Simulator;
let folder: string;
let file: string;

beforeEach(async () => {
  slack = await slackOfTheExample();
  folder = await temporaryFolder();
  file = join(folder, 'throughline.yaml');
  await copyFile(join(root, 'throughline.example.yaml'), file);
});

async function rewrite(passage: string | RegExp, instead: string): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replace(passage, instead));
}

it('puts the example in force on an empty database, once', async () => {
  const env = environmentFor(slack, await emptyDatabase());

  const planned = await run(['apply', file, '--dry-run'], env);
  expect(planned).toMatchObject({ code: 0, complained: '' });
  const count = planned.said.match(/^[+~] /gm)?.length;
  expect(count).toBeGreaterThan(20);
  expect(planned.said).toContain(`\n${count} changes to make; this was a dry run, nothing was changed.`);

  const first = await run(['apply', file], env);
  expect(first).toMatchObject({ code: 0, complained: '' });
  expect(first.said).toContain('+ member chidi: team support, role support-engineer, manager ana');
  expect(first.said).toContain(`\n${count} changes made.`);

  const second = await run(['apply', file], env);
  expect(second).toMatchObject({ code: 0, said: 'Nothing to change: everything is as the file says.' });
});

it('tells each problem with file, line and path, and changes nothing', async () => {
  const { db, url } = await freshDatabase();
  await rewrite('ana@example.com, role', 'eve@example.com, role');
  await rewrite('"#customer-support"', '"#custmer-support"');

  const { code, said, complained } = await run(['apply', file], environmentFor(slack, url));

  expect([code, said]).toEqual([1, '']);
  expect(complained).toContain(`${file}: line 21, teams.support.channel: there is no channel #custmer-support`);
  expect(complained).toContain('teams.support.members[0].member: nobody in this Slack workspace is eve@example.com');
  expect(complained).toMatch(/\n2 problems; nothing was changed\.$/);
  expect(await db.team.count()).toBe(0);
});

it('checks a file that is wrong in itself without asking anybody', async () => {
  await rewrite('time: "10:00"', 'time: ten');
  const { code, complained } = await run(['apply', file]);
  expect(code).toBe(1);
  expect(complained).toContain('cadences.weekly.time: expected a time of day such as "09:30", found "ten"');
  expect(slack.requests).toEqual([]);
});

it('answers scripts in JSON', async () => {
  const { url } = await freshDatabase();
  const applied = await run(['apply', file, '--json'], environmentFor(slack, url));
  expect(JSON.parse(applied.said)).toMatchObject({
    outcome: 'applied',
    changes: expect.arrayContaining([expect.objectContaining({ noun: 'team', key: 'support', action: 'add' })]),
  });

  await rewrite('day: thursday', 'day: someday');
  const refused = await run(['apply', file, '--json'], environmentFor(slack, url));
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.said)).toMatchObject({
    outcome: 'refused',
    problems: [{ at: ['cadences', 'weekly', 'day'], line: expect.any(Number) }],
  });
});

it.each([
  ['a file that is not there', ['apply', '/nowhere/x.yaml'], {}, /^The file \/nowhere\/x\.yaml cannot be read\./],
  [
    'no configuration',
    ['apply', 'throughline.example.yaml'],
    {},
    /SLACK_BOT_TOKEN: found nothing, expected a bot token/,
  ],
  [
    'a server that is not there',
    ['apply', 'throughline.example.yaml'],
    { DATABASE_URL: 'postgresql://x:secretword@127.0.0.1:1/x' },
    /^The database could not be reached \(connect ECONNREFUSED 127\.0\.0\.1:1\)\. Check DATABASE_URL/,
  ],
])('says in one sentence what to do about %s', async (_, args, more, complaint) => {
  const env = Object.keys(more).length > 0 ? { ...environmentFor(slack), ...more } : {};
  const { code, said, complained } = await run(args, env);
  expect([code, said]).toEqual([1, '']);
  expect(complained).toMatch(complaint);
  expect(complained).not.toMatch(/secretword|\n\s+at /);
});

it('says what to do about a token that Slack refuses', async () => {
  const { url } = await freshDatabase();
  const { code, complained } = await run(['apply', file], {
    ...environmentFor(slack, url),
    SLACK_BOT_TOKEN: 'xoxb-wrong',
  });
  expect(code).toBe(1);
  expect(complained).toBe(
    'Slack refused with "invalid_auth". Install the app again in the workspace and give Throughline the new bot token (SLACK_BOT_TOKEN). Where that is right, SLACK_APP_TOKEN is not: `npm run cli -- doctor` tells.',
  );
});

it('works as a process of its own, with the embedded database that it starts for itself and stops', async () => {
  const dataDir = join(folder, 'data');
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'apply', file], {
    env: { ...environmentFor(slack), DATA_DIR: dataDir },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(output).toMatch(/\d+ changes made\.\n$/);
  expect(code).toBe(0);
  expect(await findEmbeddedPostgres({ dataDir })).toBeUndefined();
}, 30_000);

it('takes no file in another encoding than UTF-8, whose letters would be lost', async () => {
  await writeFile(file, Buffer.from((await readFile(file, 'utf8')).replaceAll('Customer', 'Ébène'), 'latin1'));
  const { code, complained } = await run(['apply', file], environmentFor(slack, await emptyDatabase()));
  expect(code).toBe(1);
  expect(complained).toBe(`The file ${file} is not in UTF-8: save it as UTF-8. Nothing was changed.`);
});
