import { expect, it } from 'vitest';
import type { SentRow } from '../../../src/features/observations/observation-row.ts';
import { recordCorrection, recordWithdrawal } from '../../../src/features/observations/record-correction.ts';
import { type ObservationsSent, recordObservations } from '../../../src/features/observations/record-observations.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { littleRecord } from './little-record.ts';

const NOW = new Date('2026-03-26T09:00:00Z');

function row(at: number, differences: Partial<SentRow> = {}): SentRow {
  const named = { metric: 'first_reply_hours', member: 'ana@example.com', on: '2026-03-26', value: '4.5' };
  return { at, ...named, dimensions: {}, ...differences };
}

function send(db: Database, rows: SentRow[], differences: Partial<ObservationsSent> = {}) {
  return recordObservations(db, {
    workspaceId: 'T1',
    source: 'helpdesk',
    recordedById: 'helpdesk',
    rows,
    isPartial: false,
    isDryRun: false,
    mostProblems: 100,
    now: NOW,
    ...differences,
  });
}

it('puts every row on record exactly, once, in its order', async () => {
  const { db } = await littleRecord();
  const rows = [
    row(1, { key: 'a', value: '12345678901234567890.0123456789', note: 'n', evidence_url: 'https://e.com/1' }),
    row(2, { key: 'b', member: 'U2', value: '-0.1', dimensions: { tier: 'gold' } }),
    row(3, { key: 'c', metric: 'reopened', value: '1,234.5' }),
  ];
  expect(await send(db, rows)).toEqual({
    isApplied: true,
    rows: 3,
    inserted: 3,
    unchanged: 0,
    corrected: 0,
    refused: 0,
    problems: [],
  });
  const stored = await db.observation.findMany({ orderBy: { id: 'asc' } });
  expect(stored.map(({ sourceKey, value }) => [sourceKey, value?.toFixed()])).toEqual([
    ['a', '12345678901234567890.0123456789'],
    ['b', '-0.1'],
    ['c', '1234.5'],
  ]);
  expect(stored[0]).toMatchObject({ source: 'helpdesk', recordedById: 'helpdesk', recordedAt: NOW, note: 'n' });
  expect(stored[1]?.dimensions).toEqual({ tier: 'gold' });

  expect(await send(db, rows)).toMatchObject({ isApplied: true, unchanged: 3, inserted: 0 });
  expect(await db.observation.count()).toBe(3);
});

it('a bad row holds back all, and is told; asked to, the good ones are kept', async () => {
  const { db } = await littleRecord();
  const rows = [
    row(2),
    row(3, { value: 'x' }),
    row(4, { member: 'eve@example.com' }),
    row(5, { member: 'bo@example.com' }),
  ];
  const refused = await send(db, rows);
  expect(refused).toMatchObject({ isApplied: false, rows: 4, inserted: 2, refused: 2 });
  expect(refused.problems.map(({ at, field }) => [at, field])).toEqual([
    [3, 'value'],
    [4, 'member'],
  ]);
  expect(await db.observation.count()).toBe(0);
  expect(await send(db, rows, { isPartial: true })).toMatchObject({ isApplied: true, inserted: 2, refused: 2 });
  expect(await db.observation.count()).toBe(2);
});

it('a dry run tells the same and keeps nothing', async () => {
  const { db } = await littleRecord();
  expect(await send(db, [row(1)], { isDryRun: true })).toMatchObject({ isApplied: false, inserted: 1 });
  expect(await db.observation.count()).toBe(0);
});

it('another value under the same key corrects, and says so; both stay on record', async () => {
  const { db } = await littleRecord();
  await send(db, [row(1)]);
  expect(await send(db, [row(1, { value: '5' })])).toMatchObject({ corrected: 1, unchanged: 0 });
  expect(await send(db, [row(1, { value: '5.0' })])).toMatchObject({ corrected: 0, unchanged: 1 });
  const [before, after] = await db.observation.findMany({ orderBy: { sourceVersion: 'asc' } });
  expect(before?.value?.toFixed()).toBe('4.5');
  expect(after).toMatchObject({
    supersedesId: before?.id,
    sourceVersion: 2,
    reason: 'Sent again by helpdesk, changed.',
  });
});

it('each source has keys of its own', async () => {
  const { db } = await littleRecord();
  await send(db, [row(1, { key: 'a' })]);
  expect(await send(db, [row(1, { key: 'a' })], { source: 'billing' })).toMatchObject({ inserted: 1 });
});

it('what is told twice in one go, or of another value under a known key, is refused', async () => {
  const { db } = await littleRecord();
  const twice = await send(db, [row(7), row(8, { value: '5' })]);
  expect(twice).toMatchObject({ isApplied: false, refused: 1 });
  expect(twice.problems).toEqual([{ at: 8, field: 'key', reason: expect.stringContaining('the same key as 7') }]);
  await send(db, [row(1, { key: 'a' })]);
  const other = await send(db, [row(1, { key: 'a', on: '2026-03-27' })]);
  expect(other.problems).toMatchObject([{ field: 'key', reason: expect.stringContaining('sent before for another') }]);
});

it('what a person changed stays: the old value again is no news, a new one is refused', async () => {
  const { db } = await littleRecord();
  await send(db, [row(1), row(2, { member: 'U2' })]);
  const [ana, bo] = await db.observation.findMany({ orderBy: { memberId: 'asc' } });
  const change = { workspaceId: 'T1', actorId: 'U2', reason: 'Wrong', may: () => true, now: NOW };
  await recordCorrection(db, { ...change, observationId: ana?.id ?? '', value: '9' });
  await recordWithdrawal(db, { ...change, observationId: bo?.id ?? '' });

  expect(await send(db, [row(1), row(2, { member: 'U2' })])).toMatchObject({ isApplied: true, unchanged: 2 });
  const changed = await send(db, [row(1, { value: '5' }), row(2, { member: 'U2', value: '5' })], { isPartial: true });
  expect(changed).toMatchObject({ refused: 2 });
  expect(changed.problems.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('A person corrected'),
    expect.stringContaining('withdrawn'),
  ]);
  expect(await db.observation.count()).toBe(3);
});

it('two who send the same at once: one puts it on record, the other finds it there', async () => {
  const { db } = await littleRecord();
  const both = await Promise.all([send(db, [row(1)]), send(db, [row(1)])]);
  expect(both.map(({ inserted, unchanged }) => [inserted, unchanged]).sort()).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

it('takes values of those who left, and of nobody who is a bot or has no name of their own', async () => {
  const { db } = await littleRecord();
  await db.member.updateMany({ where: { id: 'U2' }, data: { deactivatedAt: NOW } });
  await db.member.create({
    data: { workspaceId: 'T1', id: 'U3', kind: 'person', name: 'ana', email: 'ana@example.com', timeZone: 'UTC' },
  });
  const sent = await send(db, [row(1, { member: 'bo@example.com' }), row(2), row(3, { member: 'UBOT' })], {
    isPartial: true,
  });
  expect(sent).toMatchObject({ inserted: 1, refused: 2 });
  expect(sent.problems.map(({ reason }) => reason)).toEqual([
    'Several accounts have this address: U1, U3. Write the id of one.',
    'This is a bot.',
  ]);
});

it('counts every problem and tells as many as asked for', async () => {
  const { db } = await littleRecord();
  const rows = Array.from({ length: 2500 }, (_, at) => row(at, { on: 'x' }));
  const read: number[] = [];
  const sent = await send(db, rows, { mostProblems: 5, onRead: (count) => read.push(count) });
  expect(sent).toMatchObject({ rows: 2500, refused: 2500 });
  expect(sent.problems).toHaveLength(5);
  expect(read).toEqual([1000, 2000, 2500]);
});
