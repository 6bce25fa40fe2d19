import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { answerForm } from './answer-form.ts';
import { findChallenge } from './challenge-store.ts';
import { correctForm } from './correct-form.ts';
import { loadAnswerers } from './load-answerers.ts';
import { challengeWords, numberInFull, numberWords } from './number-message.ts';
import { type ReasonKind, reasonForm } from './reason-form.ts';
import { findNumbers } from './store.ts';
import type { NumberValue } from './waiting.ts';

interface Asks {
  workspaceId: string;
  actorId: string;
  now: Date;
}

/** The form to correct a value; undefined where it is gone or not theirs to correct. */
export async function openCorrectForm(
  db: Database,
  asks: Asks & { observationId: string },
): Promise<ModalView | undefined> {
  const number = await findTheirs(db, asks, 'correct');
  return number && correctForm(number, numberInFull(number));
}

/** The form that asks why, for what only whoever answers for a value may do with it. */
export async function openReasonForm(
  db: Database,
  asks: Asks & { observationId: string; kind: ReasonKind },
): Promise<ModalView | undefined> {
  const number = await findTheirs(db, asks, 'verify');
  return number && reasonForm(asks.kind, number, numberWords(number));
}

/** The form to answer a challenge; undefined where it is answered, or not theirs to answer. */
export async function openAnswerForm(
  db: Database,
  asks: Asks & { challengeId: string },
): Promise<ModalView | undefined> {
  const { workspaceId, challengeId } = asks;
  const challenge = await findChallenge(db, workspaceId, challengeId);
  if (!challenge || challenge.answer) return undefined;
  const { memberId, metricKey } = challenge;
  const answererId = (await loadAnswerers(db, workspaceId)).of(challenge);
  const actor = await loadStanding(db, asks);
  if (!may(actor, 'answer-challenge', { memberId, metricKey, answererId })) return undefined;
  const [number] = await findNumbers(db, workspaceId, [challenge.observationId]);
  return number && answerForm(challenge, { number: numberInFull(number), challenge: challengeWords(challenge) });
}

/** The value that a challenge is about, for reading what is typed in its place. */
export async function findChallengedNumber(
  db: Database,
  { workspaceId, challengeId }: { workspaceId: string; challengeId: string },
): Promise<NumberValue | undefined> {
  const challenge = await findChallenge(db, workspaceId, challengeId);
  return challenge && (await findNumber(db, { workspaceId, observationId: challenge.observationId }));
}

export async function findNumber(
  db: Database,
  { workspaceId, observationId }: { workspaceId: string; observationId: string },
): Promise<NumberValue | undefined> {
  return (await findNumbers(db, workspaceId, [observationId])).at(0);
}

async function findTheirs(
  db: Database,
  asks: Asks & { observationId: string },
  action: 'correct' | 'verify',
): Promise<NumberValue | undefined> {
  const number = await findNumber(db, asks);
  if (!number) return undefined;
  const { memberId, metricKey } = number;
  const answererId = (await loadAnswerers(db, asks.workspaceId)).of({ memberId, metricKey });
  const actor = await loadStanding(db, asks);
  return may(actor, action, { memberId, metricKey, answererId }) ? number : undefined;
}
