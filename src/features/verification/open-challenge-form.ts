import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { loadNames } from '../people/load-names.ts';
import { type Challengeable, challengeForm, type OwnAnswer } from './challenge-form.ts';
import { findOpenChallenges } from './challenge-store.ts';
import { loadAnswerers } from './load-answerers.ts';
import { recordNumberLooks } from './record-number-looks.ts';
import { findStandingNumbers } from './store.ts';

/** As far as the review of one person looks back; of several, as far as `/progress` does. */
const DAYS_OF_ONE = 400;
const DAYS_OF_MANY = 100;
const MOST_EACH = 12;
const MOST_GROUPS = 100;

/**
 * The form for what this person may challenge of these members; undefined where there is nothing. It lists numbers, and of
 * a longer time than what it is opened from: that they looked is on record.
 */
export async function openChallengeForm(
  db: Database,
  asks: { workspaceId: string; actorId: string; memberIds: string[]; now: Date },
): Promise<ModalView | undefined> {
  const { workspaceId, memberIds, now } = asks;
  const actor = await loadStanding(db, asks);
  const since = plusDays(dayOf(now, 'UTC'), memberIds.length === 1 ? -DAYS_OF_ONE : -DAYS_OF_MANY);
  const open = await findOpenChallenges(db, workspaceId);
  const isOpen = (number: { memberId: string; metricKey: string; on: string; source: string }) =>
    open.some(
      ({ memberId, metricKey, on, source }) =>
        memberId === number.memberId && metricKey === number.metricKey && on === number.on && source === number.source,
    );
  const numbers = (await findStandingNumbers(db, { workspaceId, memberIds, since })).filter((number) => {
    const { memberId, metricKey, state } = number;
    // What was set aside says nothing any more, and what is challenged already is not challenged again.
    return state !== 'corrected' && !isOpen(number) && may(actor, 'challenge', { memberId, metricKey });
  });
  const nameOf = await loadNames(db, workspaceId, memberIds);
  const ofMetric = [...Map.groupBy(numbers, ({ memberId, metricKey }) => `${memberId} ${metricKey}`).values()];
  const groups = ofMetric.slice(0, MOST_GROUPS).flatMap((each): Challengeable[] => {
    const latest = each.at(-1);
    if (!latest) return [];
    return [
      {
        memberName: nameOf(latest.memberId),
        metricName: latest.metricName,
        numbers: each.slice(-MOST_EACH).toReversed(),
      },
    ];
  });
  if (groups.length === 0) return undefined;
  const listed = groups.flatMap((group) => group.numbers);
  await recordNumberLooks(db, { ...asks, numbers: listed, surface: 'the form of a challenge' });
  const answerers = await loadAnswerers(db, workspaceId);
  const challengerId = asks.actorId;
  const own = groups.flatMap(({ metricName, numbers: [number] }): OwnAnswer[] => {
    if (!number || answerers.of(number) !== challengerId) return [];
    return [{ metricName, answererId: answerers.of({ ...number, challengerId }) }];
  });
  return challengeForm(groups, own);
}
