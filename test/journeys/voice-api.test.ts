import { expect, it } from 'vitest';
import { createSource } from '../../src/features/governance/create-source.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const start = '2026-03-26T09:00:00Z';

async function program({ service, db, clock }: LittleCompany, maySend: 'customer_voice' | 'observations') {
  const named = { workspaceId: service.workspaceId, key: `crm-${maySend.slice(0, 3)}`, name: 'CRM' };
  const created = await createSource(db, { ...named, maySend: [maySend], sendsFilesOnly: false, now: clock.now() });
  const token = created.outcome === 'created' ? created.token : undefined;
  return async (path: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${service.port}${path}`, init);
    const json = (await response.json()) as { problems?: unknown; url?: string };
    return { status: response.status, json };
  };
}

const good = {
  key: 'a1',
  client: 'Northwind',
  scale: 'nps',
  score: 9,
  words: 'Quick.',
  may_quote: true,
  on: '2026-03-20',
};

it.each(['socket', 'http'] as const)('a program sends what customers said, once, over %s', async (over) => {
  const company = await littleCompany(start, { over });
  const post = await program(company, 'customer_voice');
  const rows = [good, { ...good, key: 'a2', members: ['ana@example.com'], may_quote: false, metric: 'reopened' }];
  expect(await post('/api/voice', { rows })).toMatchObject({ status: 200, json: { applied: true, inserted: 2 } });
  expect(await post('/api/voice', { rows })).toMatchObject({ status: 200, json: { inserted: 0, unchanged: 2 } });
  const changed = await post('/api/voice', { rows: [{ ...good, score: '8' }] });
  expect(changed).toMatchObject({ status: 200, json: { corrected: 1, outcomes: ['corrected'] } });
  expect(await company.db.customerVoice.count({ where: { supersededBy: null } })).toBe(2);
  await company.slack.as('ana').command('/throughline voice');
  await company.slack.as('ana').waitForMessage('8 of 10 (NPS)');
});

it('a bad row is told with its place, and holds back the others unless it may not', async () => {
  const company = await littleCompany(start);
  const post = await program(company, 'customer_voice');
  const rows = [good, { ...good, key: 'a2', score: 11 }, { client: 'x' }, { ...good, key: 'a4', colour: 'red' }];
  const refused = await post('/api/voice', { rows });
  expect(refused).toMatchObject({ status: 400, json: { error: 'rows_refused', refused: 3, applied: false } });
  expect(refused.json.problems).toMatchObject([
    { index: 1, field: 'score' },
    { index: 2, field: 'row', reason: expect.stringContaining('"key" is missing') },
    { index: 3, field: 'row' },
  ]);
  expect(await company.db.customerVoice.count()).toBe(0);
  expect(await post('/api/voice', { rows, partial: true })).toMatchObject({ status: 200, json: { inserted: 1 } });
  for (const body of [[], {}, { rows: [] }, { rows: 'x' }, { rows, mode: 1 }, { rows: Array(1001).fill(good) }]) {
    expect(await post('/api/voice', body)).toMatchObject({ status: 400, json: { error: 'not_a_batch' } });
  }
});

it('only a source that may send customer voice is let in', async () => {
  const company = await littleCompany(start);
  const post = await program(company, 'observations');
  expect(await post('/api/voice', { rows: [good] })).toMatchObject({ status: 403, json: { error: 'not_allowed' } });
  expect(await post('/api/forms', { client: 'x', made_for: 'ana@example.com' })).toMatchObject({ status: 403 });
  const response = await fetch(`http://127.0.0.1:${company.service.port}/api/voice`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
});

it('a workflow asks for a form; the member it is made for can revoke it', async () => {
  const company = await littleCompany(start);
  const post = await program(company, 'customer_voice');
  const asked = {
    client: 'Northwind',
    made_for: 'Ana@example.com',
    scale: 'csat',
    days: 7,
    members: ['bo@example.com'],
  };
  const made = await post('/api/forms', asked);
  expect(made).toMatchObject({ status: 201, json: { expires_at: '2026-04-02T09:00:00.000Z' } });
  expect((await fetch(made.json.url ?? '')).status).toBe(200);
  const ana = company.slack.as('ana');
  await ana.command('/throughline form');
  await ana.waitForMessage('Northwind');
  await ana.press('Revoke');
  await ana.waitForMessage('nobody can answer that form any more');
  expect((await fetch(made.json.url ?? '')).status).toBe(410);
  for (const wrong of [
    { made_for: 'eve@example.com' },
    { metric: 'nothing' },
    { days: 8 },
    { scale: 'ces' },
    { client: '' },
  ]) {
    expect(await post('/api/forms', { ...asked, ...wrong })).toMatchObject({ status: 400 });
  }
});
