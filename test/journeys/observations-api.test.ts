import { expect, it } from 'vitest';
import { createSource } from '../../src/features/governance/create-source.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const start = '2026-03-26T09:00:00Z';
const ana = { metric: 'first_reply_hours', member: 'ana@example.com', on: '2026-03-25', value: 3.5 };

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function company(over: 'socket' | 'http' = 'socket') {
  const company = await littleCompany(start, { over });
  const token = await tokenOf(company);
  const post = async (body: unknown, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${company.service.port}/api/observations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { ...company, post };
}

async function tokenOf({ db, service, clock }: LittleCompany): Promise<string> {
  const source = { workspaceId: service.workspaceId, key: 'helpdesk', name: 'Helpdesk', now: clock.now() };
  const created = await createSource(db, { ...source, maySend: ['observations'], sendsFilesOnly: false });
  return created.outcome === 'created' ? (created.token ?? '') : '';
}

it.each(['socket', 'http'] as const)('a program sends values, and their member sees them, over %s', async (over) => {
  const { slack, post } = await company(over);
  const rows = [ana, { ...ana, on: '2026-03-26', value: '3.25', key: 't-1' }];
  expect(await post({ rows })).toEqual({
    status: 200,
    body: {
      applied: true,
      rows: 2,
      inserted: 2,
      unchanged: 0,
      corrected: 0,
      refused: 0,
      outcomes: ['inserted', 'inserted'],
      problems: [],
    },
  });
  await slack.as('ana').command('/progress');
  await slack.as('ana').waitForMessage('3.25 hours');
});

it('accounts for every row: new, sent before, corrected and refused', async () => {
  const { db, post } = await company();
  await post({ rows: [ana, { ...ana, on: '2026-03-24', value: 1 }] });
  const rows = [ana, { ...ana, on: '2026-03-24', value: 2 }, { ...ana, on: '2026-03-23' }, { ...ana, member: 'U999' }];
  const refused = await post({ rows });
  expect(refused).toMatchObject({
    status: 400,
    body: {
      error: 'rows_refused',
      applied: false,
      outcomes: ['unchanged', 'corrected', 'inserted', 'refused'],
      problems: [{ index: 3, field: 'member', reason: expect.stringContaining('Nobody in this Slack workspace') }],
    },
  });
  expect(await db.observation.count()).toBe(2);
  const partial = await post({ rows, partial: true });
  expect(partial).toMatchObject({
    status: 200,
    body: { applied: true, inserted: 1, corrected: 1, unchanged: 1, refused: 1 },
  });
  expect(await post({ rows, partial: true })).toMatchObject({ body: { inserted: 0, corrected: 0, unchanged: 3 } });
  expect(await db.observation.count()).toBe(4);
});

it('keeps numbers as they were written', async () => {
  const { db, post } = await company();
  const row =
    '{"metric":"reopened","member":"ana@example.com","on":"2026-03-25","value":12345678901234567890.0123456789}';
  expect(await post(`{"rows":[${row}]}`)).toMatchObject({ status: 200 });
  expect((await db.observation.findFirstOrThrow()).value?.toFixed()).toBe('12345678901234567890.0123456789');
});

it('hostile rows are refused one by one, and nothing of them is kept', async () => {
  const { db, post } = await company();
  const rows = [
    7,
    { ...ana, value: { $gt: '' } },
    { ...ana, value: '=2+3' },
    { ...ana, note: 'a\u0000b' },
    { ...ana, dimensions: { tier: 'gold' } },
    { ...ana, dimensions: [] },
    { ...ana, workspaceId: 'T2' },
    { ...ana, metric: '\'; drop table "Observation"; --' },
  ];
  const raw = JSON.stringify({ rows }).replace('"workspaceId"', '"__proto__"');
  const { status, body } = await post(raw);
  expect([status, body['refused'], body['applied']]).toEqual([400, 8, false]);
  expect(body['problems']).toMatchObject(
    ['row', 'row', 'value', 'note', 'tier', 'row', 'row', 'metric'].map((field, index) => ({ index, field })),
  );
  expect(await db.observation.count()).toBe(0);
  expect(Object.hasOwn({}, 'workspaceId')).toBe(false);
});

it('somebody of another workspace is nobody here', async () => {
  const { db, post } = await company();
  await db.workspace.create({ data: { id: 'T2', name: 'Other', botUserId: 'UB', installedAt: new Date(start) } });
  const eve = {
    workspaceId: 'T2',
    id: 'UEVE',
    kind: 'person',
    name: 'eve',
    email: 'eve@other.com',
    timeZone: 'UTC',
  } as const;
  await db.member.create({ data: eve });
  for (const member of ['UEVE', 'eve@other.com']) {
    expect(await post({ rows: [{ ...ana, member }] })).toMatchObject({ status: 400, body: { refused: 1 } });
  }
});

it('the door: no token, another type, too large, too often', async () => {
  const { post, service } = await company();
  const json = { 'content-type': 'application/json' };
  expect(await post({ rows: [ana] }, { headers: json })).toMatchObject({ status: 401, body: { error: 'no_token' } });
  const url = `http://127.0.0.1:${service.port}/api/observations`;
  expect((await fetch(url)).status).toBe(405);
  const huge = JSON.stringify({ rows: [{ ...ana, note: 'x'.repeat(6_000_000) }] });
  expect(await post(huge)).toMatchObject({ status: 413, body: { error: 'too_large' } });
  let last: Answer = { status: 0, body: {} };
  for (let request = 0; request < 60; request += 1) last = await post('{');
  expect(last).toMatchObject({ status: 429, body: { error: 'too_many_requests' } });
});
