import { expect, it } from 'vitest';
import { loadTrends } from '../../../src/features/observations/load-trends.ts';
import { recordCorrection, recordWithdrawal } from '../../../src/features/observations/record-correction.ts';
import { littleRecord } from './little-record.ts';

const LATER = new Date('2026-03-27T09:00:00Z');
const change = { workspaceId: 'T1', actorId: 'U2', reason: 'Counted twice', may: () => true, now: LATER };

it('a correction takes the place of a value, keeps all else of it and says why', async () => {
  const { db, add } = await littleRecord();
  const id = await add({ value: '4.50', source: 'helpdesk', sourceKey: 'k1', dimensions: {} });
  const corrected = await recordCorrection(db, { ...change, observationId: id, value: '4.25', note: 'Recounted' });
  expect(corrected).toMatchObject({ outcome: 'corrected' });

  const [before, after] = await db.observation.findMany({ orderBy: { recordedAt: 'asc' } });
  expect(before?.value?.toFixed()).toBe('4.5');
  expect(after).toMatchObject({
    memberId: 'U1',
    metricKey: 'first_reply_hours',
    definitionVersion: before?.definitionVersion,
    periodOn: before?.periodOn,
    source: 'helpdesk',
    sourceKey: null,
    supersedesId: id,
    reason: 'Counted twice',
    note: 'Recounted',
    recordedById: 'U2',
    recordedAt: LATER,
  });
  const trends = await loadTrends(db, { workspaceId: 'T1', memberIds: ['U1'], from: '2026-01-01', to: '2026-12-31' });
  expect(trends.get('U1')?.flatMap(({ values }) => values.map(({ value }) => value))).toEqual(['4.25']);
});

it('a value that was taken back counts nowhere and stays on record, with who and why', async () => {
  const { db, add } = await littleRecord();
  const id = await add({ value: '7' });
  expect(await recordWithdrawal(db, { ...change, observationId: id })).toEqual({ outcome: 'withdrawn' });
  const row = await db.observation.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ withdrawnAt: LATER, withdrawnById: 'U2', withdrawalReason: 'Counted twice' });
  expect(row.value?.toFixed()).toBe('7');
  const again = { ...change, observationId: id };
  expect(await recordWithdrawal(db, again)).toEqual({ outcome: 'changed-meanwhile' });
  expect(await recordCorrection(db, { ...again, value: '8' })).toEqual({ outcome: 'changed-meanwhile' });
});

it('the same number is no correction', async () => {
  const { db, add } = await littleRecord();
  const id = await add({ value: '4.50' });
  expect(await recordCorrection(db, { ...change, observationId: id, value: '4.5' })).toEqual({ outcome: 'same-value' });
  expect(await db.observation.count()).toBe(1);
});

it('nobody changes what is not theirs, of another workspace, or not there', async () => {
  const { db, add } = await littleRecord();
  const id = await add({ value: '7' });
  const refused = { outcome: 'not-allowed' };
  expect(await recordCorrection(db, { ...change, observationId: id, value: '8', may: () => false })).toEqual(refused);
  expect(await recordWithdrawal(db, { ...change, observationId: id, may: () => false })).toEqual(refused);
  expect(await recordWithdrawal(db, { ...change, observationId: id, workspaceId: 'T2' })).toEqual(refused);
  const unknown = '00000000-0000-7000-8000-000000000000';
  expect(await recordWithdrawal(db, { ...change, observationId: unknown })).toEqual(refused);
});

it('of two who correct at once, one does, and the other is told', async () => {
  const { db, add } = await littleRecord();
  const id = await add({ value: '7' });
  const correct = (value: string) =>
    db.$transaction((transaction) => recordCorrection(transaction, { ...change, observationId: id, value }));
  const outcomes = (await Promise.all([correct('8'), correct('9')])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(['changed-meanwhile', 'corrected']);
});
