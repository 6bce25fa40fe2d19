import { expect, it } from 'vitest';
import {
  recordClosing,
  recordMilestone,
  recordReopening,
} from '../../../src/features/initiatives/record-initiative-move.ts';
import {
  recordDependencyWithdrawal,
  recordRelease,
  recordUndoneRelease,
} from '../../../src/features/initiatives/record-release.ts';
import { fivePeople } from '../../setup/five-people.ts';

// What a button or a window says may be old, or another's: whoever acts is looked at again where it is saved.

const workspaceId = 'T1';
const now = new Date('2026-03-25T10:00:00Z');
const notYours = { outcome: 'not-yours' };

async function jointWork() {
  const { db } = await fivePeople();
  const named = { workspaceId, name: 'First report', sharedOutcome: 'It comes in a week.', openedAt: now };
  const initiative = await db.initiative.create({
    data: {
      ...named,
      openedById: 'UMAYA',
      parts: { create: { workspaceId, memberId: 'UBO' } },
      milestones: { create: { position: 0, name: 'A pilot' } },
    },
    include: { milestones: true },
  });
  const wait = { workspaceId, waitingTeamKey: 'support', onTeamKey: 'engineering', what: 'An export that resumes.' };
  const dependency = await db.dependency.create({
    data: { ...wait, sinceOn: new Date('2026-03-02'), recordedById: 'UANA', recordedAt: now },
  });
  return { db, id: initiative.id, milestoneId: initiative.milestones[0]?.id ?? '', waitId: dependency.id };
}

it('an initiative moves by who opened it and who has a part in it, nobody else', async () => {
  const { db, id, milestoneId } = await jointWork();
  for (const memberId of ['UANA', 'UZOE']) {
    const who = { workspaceId, memberId, id, now };
    expect(await recordMilestone(db, { ...who, milestoneId, isReached: true })).toEqual(notYours);
    expect(await recordClosing(db, { ...who, whatCameOfIt: 'Nothing.' })).toEqual(notYours);
    expect(await recordReopening(db, who)).toEqual(notYours);
  }
  expect(await db.move.count()).toBe(0);
  expect(await db.initiative.findFirst()).toMatchObject({ closedAt: null });
  const bo = { workspaceId, memberId: 'UBO', id, now };
  expect(await recordMilestone(db, { ...bo, milestoneId, isReached: true })).toEqual({ outcome: 'done' });
  expect(await recordClosing(db, { ...bo, workspaceId: 'T2', whatCameOfIt: 'Nothing.' })).toEqual(notYours);
});

it('a wait is released by the two teams, and taken back by who named it', async () => {
  const { db, waitId: id } = await jointWork();
  const stranger = { workspaceId, memberId: 'UZOE', id, now };
  expect(await recordRelease(db, { ...stranger, note: 'Not needed.' })).toEqual(notYours);
  expect(await recordUndoneRelease(db, stranger)).toEqual(notYours);
  for (const memberId of ['UZOE', 'UBO']) {
    expect(await recordDependencyWithdrawal(db, { ...stranger, memberId }, true)).toEqual(notYours);
  }
  expect(await db.dependency.findFirst()).toMatchObject({ releasedAt: null, withdrawnAt: null });
  const bo = { ...stranger, memberId: 'UBO' };
  expect(await recordRelease(db, { ...bo, note: 'It resumes.' })).toMatchObject({ outcome: 'done' });
});

it.each(['', 'x', '7b0c8c0e-5d1c-4b36-9a3c-6a0f6f5a3b11'])('a button whose value is %j does nothing', async (id) => {
  const { db } = await jointWork();
  const who = { workspaceId, memberId: 'UMAYA', id, now };
  expect(await recordClosing(db, { ...who, whatCameOfIt: 'Nothing.' })).toEqual(notYours);
  expect(await recordRelease(db, { ...who, note: 'Nothing.' })).toEqual(notYours);
});
