import { beforeEach, expect, it } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { freshDatabase } from '../setup/fresh-database.ts';
import { run } from './run-command-line.ts';
import { environmentFor, slackOfTheExample } from './slack-for-commands.ts';

let slack: Simulator;
let env: Record<string, string>;

beforeEach(async () => {
  slack = await slackOfTheExample();
  env = environmentFor(slack, (await freshDatabase()).url);
});

const tokenIn = (said: string) => /tl_\S+/.exec(said)?.[0];

it('makes a source, shows its token once, rotates and revokes it', async () => {
  const added = await run(['sources', 'add', 'helpdesk', '--name', 'Helpdesk export'], env);
  expect(added).toMatchObject({ code: 0, complained: '' });
  expect(tokenIn(added.said)).toBeDefined();

  const listed = await run(['sources', 'list'], env);
  expect(listed.said).toContain('helpdesk  Helpdesk export: observations');
  expect(tokenIn(listed.said)).toBeUndefined();

  const rotated = await run(['sources', 'rotate', 'helpdesk'], env);
  expect(tokenIn(rotated.said)).not.toBe(tokenIn(added.said));

  expect((await run(['sources', 'revoke', 'helpdesk'], env)).said).toContain('is revoked');
  expect((await run(['sources', 'list'], env)).said).toContain('revoked 2026-03-02');
  const again = await run(['sources', 'rotate', 'helpdesk'], env);
  expect(again).toMatchObject({ code: 1, complained: expect.stringContaining('`sources list` shows them') });
});

it('a source for files has no token', async () => {
  const added = await run(['sources', 'add', 'survey', '--may', 'customer_voice,observations', '--files-only'], env);
  expect(added.said).toBe('The source "survey" may send observations and customer_voice.');
  const { sources } = JSON.parse((await run(['sources', 'list', '--json'], env)).said);
  expect(sources).toMatchObject([{ key: 'survey', tokenFrom: null, maySend: ['observations', 'customer_voice'] }]);
});

it.each([
  [['add', 'check-in'], 1, 'how Throughline names'],
  [['add', 'Help Desk'], 1, 'cannot be a key'],
  [['add', 'a1', '--may', 'money'], 2, 'observations, customer_voice'],
  [['add'], 2, 'missing required argument'],
  [['revoke', 'nobody'], 1, 'no source "nobody"'],
])('sources %j ends with %i', async (args, code, words) => {
  const ended = await run(['sources', ...args], env);
  expect(ended.code).toBe(code);
  expect(ended.complained).toContain(words);
});
