import type { Composition, DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { loadCheckInValues } from '../observations/load-check-in-values.ts';
import { findBadTime } from '../people/find-bad-time.ts';
import { readMoment } from '../people/moment-occurrence.ts';
import { gatherSignals } from '../signals/gather-signals.ts';
import { loadToldSignals } from '../signals/load-told-signals.ts';
import { CHECK_IN_PROMPT, CHECK_IN_REMINDER, MISSED_CHECK_INS } from './delivery-names.ts';
import { findHindrance } from './find-hindrance.ts';
import { gatherMissed } from './gather-missed.ts';
import { gatherPrompts } from './gather-prompts.ts';
import { gatherReminders } from './gather-reminders.ts';
import { missedMessage } from './missed-message.ts';
import { findTold } from './missed-store.ts';
import { recordUnsent, recordWatch } from './planning-store.ts';
import { promptMessage, reminderMessage } from './prompt-message.ts';
import { recordExcuses } from './record-excuses.ts';
import { type CheckIn, findCadences, findCheckInsOfPrompt, findRemindedAt } from './store.ts';

/** Asks each member at their local time. The message stays theirs: once they answered, it is their own copy of it. */
export const checkInPrompt: DeliveryKind = {
  name: CHECK_IN_PROMPT,
  describes: 'the check-in prompt of each member, at their local time',
  lateness: 'sent while its window is open; after that the check-in is on record as missed by us, not by the member',
  waitsForPeople: true,
  async plan(transaction, workspaceId, now) {
    const cadences = await findCadences(transaction, workspaceId);
    const planned = await gatherPrompts(transaction, { workspaceId, cadences, now });
    planned.push(...(await recordExcuses(transaction, { workspaceId, now })));
    return planned;
  },
  async recordPassing(transaction, workspaceId, now) {
    const cadences = await findCadences(transaction, workspaceId);
    const since = new Date(Math.min(...cadences.map(({ watchedAt }) => watchedAt.getTime()), now.getTime()));
    await recordUnsent(transaction, workspaceId, { promptKind: CHECK_IN_PROMPT, since, now });
    await recordWatch(transaction, workspaceId, now);
  },
  async compose(db, { workspaceId, occurrence, messageTs }, now) {
    const checkIns = await findCheckInsOfPrompt(db, workspaceId, occurrence);
    const { shown, hindrance } =
      messageTs === null
        ? await whatToSend(db, { workspaceId, checkIns, now })
        : { shown: checkIns, hindrance: undefined };
    if (shown.length === 0) return hindrance ?? { outcome: 'skip', reason: 'the member or the cadence is gone' };
    const prompted = await Promise.all(
      shown.map(async (checkIn) => ({
        checkIn,
        values: checkIn.answer ? await loadCheckInValues(db, checkIn.id) : [],
      })),
    );
    return { outcome: 'message', message: promptMessage(prompted) };
  },
};

/** Reminds those who still owe an answer, as often as their cadence says, and asks again what they put off. */
export const checkInReminder: DeliveryKind = {
  name: CHECK_IN_REMINDER,
  describes: 'reminders to members who have not answered, and what they put off, asked again',
  lateness: 'sent while the check-in is open; after that not at all',
  waitsForPeople: true,
  plan: (transaction, workspaceId, now) => gatherReminders(transaction, { workspaceId, now }),
  async compose(db, { workspaceId, recipient: memberId, occurrence, messageTs }, now) {
    const remindedAt = readMoment(occurrence);
    if (!remindedAt) return { outcome: 'skip', reason: 'it is about no moment' };
    const checkIns = await findRemindedAt(db, { workspaceId, memberId, remindedAt });
    if (messageTs !== null) return { outcome: 'message', message: reminderMessage(checkIns, remindedAt) };
    const open = checkIns.filter(({ answer }) => !answer);
    const { shown, hindrance } = await whatToSend(db, { workspaceId, checkIns: open, now });
    if (shown.length === 0) return hindrance ?? { outcome: 'skip', reason: 'answered meanwhile' };
    return { outcome: 'message', message: reminderMessage(shown, remindedAt) };
  },
};

/** Being told what is missing can wait for as long as a manager is away. */
const LONGEST_WAIT_MILLISECONDS = 60 * 24 * 3_600_000;

/**
 * Tells a manager, once a day at most, of what stayed without an answer, and once a week of early trouble in their people's
 * numbers: one message for both. It stays true: a late answer shows in it, and what somebody says a number means.
 */
export const missedCheckIns: DeliveryKind = {
  name: MISSED_CHECK_INS,
  describes: 'for each manager on a morning: check-ins without an answer, and early trouble in numbers once a week',
  lateness: 'sent, with everything that is missing by then in one message',
  waitsForPeople: true,
  async plan(transaction, workspaceId, now) {
    const missed = await gatherMissed(transaction, { workspaceId, now });
    const beside = new Map(missed.map(({ recipient, dueAt }) => [recipient, dueAt]));
    return [...missed, ...(await gatherSignals(transaction, { workspaceId, now, beside }))];
  },
  async compose(db, { workspaceId, recipient: missedToldTo, occurrence, messageTs }, now) {
    const missedToldAt = readMoment(occurrence);
    if (!missedToldAt) return { outcome: 'skip', reason: 'it is about no moment' };
    const manager = await loadStanding(db, { workspaceId, actorId: missedToldTo, now });
    const told = await findTold(db, { workspaceId, missedToldTo, missedToldAt });
    const theirs = told.filter(({ memberId }) => may(manager, 'see-words', { memberId }));
    const toldSignals = await loadToldSignals(db, { workspaceId, toldToId: missedToldTo, toldAt: missedToldAt, now });
    const signals = toldSignals.filter(({ memberId, reading: { metric } }) =>
      may(manager, 'see-numbers', { memberId, metricKey: metric.key }),
    );
    if (theirs.length + signals.length === 0) return { outcome: 'skip', reason: 'they are not the manager any more' };
    if (messageTs === null) {
      if (theirs.every(({ answer }) => answer) && signals.every(({ read }) => !read))
        return { outcome: 'skip', reason: 'answered meanwhile' };
      const until = new Date(now.getTime() + LONGEST_WAIT_MILLISECONDS);
      const badTime = await findBadTime(db, { workspaceId, memberId: missedToldTo, until }, now);
      if (badTime) return badTime;
    }
    return { outcome: 'message', message: missedMessage(theirs, signals) };
  },
};

/** Those that may be written about at this moment; if none may, why. */
async function whatToSend(
  db: Transaction,
  { workspaceId, checkIns, now }: { workspaceId: string; checkIns: CheckIn[]; now: Date },
): Promise<{ shown: CheckIn[]; hindrance: Composition | undefined }> {
  const shown: CheckIn[] = [];
  const hindrances: Composition[] = [];
  for (const checkIn of checkIns) {
    const hindrance = checkIn.answer ? undefined : await findHindrance(db, workspaceId, checkIn, now);
    if (hindrance) hindrances.push(hindrance);
    else shown.push(checkIn);
  }
  return { shown, hindrance: hindrances.find(({ outcome }) => outcome === 'wait') ?? hindrances[0] };
}
