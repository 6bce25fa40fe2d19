import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Database } from '../../src/platform/storage/database.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { freshDatabase } from '../setup/fresh-database.ts';
import { temporaryFolder } from '../setup/temporary-folder.ts';
import { run } from './run-command-line.ts';
import { environmentFor, slackOfTheExample } from './slack-for-commands.ts';

let slack: Simulator;
let env: Record<string, string>;
let db: Database;
let file: string;

const root = join(import.meta.dirname, '../..');

beforeEach(async () => {
  slack = await slackOfTheExample();
  const fresh = await freshDatabase();
  db = fresh.db;
  env = environmentFor(slack, fresh.url);
  const folder = await temporaryFolder();
  file = join(folder, 'march.csv');
  const workspaceFile = join(folder, 'throughline.yaml');
  await copyFile(join(root, 'throughline.example.yaml'), workspaceFile);
  await run(['apply', workspaceFile], env);
  await run(['sources', 'add', 'helpdesk', '--files-only'], env);
});

const importing = (...options: string[]) =>
  run(['import', 'observations', file, '--source', 'helpdesk', ...options], env);

async function someMetric(): Promise<string> {
  const { metricKey } = await db.metricDefinition.findFirstOrThrow({ where: { format: 'count' } });
  return metricKey;
}

it('puts a file on record, once', async () => {
  const metric = await someMetric();
  await writeFile(file, `metric;member;on;value;Ticket\r\n${metric};ana@example.com;2026-02-26;4,5;1\r\n`);
  const dry = await importing('--dry-run', '--decimal', 'comma');
  expect(dry).toMatchObject({ code: 0, complained: '' });
  expect(dry.said).toContain('1 row: 1 new.\nThis was a dry run');
  expect(await db.observation.count()).toBe(0);

  const first = await importing('--decimal', 'comma');
  expect(first).toMatchObject({ code: 0, said: 'Not used: the columns ticket.\n1 row: 1 new.' });
  expect((await importing('--decimal', 'comma')).said).toContain('1 row: 1 sent before.');
  expect((await db.observation.findMany()).map(({ value, source }) => [value?.toFixed(), source])).toEqual([
    ['4.5', 'helpdesk'],
  ]);
});

it('tells bad rows by line and reason, and keeps nothing unless asked to', async () => {
  const metric = await someMetric();
  const bad = `${metric},nobody@example.com,2026-02-26,3\n${metric},bo@example.com,26.2.26,"1,5"\n`;
  await writeFile(file, `metric,member,on,value\n${metric},ana@example.com,2026-02-26,4\n${bad}`);
  const refused = await importing();
  expect(refused.code).toBe(1);
  expect(refused.complained).toContain(`${file}: line 3, member: Nobody in this Slack workspace`);
  expect(refused.complained).toContain(`${file}: line 4, on: Write the day as 2026-03-26, not "26.2.26"`);
  expect(refused.complained).toContain(`${file}: line 4, value: "1,5":`);
  expect(refused.complained).toContain('Nothing was put on record.');
  expect(await db.observation.count()).toBe(0);

  const partial = await importing('--partial', '--json');
  expect(partial.code).toBe(1);
  expect(JSON.parse(partial.said)).toMatchObject({ outcome: 'read', recorded: { inserted: 1, refused: 2 } });
  expect(await db.observation.count()).toBe(1);
});

it('reads Latin-1 when it is declared, and otherwise says what to do', async () => {
  const metric = await someMetric();
  await writeFile(
    file,
    Buffer.from(`metric,member,on,value,note\n${metric},ana@example.com,2026-02-26,4,f\xfcr\n`, 'latin1'),
  );
  const refused = await importing();
  expect(refused).toMatchObject({
    code: 1,
    complained: expect.stringContaining('Line 2 holds bytes that are not UTF-8'),
  });
  expect((await importing('--encoding', 'latin1')).code).toBe(0);
  expect((await db.observation.findFirstOrThrow()).note).toBe('für');
});

it.each([
  ['a header without what is needed', 'metric,who\n1,2\n', 'The header has no column member, on, value.'],
  ['no rows', 'metric,member,on,value\n', 'a header and no rows'],
  ['nothing', '', 'The file is empty.'],
])('refuses a file with %s', async (_what, text, words) => {
  await writeFile(file, text);
  expect(await importing()).toMatchObject({ code: 1, complained: expect.stringContaining(words) });
});

it('asks for a file that is there and a source that is known', async () => {
  expect((await importing()).complained).toContain('cannot be read');
  await writeFile(file, 'metric,member,on,value\n');
  const { code, complained } = await run(['import', 'observations', file, '--source', 'other'], env);
  expect([code, complained]).toEqual([1, expect.stringContaining('There is no source "other"')]);
  expect((await run(['import', 'observations', file], env)).code).toBe(2);
});

it('shows on a terminal how far it is', async () => {
  const metric = await someMetric();
  const days = Array.from({ length: 2500 }, (_, at) => new Date(Date.UTC(2020, 0, at + 1)).toISOString().slice(0, 10));
  const rows = days.map((on) => `${metric},ana@example.com,${on},4\n`);
  await writeFile(file, `metric,member,on,value\n${rows.join('')}`);
  const drawn: string[] = [];
  const code = await runCommandLine(['import', 'observations', file, '--source', 'helpdesk'], {
    env,
    clock: { now: () => new Date('2026-11-26T09:00:00Z') },
    say: () => {},
    complain: () => {},
    wait: async () => {},
    redraw: (line) => drawn.push(line),
  });
  expect(code).toBe(0);
  expect(drawn.map((line) => line.slice(21))).toEqual(['1000 rows read', '2000 rows read', '2500 rows read']);
  expect(drawn.at(-1)).toMatch(/^█{20} /);
});

it('says what it needs where it is given a folder', async () => {
  const ended = await run(['import', 'observations', root, '--source', 'helpdesk'], env);
  expect(ended).toMatchObject({ code: 1, complained: `The file ${root} cannot be read. Give the path of a CSV file.` });
});
