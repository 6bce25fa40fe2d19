import { expect, it } from 'vitest';
import { recordAnswer } from '../../../src/features/verification/record-answer.ts';
import { recordChallenge } from '../../../src/features/verification/record-challenge.ts';
import { recordDecision } from '../../../src/features/verification/record-decision.ts';
import { recordCorrected, recordReturned, recordVerified } from '../../../src/features/verification/record-verdicts.ts';
import { littleRecord } from '../observations/little-record.ts';

// Bo (U2) owns Ana's (U1) time to first reply; nobody manages either.
const now = new Date('2026-03-27T09:00:00Z');
const bo = { workspaceId: 'T1', actorId: 'U2', now };
const ana = { ...bo, actorId: 'U1' };
const eve = { ...bo, actorId: 'U9' };

async function world() {
  const { db, add } = await littleRecord();
  await db.metricDefinition.updateMany({ data: { needsVerification: true } });
  return { db, add, kinds: async () => (await db.verdict.findMany()).map(({ kind }) => kind) };
}

it('a value is verified once, by two at the same time too', async () => {
  const { db, add, kinds } = await world();
  const observationIds = [await add({ value: '4' }), await add({ value: '5' })];
  const both = await Promise.all([
    recordVerified(db, { ...bo, observationIds }),
    recordVerified(db, { ...bo, observationIds: observationIds.toReversed() }),
  ]);
  expect(both.map(({ verified }) => verified).toSorted()).toEqual([0, 2]);
  expect(await kinds()).toEqual(['verified', 'verified']);
});

it('only whoever answers for a value verifies or returns it, and nobody a value of their own', async () => {
  const { db, add, kinds } = await world();
  const observationId = await add({ value: '4' });
  const own = await add({ value: '4', memberId: 'U2' });
  const unowned = await add({ value: '4', metricKey: 'reopened' });
  for (const who of [ana, eve]) {
    expect(await recordVerified(db, { ...who, observationIds: [observationId] })).toEqual({
      verified: 0,
      passedOver: 1,
    });
    const returned = { ...who, observationId, reason: 'No' };
    expect(await recordReturned(db, returned)).toEqual({ outcome: 'not-theirs' });
  }
  const observationIds = [own, unowned];
  expect(await recordVerified(db, { ...bo, observationIds })).toEqual({ verified: 0, passedOver: 2 });
  expect(await kinds()).toEqual([]);
});

it('what was corrected or taken back meanwhile is passed over', async () => {
  const { db, add } = await world();
  const before = await add({ value: '4' });
  await add({ value: '5', supersedesId: before });
  const gone = await add({ value: '6', withdrawnAt: now });
  const observationIds = [before, gone];
  expect(await recordVerified(db, { ...bo, observationIds })).toEqual({ verified: 0, passedOver: 2 });
  const returned = { ...bo, observationId: before, reason: 'No' };
  expect(await recordReturned(db, returned)).toEqual({ outcome: 'changed-meanwhile' });
});

it.each([
  { what: 'that was typed goes back to who typed it', recordedById: 'U1', to: ['U1'] },
  { what: 'of a system goes back to whom it is about', recordedById: 'helpdesk', to: ['U1'] },
  { what: 'of a file goes back to who brought it and to whom it is about', recordedById: 'U3', to: ['U1', 'U3'] },
  { what: 'that a bot gave goes back to whom it is about', recordedById: 'UBOT', to: ['U1'] },
  { what: 'that its judge brought goes back to whom it is about', recordedById: 'U2', to: ['U1'] },
])('a value $what', async ({ recordedById, to }) => {
  const { db, add } = await world();
  await db.member.create({ data: { workspaceId: 'T1', id: 'U3', name: 'cy', kind: 'person', timeZone: 'UTC' } });
  const observationId = await add({ value: '4', source: 'file', recordedById });
  expect(await recordReturned(db, { ...bo, observationId, reason: 'Look again' })).toEqual({ outcome: 'given' });
  const returned = await db.returnedTo.findMany({ orderBy: { memberId: 'asc' } });
  expect(returned.map(({ memberId, tellAt }) => [memberId, tellAt])).toEqual(to.map((id) => [id, null]));
});

it('the member corrects a value without verifying it; whoever answers for it verifies it thereby', async () => {
  const { db, add, kinds } = await world();
  const observationId = await add({ value: '4' });
  expect(await recordCorrected(db, { ...ana, observationId, value: '5', reason: 'A slip' })).toEqual({
    outcome: 'given',
  });
  expect(await kinds()).toEqual([]);
  const { id } = await db.observation.findFirstOrThrow({ where: { supersedesId: observationId } });
  expect(await recordCorrected(db, { ...eve, observationId: id, value: '6', reason: 'No' })).toEqual({
    outcome: 'not-theirs',
  });
  expect(await recordCorrected(db, { ...bo, observationId: id, value: '6', reason: 'The log' })).toEqual({
    outcome: 'given',
  });
  expect(await kinds()).toEqual(['verified']);
});

it('of two who challenge a number at once, one does', async () => {
  const { db, add } = await world();
  const observationId = await add({ value: '4' });
  const says = { observationId, reason: 'Wrong', evidenceUrl: null, evidenceFile: null };
  const both = await Promise.all([recordChallenge(db, { ...ana, ...says }), recordChallenge(db, { ...bo, ...says })]);
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'challenged']);
  expect(await db.challenge.count()).toBe(1);
});

it('a challenge is answered once, by whoever answers for the number alone', async () => {
  const { db, add } = await world();
  const observationId = await add({ value: '4' });
  const made = await recordChallenge(db, {
    ...ana,
    observationId,
    reason: 'Wrong',
    evidenceUrl: null,
    evidenceFile: null,
  });
  if (made.outcome !== 'challenged') throw new Error(made.outcome);
  const answer = { challengeId: made.challengeId, answer: 'upheld', value: null, reason: 'The log' } as const;
  for (const who of [ana, eve])
    expect(await recordAnswer(db, { ...who, ...answer })).toEqual({ outcome: 'not-theirs' });
  expect(await recordAnswer(db, { ...bo, ...answer })).toEqual({ outcome: 'answered' });
  expect(await recordAnswer(db, { ...bo, ...answer, answer: 'withdrawn' })).toEqual({ outcome: 'answered-meanwhile' });
  expect((await db.observation.findFirstOrThrow()).withdrawnAt).toBeNull();
});

it('a number that was taken back neither stands nor is corrected', async () => {
  const { db, add } = await world();
  const observationId = await add({ value: '4' });
  const made = await recordChallenge(db, {
    ...ana,
    observationId,
    reason: 'Wrong',
    evidenceUrl: null,
    evidenceFile: null,
  });
  if (made.outcome !== 'challenged') throw new Error(made.outcome);
  await db.observation.updateMany({ data: { withdrawnAt: now } });
  const answer = { ...bo, challengeId: made.challengeId, value: '5', reason: 'The log' };
  expect(await recordAnswer(db, { ...answer, answer: 'upheld' })).toEqual({ outcome: 'taken-back' });
  expect(await recordAnswer(db, { ...answer, answer: 'corrected' })).toEqual({ outcome: 'taken-back' });
  expect(await recordAnswer(db, { ...answer, answer: 'withdrawn' })).toEqual({ outcome: 'answered' });
});

it('which source stands is decided once, by whoever answers', async () => {
  const { db, add, kinds } = await world();
  const observationId = await add({ value: '4', source: 'crm' });
  await add({ value: '5', source: 'helpdesk' });
  const decision = { observationId, decides: 'stands', reason: 'The log' } as const;
  for (const who of [ana, eve]) {
    expect(await recordDecision(db, { ...who, ...decision })).toEqual({ outcome: 'settled-meanwhile' });
  }
  expect(await recordDecision(db, { ...bo, ...decision })).toEqual({ outcome: 'decided' });
  expect(await recordDecision(db, { ...bo, ...decision })).toEqual({ outcome: 'settled-meanwhile' });
  expect((await kinds()).toSorted()).toEqual(['set_aside', 'verified']);
});
