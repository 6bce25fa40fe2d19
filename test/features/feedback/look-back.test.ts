import { expect, it } from 'vitest';
import { freezeFeedback } from '../../../src/features/feedback/freeze-feedback.ts';
import { loadFeedbackRecord } from '../../../src/features/feedback/load-feedback-record.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const workspaceId = 'T1';
const midMarch = new Date('2026-03-25T10:00:00Z');

/** Bo gave Ana, who reports to Maya, one piece with each choice of readers on 10 March 2025, and shared one on the 26th. */
async function company(): Promise<Database> {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: workspaceId, name: 'Acme', botUserId: 'U0', installedAt: midMarch } });
  for (const [id, managerId] of [
    ['UMAYA', null],
    ['UANA', 'UMAYA'],
    ['UBO', null],
  ] as const) {
    await db.member.create({ data: { workspaceId, id, kind: 'person', name: id, timeZone: 'Etc/UTC', managerId } });
  }
  for (const [visibility, day] of [
    ['shared', '2025-03-10'],
    ['anonymous', '2025-03-10'],
    ['manager_only', '2025-03-10'],
    ['shared', '2025-03-26'],
  ] as const) {
    const givenAt = new Date(`${day}T10:00:00Z`);
    const words = { kind: 'strength' as const, behaviours: [], observed: 'You asked first.', effect: 'They signed.' };
    const versions = { create: { version: 1, savedAt: givenAt, ...words } };
    const named = { workspaceId, authorId: 'UBO', subjectId: 'UANA', visibility, visibilityReason: 'Private.' };
    await db.feedback.create({ data: { ...named, givenAt, version: 1, versions } });
  }
  return db;
}

it('what shows no day leaves a look back with its month, and what has one with its day', async () => {
  const db = await company();
  const read = async (readerId: string, now: Date) => {
    const { seen } = await loadFeedbackRecord(db, { workspaceId, readerId, subjectIds: ['UANA'], now });
    return seen.map((one) => (one.is === 'hidden' ? 'hidden' : (one.on ?? 'without a day')));
  };
  expect(await read('UANA', midMarch)).toEqual(['2025-03-26', 'without a day', 'hidden']);
  expect(await read('UANA', new Date('2026-03-26T10:00:00Z'))).toEqual(['2025-03-26', 'without a day', 'hidden']);
  expect(await read('UANA', new Date('2026-04-01T10:00:00Z'))).toEqual([]);
  expect(await read('UMAYA', midMarch)).toEqual(['2025-03-26']);
});

it('a packet that looks back to the middle of a month holds all of it that shows no day', async () => {
  const db = await company();
  const frozen = await db.$transaction((transaction) =>
    freezeFeedback(transaction, {
      workspaceId,
      memberId: 'UANA',
      from: '2025-03-25',
      to: '2026-03-25',
      reviewOn: '2026-03-26',
      now: midMarch,
    }),
  );
  expect(frozen.map(({ member }) => member.is === 'words' && member.on)).toEqual(['2025-03-26', null, false]);
  expect(frozen.flatMap(Object.keys)).toEqual(frozen.flatMap(() => ['member', 'manager']));
  expect(await db.feedback.count({ where: { frozenFor: { not: null } } })).toBe(3);
});
