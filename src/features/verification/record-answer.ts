import type { Database, Transaction } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordCorrection, recordWithdrawal } from '../observations/record-correction.ts';
import { type Challenge, findStandingOf, lockChallenge, saveAnswer } from './challenge-store.ts';
import { loadAnswerers } from './load-answerers.ts';
import { insertVerified } from './record-verdicts.ts';

export interface Answer {
  workspaceId: string;
  actorId: string;
  challengeId: string;
  answer: NonNullable<Challenge['answer']>;
  /** With `corrected`: the right value. */
  value: string | null;
  reason: string;
  now: Date;
}

export type Answered =
  | { outcome: 'answered' }
  | { outcome: 'not-theirs' | 'answered-meanwhile' }
  /** The number was taken back meanwhile: it can neither stand nor be corrected. */
  | { outcome: 'taken-back' }
  | { outcome: 'same-value' };

/** Answers a challenge: the number stands, is corrected, or is taken back. Everybody concerned is told once. */
export async function recordAnswer(db: Database, answer: Answer): Promise<Answered> {
  const { workspaceId, actorId, challengeId } = answer;
  return db.$transaction(async (transaction) => {
    const challenge = await lockChallenge(transaction, workspaceId, challengeId);
    if (!challenge) return { outcome: 'not-theirs' };
    const { memberId, metricKey } = challenge;
    const actor = await loadStanding(transaction, answer);
    const answererId = (await loadAnswerers(transaction, workspaceId)).of(challenge);
    if (!may(actor, 'answer-challenge', { memberId, metricKey, answererId })) return { outcome: 'not-theirs' };
    if (challenge.answer) return { outcome: 'answered-meanwhile' };
    const done = await settle(transaction, challenge, answer);
    if (done.outcome !== 'answered') return done;
    await saveAnswer(transaction, { ...answer, id: challengeId, answeredById: actorId });
    return done;
  });
}

/** What the answer makes of the number. */
async function settle(transaction: Transaction, challenge: Challenge, says: Answer): Promise<Answered> {
  const observationId = await findStandingOf(transaction, challenge);
  if (observationId === undefined) return { outcome: says.answer === 'withdrawn' ? 'answered' : 'taken-back' };
  const change = { ...says, observationId, may: () => true };
  if (says.answer === 'withdrawn') {
    await recordWithdrawal(transaction, change);
  } else if (says.answer === 'corrected') {
    const corrected = await recordCorrection(transaction, change);
    if (corrected.outcome === 'same-value') return corrected;
    if (corrected.outcome !== 'corrected') return { outcome: 'taken-back' };
    await insertVerified(transaction, says, { id: corrected.observationId, memberId: challenge.memberId });
  } else {
    await insertVerified(transaction, says, { id: observationId, memberId: challenge.memberId });
  }
  return { outcome: 'answered' };
}
