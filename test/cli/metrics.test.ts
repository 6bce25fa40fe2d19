import { expect, it } from 'vitest';
import { answerCheckIn, type LittleCompany, littleCompany } from '../journeys/little-company.ts';
import { run } from './run-command-line.ts';
import { environmentFor } from './slack-for-commands.ts';

const REPLY = 'Time to first reply (hours)';

async function reported(): Promise<LittleCompany & { env: Record<string, string> }> {
  const company = await littleCompany('2026-03-23T16:00:00Z');
  await company.at('2026-03-26T15:00:00Z');
  await answerCheckIn(company.slack.as('ana'), { [REPLY]: '4.2' });
  await answerCheckIn(company.slack.as('ana'), { [REPLY]: '3.9' });
  return { ...company, env: environmentFor(company.slack, company.url) };
}

it('lists what is measured, for people and for scripts', async () => {
  const { slack, url } = await littleCompany('2026-03-23T16:00:00Z');
  const env = environmentFor(slack, url);
  const listed = await run(['metrics'], env);
  expect(listed).toMatchObject({ code: 0, complained: '' });
  expect(listed.said.split('\n')).toEqual([
    'first_reply_hours  Time to first reply (hours), leading, lower is better, every week',
    'reopened  Reopened tickets (tickets), lagging, lower is better, every week',
  ]);
  const [first] = JSON.parse((await run(['metrics', 'list', '--json'], env)).said);
  expect(first).toMatchObject({
    key: 'first_reply_hours',
    version: 1,
    unit: 'hours',
    frequency: 'week',
    data_owner: null,
  });
});

it('shows a definition with its history', async () => {
  const { slack, url, db, service } = await littleCompany('2026-03-23T16:00:00Z');
  const env = environmentFor(slack, url);
  const [one] = await db.metricDefinition.findMany({ where: { metricKey: 'reopened' } });
  if (!one) throw new Error('It is defined.');
  const definedAt = new Date('2026-03-24T09:00:00Z');
  const changed = {
    version: 2,
    dataOwnerId: slack.as('maya').id,
    definedById: slack.as('zoe').id,
    changeReason: 'Nobody owned it',
  };
  await db.metricDefinition.create({ data: { ...one, ...changed, workspaceId: service.workspaceId, definedAt } });
  const shown = await run(['metrics', 'show', 'reopened'], env);
  expect(shown.said).toContain('  It comes from Help desk. maya answers for it.');
  expect(shown.said).toContain(
    'version 2, 2026-03-24T09:00:00.000Z, by zoe: data owner none → maya\n  why: Nobody owned it',
  );
  expect(shown.said).toMatch(/version 1, .*, by the workspace file: the first definition$/);
  const json = JSON.parse((await run(['metrics', 'show', 'reopened', '--json'], env)).said);
  expect(json.versions).toMatchObject([
    { version: 2, changeReason: 'Nobody owned it', changes: [{ field: 'data_owner', before: null }] },
    { version: 1, changes: [] },
  ]);
  const unknown = await run(['metrics', 'show', 'nonsense'], env);
  expect(unknown).toMatchObject({ code: 1, complained: expect.stringContaining('There is no metric "nonsense"') });
});

it.each(['@ana', 'Ana@example.com', 'ana'])('goes back from a number of %s to every value behind it', async (who) => {
  const { env } = await reported();
  const told = await run(['metrics', 'lineage', 'first_reply_hours', '--member', who, '--period', '2026-W13'], env);
  expect(told.code).toBe(0);
  const [counted, standing, before] = told.said.split('\n');
  expect(counted).toBe('23 to 29 Mar 2026: 3.9 hours, one value');
  expect(standing).toMatch(/^ {2}3.9 hours for Thu 26 Mar 2026, by ana \(check-in\), 2026-03-26T/);
  expect(before).toMatch(/^ {4}in place of 4.2 hours for Thu 26 Mar 2026, by ana \(check-in\)/);
});

it('tells scripts the same, and says when there is nothing', async () => {
  const { env, slack } = await reported();
  const lineage = (...args: string[]) => run(['metrics', 'lineage', 'first_reply_hours', ...args], env);
  const id = slack.as('ana').id;
  const json = JSON.parse((await lineage('--member', id, '--json')).said);
  expect(json).toMatchObject({
    memberId: id,
    counted: { value: '3.9', count: 1 },
    strands: [{ before: [{ value: '4.2' }] }],
  });
  expect(json.countedIds).toEqual([json.strands[0].standing.id]);
  expect((await lineage('--member', 'ana', '--period', '2026-01')).said).toContain('nothing that counts');
  expect((await lineage('--member', 'bo')).said).toBe('Nothing was ever reported of Time to first reply for bo.');
  expect(await lineage('--member', 'nobody')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('Nobody here is nobody'),
  });
  expect(await run(['metrics', 'lineage', 'nonsense', '--member', 'ana'], env)).toMatchObject({ code: 1 });
});

it.each([
  [['metrics', 'lineage', 'first_reply_hours'], 'required option'],
  [['metrics', 'lineage', 'first_reply_hours', '--member', 'ana', '--period', 'May'], 'Give a week 2026-W48'],
  [['metrics', 'show'], "missing required argument 'KEY'"],
])('%j is called wrongly', async (args, words) => {
  expect(await run(args)).toMatchObject({ code: 2, complained: expect.stringContaining(words) });
});

it.each([['metrics'], ['metrics', 'list'], ['metrics', 'show'], ['metrics', 'lineage']])(
  '%s %s explains itself',
  async (...args) => {
    const { code, said } = await run([...args, '--help']);
    expect(code).toBe(0);
    expect(said).toContain('metrics');
  },
);
