import type { Composition, DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import type { Delivery } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { findBadTime } from '../people/find-bad-time.ts';
import { challengeAnswerMessage, challengeMessage } from './challenge-message.ts';
import { findChallenge, findStandingOf } from './challenge-store.ts';
import { CHALLENGE, CHALLENGE_ANSWER, RETURNED_VALUES, VERIFICATION_LIST } from './delivery-names.ts';
import { gatherChallenges } from './gather-challenges.ts';
import { gatherLists } from './gather-lists.ts';
import { gatherReturned, readNoteOccurrence } from './gather-returned.ts';
import { loadAnswerers } from './load-answerers.ts';
import { loadJudge } from './load-judge.ts';
import { loadWaiting } from './load-waiting.ts';
import { numbersIn, recordNumberLooks } from './record-number-looks.ts';
import { returnedMessage } from './returned-message.ts';
import { findNumbers } from './store.ts';
import { findReturned } from './verdict-store.ts';
import { waitingMessage } from './waiting-message.ts';

/** All of it can wait for as long as somebody is away. */
const LONGEST_WAIT_MILLISECONDS = 60 * 24 * 3_600_000;

/** What each data owner should look at this week, in one list that shows what is left of it. */
export const verificationList: DeliveryKind = {
  name: VERIFICATION_LIST,
  describes: 'numbers to verify, sources that differ and challenges, gathered once a week for whoever answers for them',
  lateness: 'sent within its week',
  waitsForPeople: true,
  plan: (transaction, workspaceId, now) => gatherLists(transaction, { workspaceId, now }),
  async compose(db, delivery, now) {
    const { workspaceId, recipient: actorId, messageTs, plannedAt } = delivery;
    const waiting = await loadWaiting(db, { workspaceId, actorId, now });
    if (messageTs === null) {
      const isNew = waiting.differences.some(({ leftOpenBecause }) => leftOpenBecause === null);
      const isWorthTelling = waiting.values.length > 0 || waiting.challenges.length > 0 || isNew;
      if (!isWorthTelling) return { outcome: 'skip', reason: 'nothing waits for them' };
      const badTime = await findTheirBadTime(db, delivery, now);
      if (badTime) return badTime;
    }
    // What a list will show is known only now. Composed twice, it is on the log twice: rather that than not at all.
    const surface = 'the weekly list to verify';
    const since = messageTs === null ? undefined : plannedAt;
    await recordNumberLooks(db, { workspaceId, actorId, numbers: numbersIn(waiting), surface, since, now });
    return { outcome: 'message', message: waitingMessage(waiting) };
  },
};

/** What data owners sent back, gathered for whoever reported it or brought it. */
export const returnedValues: DeliveryKind = {
  name: RETURNED_VALUES,
  describes: 'numbers that a data owner sent back, gathered in one note to whoever reported them',
  lateness: 'sent',
  waitsForPeople: true,
  plan: (transaction, workspaceId, now) => gatherReturned(transaction, { workspaceId, now }),
  async compose(db, delivery, now) {
    const { workspaceId, recipient: memberId, occurrence, messageTs, plannedAt } = delivery;
    const tellAt = readNoteOccurrence(occurrence);
    if (!tellAt) return { outcome: 'skip', reason: 'it is about no moment' };
    const returned = await findReturned(db, { workspaceId, memberId, tellAt });
    if (messageTs === null) {
      if (returned.length === 0) return { outcome: 'skip', reason: 'corrected meanwhile' };
      const badTime = await findTheirBadTime(db, delivery, now);
      if (badTime) return badTime;
    }
    const numbers = returned.map(({ number }) => number);
    const since = messageTs === null ? undefined : plannedAt;
    const looks = { workspaceId, actorId: memberId, numbers, surface: 'numbers that came back', since, now };
    await recordNumberLooks(db, looks);
    const { mayCorrect } = await loadJudge(db, { workspaceId, actorId: memberId, now });
    return { outcome: 'message', message: returnedMessage(returned, mayCorrect) };
  },
};

/** A challenge, to everybody concerned; it stays true when it is answered. */
export const challengeNotice: DeliveryKind = {
  name: CHALLENGE,
  describes: 'a number is challenged: to whom it is about, their manager and whoever answers for it',
  lateness: 'sent',
  waitsForPeople: true,
  plan: (transaction, workspaceId, now) => gatherChallenges(transaction, { workspaceId, about: 'challenge', now }),
  compose: (db, delivery, now) =>
    composeChallenge(db, delivery, now, async ({ challenge, number }) => {
      const answererId = (await loadAnswerers(db, delivery.workspaceId)).of(challenge);
      return challengeMessage({ challenge, number, answererId, readerId: delivery.recipient });
    }),
};

/** What came of a challenge, to everybody concerned, once. */
export const challengeAnswer: DeliveryKind = {
  name: CHALLENGE_ANSWER,
  describes: 'the answer to a challenge: to whom it is about, the challenger, the manager and the data owner',
  lateness: 'sent',
  waitsForPeople: true,
  plan: (transaction, workspaceId, now) => gatherChallenges(transaction, { workspaceId, about: 'answer', now }),
  compose: (db, delivery, now) =>
    composeChallenge(db, delivery, now, async ({ challenge, number }) => {
      const standingId = challenge.answer === 'corrected' ? await findStandingOf(db, challenge) : undefined;
      const [now] = standingId ? await findNumbers(db, delivery.workspaceId, [standingId]) : [];
      return challengeAnswerMessage({ challenge, number }, now?.value ?? null);
    }),
};

type Words = (about: {
  challenge: NonNullable<Awaited<ReturnType<typeof findChallenge>>>;
  number: Awaited<ReturnType<typeof findNumbers>>[number];
}) => Promise<Extract<Composition, { outcome: 'message' }>['message']>;

/** Whoever may not see the number any more is not told of it. */
async function composeChallenge(db: Transaction, delivery: Delivery, now: Date, words: Words): Promise<Composition> {
  const { workspaceId, recipient, occurrence, messageTs } = delivery;
  const challenge = await findChallenge(db, workspaceId, occurrence);
  const [number] = challenge ? await findNumbers(db, workspaceId, [challenge.observationId]) : [];
  if (!challenge || !number) return { outcome: 'skip', reason: 'the number is gone' };
  const { memberId, metricKey } = challenge;
  const reader = await loadStanding(db, { workspaceId, actorId: recipient, now });
  if (!may(reader, 'see-numbers', { memberId, metricKey })) {
    return { outcome: 'skip', reason: 'they may not see this number any more' };
  }
  const badTime = messageTs === null ? await findTheirBadTime(db, delivery, now) : undefined;
  return badTime ?? { outcome: 'message', message: await words({ challenge, number }) };
}

function findTheirBadTime(db: Transaction, { workspaceId, recipient: memberId }: Delivery, now: Date) {
  const until = new Date(now.getTime() + LONGEST_WAIT_MILLISECONDS);
  return findBadTime(db, { workspaceId, memberId, until }, now);
}
