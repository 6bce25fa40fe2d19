import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import type { FindMessagesShowing } from '../observations/refresh-shown-numbers.ts';
import { CHALLENGE, CHALLENGE_ANSWER, RETURNED_VALUES, VERIFICATION_LIST } from './delivery-names.ts';
import { noteOccurrence } from './gather-returned.ts';
import { loadAnswerers } from './load-answerers.ts';
import { DIFFERENCES_DAYS } from './load-waiting.ts';
import { findChallengesOf, findListable, findNotesOf } from './shown-store.ts';
import { listOccurrence, weekOf } from './verification-week.ts';

type Query = Parameters<FindMessagesShowing>[1];

/** Lists to verify, notes of what came back, challenges and their answers. */
export const findVerificationShowing: FindMessagesShowing = async (db, query) => {
  const lists = await findListsShowing(db, query);
  const notes = await findNotesOf(db, query);
  const challenges = await findChallengesOf(db, query);
  return [
    ...lists.map((occurrence) => ({ kind: VERIFICATION_LIST, occurrence })),
    ...notes.map(({ memberId, tellAt }) => ({ kind: RETURNED_VALUES, occurrence: noteOccurrence(memberId, tellAt) })),
    ...challenges.flatMap((occurrence) => [CHALLENGE, CHALLENGE_ANSWER].map((kind) => ({ kind, occurrence }))),
  ];
};

const WEEKS = 4;

/** All the lists of the last weeks of whoever answers for these numbers: they show the same. */
async function findListsShowing(db: Transaction, query: Query): Promise<string[]> {
  const { workspaceId, now } = query;
  const differingSince = plusDays(dayOf(now, 'UTC'), -DIFFERENCES_DAYS);
  const numbers = await findListable(db, { ...query, differingSince });
  if (numbers.length === 0) return [];
  const answerers = await loadAnswerers(db, workspaceId);
  // A challenge that its answerer made is in the list of somebody else.
  const asked = numbers.flatMap(({ memberId, metricKey, challengerId }) => [
    answerers.of({ memberId, metricKey }),
    ...(challengerId === null ? [] : [answerers.of({ memberId, metricKey, challengerId })]),
  ]);
  const answererIds = [...new Set(asked)].filter((id) => id !== null);
  const weeks = Array.from({ length: WEEKS }, (_, at) => plusDays(weekOf(now), -7 * at));
  return answererIds.flatMap((id) => weeks.map((week) => listOccurrence(week, id)));
}
