import { expect, it } from 'vitest';
import { freezeFeedback } from '../../../src/features/feedback/freeze-feedback.ts';
import { recordDecline, recordFeedbackRequest } from '../../../src/features/feedback/record-feedback-request.ts';
import { recordFeedbackWithdrawn } from '../../../src/features/feedback/record-feedback-withdrawn.ts';
import { recordStepDone } from '../../../src/features/feedback/record-step-done.ts';
import { submitFeedback } from '../../../src/features/feedback/submit-feedback.ts';
import { asTyped } from '../../../src/features/feedback/typed-feedback.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { fivePeople } from '../../setup/five-people.ts';
import { someoneWaits } from '../../setup/someone-waits.ts';
import { someWords } from './some-feedback.ts';

// What a button or a window says may be old, or another's: whoever acts is looked at again where it is saved.

const workspaceId = 'T1';
const now = new Date('2026-03-25T10:00:00Z');

/** What Bo says of Ana, who reports to Maya; or what `authorId` makes of it with the form of `feedbackId` or `requestId`. */
function says(authorId: string, of: { feedbackId?: string; requestId?: string; observed?: string } = {}) {
  const words = { ...someWords, nextStep: 'Ask first at Kestrel.', observed: of.observed ?? someWords.observed };
  const { feedbackId = null, requestId = null } = of;
  const memory = { subjectId: 'UANA', feedbackId, requestId, messageLink: null, isCoached: true, managerId: 'UMAYA' };
  const choice = { visibility: 'shared' as const, reason: null };
  return { workspaceId, authorId, memory, typed: asTyped(words), words, ...choice, now };
}

async function given(db: Database): Promise<{ id: string; observed: () => Promise<string | undefined> }> {
  expect(await submitFeedback(db, says('UBO'))).toMatchObject({ outcome: 'saved' });
  const { id } = await db.feedback.findFirstOrThrow();
  const observed = async () =>
    (await db.feedbackVersion.findFirst({ where: { feedbackId: id }, orderBy: { version: 'desc' } }))?.observed;
  return { id, observed };
}

it('is edited and taken back by its author alone', async () => {
  const { db } = await fivePeople();
  const { id, observed } = await given(db);
  for (const other of ['UANA', 'UMAYA', 'UZOE']) {
    const changed = says(other, { feedbackId: id, observed: 'You did not.' });
    expect((await submitFeedback(db, changed)).outcome).toMatch(/gone|oneself|other-manager/);
    expect(await recordFeedbackWithdrawn(db, { workspaceId, authorId: other, feedbackId: id, now })).toEqual({
      outcome: 'gone',
    });
  }
  expect(await observed()).toBe(someWords.observed);
  expect(await db.feedback.findFirst()).toMatchObject({ version: 1, withdrawnAt: null });
});

it('stays as it is once a packet holds it, though its form or its button was on the screen before', async () => {
  const { db } = await fivePeople();
  const { id, observed } = await given(db);
  const span = { from: '2026-01-01', to: '2026-03-25', reviewOn: '2026-03-30' } as const;
  await db.$transaction((transaction) => freezeFeedback(transaction, { workspaceId, memberId: 'UANA', ...span, now }));
  const changed = says('UBO', { feedbackId: id, observed: 'You did not.' });
  expect(await submitFeedback(db, changed)).toEqual({ outcome: 'frozen' });
  expect(await recordFeedbackWithdrawn(db, { workspaceId, authorId: 'UBO', feedbackId: id, now })).toEqual({
    outcome: 'frozen',
  });
  expect(await observed()).toBe(someWords.observed);
  expect(await db.feedback.findFirst()).toMatchObject({ version: 1, withdrawnAt: null });
});

it('is asked for by the person and by whom they report to, nobody else', async () => {
  const { db } = await fivePeople();
  const request = { workspaceId, subjectId: 'UANA', askedIds: ['UBO'], about: 'The call', now };
  for (const askedById of ['UZOE', 'UBOSS']) {
    expect(await recordFeedbackRequest(db, { ...request, askedById, answerBy: '2026-04-01' })).toEqual({
      outcome: 'not-manager',
      whom: 'UANA',
    });
  }
  expect(await db.feedbackRequest.count()).toBe(0);
  for (const askedById of ['UANA', 'UMAYA']) {
    const asked = await recordFeedbackRequest(db, { ...request, askedById, answerBy: '2026-04-01' });
    expect(asked).toMatchObject({ outcome: 'asked' });
  }
});

it('is answered, and declined, by whoever was asked alone, and once', async () => {
  const { db } = await fivePeople();
  const asks = { workspaceId, askedById: 'UMAYA', subjectId: 'UANA', about: 'The call', now };
  await recordFeedbackRequest(db, { ...asks, askedIds: ['UBO'], answerBy: '2026-04-01' });
  const { id: requestId } = await db.feedbackRequest.findFirstOrThrow();
  expect(await submitFeedback(db, says('UZOE', { requestId }))).toEqual({ outcome: 'not-open' });
  const decline = { workspaceId, requestId, reason: null, now };
  expect(await recordDecline(db, { ...decline, memberId: 'UZOE' })).toEqual({ outcome: 'gone' });
  expect(await recordDecline(db, { ...decline, memberId: 'UBO' })).toEqual({ outcome: 'declined' });
  expect(await submitFeedback(db, says('UBO', { requestId }))).toEqual({ outcome: 'not-open' });
  expect(await recordDecline(db, { ...decline, memberId: 'UBO' })).toEqual({ outcome: 'not-open' });
  expect(await db.feedback.count()).toBe(0);
});

it('has its next step ticked off by those who read it for the person, nobody else', async () => {
  const { db } = await fivePeople();
  const { id: feedbackId } = await given(db);
  for (const memberId of ['UBO', 'UZOE', 'UBOSS']) {
    expect(await recordStepDone(db, { workspaceId, memberId, feedbackId, now })).toEqual({ outcome: 'gone' });
  }
  expect(await recordStepDone(db, { workspaceId, memberId: 'UANA', feedbackId, now })).toEqual({ outcome: 'done' });
  expect(await recordStepDone(db, { workspaceId, memberId: 'UMAYA', feedbackId, now })).toEqual({
    outcome: 'not-done',
  });
});

it('is not found from another workspace, nor by a name that is none', async () => {
  const { db } = await fivePeople();
  const { id } = await given(db);
  const elsewhere = { workspaceId: 'T2', authorId: 'UBO', now };
  expect(await recordFeedbackWithdrawn(db, { ...elsewhere, feedbackId: id })).toEqual({ outcome: 'gone' });
  expect(await recordFeedbackWithdrawn(db, { workspaceId, authorId: 'UBO', feedbackId: 'x', now })).toEqual({
    outcome: 'gone',
  });
});

it('is asked for once where a form is sent twice at the same moment', async () => {
  const { db } = await fivePeople();
  const asks = { workspaceId, askedById: 'UMAYA', subjectId: 'UANA', askedIds: ['UBO'], about: 'The call', now };
  const twice = [1, 2].map(() => recordFeedbackRequest(db, { ...asks, answerBy: '2026-04-01' }));
  expect((await Promise.all(twice)).map(({ outcome }) => outcome).sort()).toEqual(['asked', 'refused']);
  expect(await db.feedbackRequest.count()).toBe(1);
});

it('is not saved while somebody else becomes the manager who would read it', async () => {
  const { db } = await fivePeople();
  let saving: ReturnType<typeof submitFeedback> | undefined;
  await db.$transaction(async (transaction) => {
    const where = { workspaceId_id: { workspaceId, id: 'UANA' } };
    await transaction.member.update({ where, data: { managerId: 'UZOE' } });
    saving = submitFeedback(db, says('UBO'));
    await Promise.race([saving, someoneWaits(db)]);
  });
  expect(await saving).toEqual({ outcome: 'other-manager' });
  expect(await db.feedback.count()).toBe(0);
});
