import { expect, it } from 'vitest';
import { createSource, createSourceToken } from '../../../src/features/governance/create-source.ts';
import { identifySender } from '../../../src/features/governance/identify-sender.ts';
import { loadSourceOfFile, loadSources } from '../../../src/features/governance/load-sources.ts';
import { recordRevocation } from '../../../src/features/governance/record-revocation.ts';
import { OWN_SOURCES, type Permission, problemOfKey } from '../../../src/features/governance/source.ts';
import type { WebRequest } from '../../../src/platform/web/endpoint.ts';
import { createRepeatLimit } from '../../../src/platform/web/repeat-limit.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const NOW = new Date('2026-03-26T09:00:00Z');
const workspace = { workspaceId: 'T1', now: NOW };

async function start() {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: 'T1', name: 'Acme', botUserId: 'UBOT', installedAt: NOW } });
  const wrongTries = createRepeatLimit(10);
  const show = async (token: string | undefined, sends?: Permission, now = NOW) => {
    const request: WebRequest = { params: {}, query: new URLSearchParams(), address: '10.0.0.1', token, readBody };
    return identifySender(db, { request, ...(sends && { sends }), wrongTries, now });
  };
  return { db, show };
}

const readBody = () => Promise.reject(new Error('The body is not read before somebody is let in'));

async function add(db: Parameters<typeof createSource>[0], key = 'helpdesk', maySend: Permission[] = ['observations']) {
  const created = await createSource(db, { ...workspace, key, name: 'Helpdesk', maySend, sendsFilesOnly: false });
  return created.outcome === 'created' ? (created.token ?? '') : '';
}

it('lets a source in by its token, of which only the hash is kept', async () => {
  const { db, show } = await start();
  const token = await add(db);
  expect(token).toMatch(/^tl_[0-9a-f]{16}_[\w-]{43}$/);
  expect(await show(token, 'observations')).toEqual({
    ok: true,
    sender: { workspaceId: 'T1', key: 'helpdesk', name: 'Helpdesk', maySend: ['observations'] },
  });
  const row = await db.source.findFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(token.slice(20));
  expect(row.lastUsedAt).toEqual(NOW);
});

it('refuses every other token, with the answer that fits', async () => {
  const { db, show } = await start();
  const token = await add(db);
  const flipped = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
  const refusals = [
    await show(undefined),
    await show(flipped),
    await show(`tl_${'0'.repeat(16)}_${'a'.repeat(43)}`),
    await show("' or 1=1 --"),
    await show(token, 'customer_voice'),
  ];
  expect(refusals.map((refusal) => !refusal.ok && [refusal.answer.status, refusal.answer.json])).toMatchObject([
    [401, { error: 'no_token' }],
    [401, { error: 'unknown_token' }],
    [401, { error: 'unknown_token' }],
    [401, { error: 'unknown_token' }],
    [403, { error: 'not_allowed', message: expect.stringContaining('may send observations, not customer_voice') }],
  ]);
});

it('a new token ends the one before; a revoked source is told so, and gets none', async () => {
  const { db, show } = await start();
  const before = await add(db);
  const rotated = await createSourceToken(db, { ...workspace, key: 'helpdesk' });
  if (rotated.outcome !== 'created') throw new Error(rotated.outcome);
  expect((await show(before)).ok).toBe(false);
  expect((await show(rotated.token)).ok).toBe(true);

  expect(await recordRevocation(db, { ...workspace, key: 'helpdesk' })).toBe('revoked');
  expect(await show(rotated.token)).toMatchObject({
    ok: false,
    answer: { status: 401, json: { error: 'revoked_token' } },
  });
  expect(await createSourceToken(db, { ...workspace, key: 'helpdesk' })).toEqual({ outcome: 'unknown' });
  expect(await recordRevocation(db, { ...workspace, key: 'helpdesk' })).toBe('unknown');
});

it('who tries wrong tokens waits, and a right one from the same place does not', async () => {
  const { db, show } = await start();
  const token = await add(db);
  for (let tries = 0; tries < 10; tries += 1) expect(await show('wrong')).toMatchObject({ answer: { status: 401 } });
  expect(await show('wrong')).toMatchObject({ answer: { status: 429, headers: { 'retry-after': '60' } } });
  expect((await show(token)).ok).toBe(true);
  const aMinuteLater = new Date(NOW.getTime() + 60_000);
  expect(await show('wrong', undefined, aMinuteLater)).toMatchObject({ answer: { status: 401 } });
});

it('a key is given once, and not to a system when it is our own word', async () => {
  const { db } = await start();
  await add(db);
  const again = { ...workspace, key: 'helpdesk', name: 'Another', maySend: [], sendsFilesOnly: false };
  expect(await createSource(db, again)).toMatchObject({ outcome: 'refused' });
  expect((await loadSources(db, 'T1')).map(({ name }) => name)).toEqual(['Helpdesk']);
  for (const key of [...OWN_SOURCES, 'A', 'x', '1a', 'a b', '']) expect(problemOfKey(key)).toBeDefined();
});

it('a file may come from a source that is in force and may send what it holds', async () => {
  const { db } = await start();
  await add(db);
  await add(db, 'survey', ['customer_voice']);
  const of = (key: string) => loadSourceOfFile(db, { workspaceId: 'T1', key, sends: 'observations' });
  expect(await of('helpdesk')).toMatchObject({ ok: true, source: { name: 'Helpdesk' } });
  expect(await of('survey')).toMatchObject({
    ok: false,
    problem: expect.stringContaining('may not send observations'),
  });
  expect(await of('other')).toMatchObject({ ok: false, problem: expect.stringContaining('sources add other') });
  await recordRevocation(db, { ...workspace, key: 'helpdesk' });
  expect(await of('helpdesk')).toMatchObject({ ok: false, problem: expect.stringContaining('revoked') });
});
