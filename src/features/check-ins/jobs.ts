import type { DeliveryKind, PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import { loadCheckInValues } from '../metrics/load-check-in-values.ts';
import { latestOccurrence } from './cadence.ts';
import { CHECK_IN_PROMPT, CHECK_IN_REMINDER } from './delivery-names.ts';
import { answeredMessage, promptMessage, reminderAnsweredMessage, reminderMessage } from './prompt-message.ts';
import { findCadences, findCheckIn, findMembersToAsk, findTimeZones, openCheckIns, takeDueReminders } from './store.ts';

/**
 * Asks each member at their local time. The message stays theirs: once they have answered, it is their own copy of it.
 * Late by us but still in the window: it is sent. Past the window: it is not.
 */
export const checkInPrompt: DeliveryKind = {
  name: CHECK_IN_PROMPT,
  describes: 'the check-in prompt of each member, at their local time',
  async plan(transaction, workspaceId, now) {
    const planned: PlannedDelivery[] = [];
    for (const cadence of await findCadences(transaction, workspaceId)) {
      for (const timeZone of await findTimeZones(transaction, workspaceId, cadence.teamKeys)) {
        const occurrence = latestOccurrence(cadence, timeZone, now);
        if (!occurrence || occurrence.closesAt <= now || occurrence.promptAt < cadence.definedAt) continue;
        const memberIds = await findMembersToAsk(transaction, workspaceId, cadence, timeZone, occurrence);
        const opened = await openCheckIns(transaction, workspaceId, cadence.key, memberIds, occurrence);
        const dueAt = occurrence.promptAt;
        planned.push(...opened.map(({ id, memberId }) => ({ recipient: memberId, occurrence: id, dueAt })));
      }
    }
    return planned;
  },
  async compose(db, delivery, now) {
    const checkIn = await findCheckIn(db, delivery.workspaceId, delivery.occurrence);
    if (!checkIn?.memberIsActive) return { outcome: 'skip', reason: 'the member left' };
    if (checkIn.answer) {
      const values = await loadCheckInValues(db, checkIn.id);
      return { outcome: 'message', message: answeredMessage(checkIn, checkIn.answer, values) };
    }
    if (checkIn.closesAt <= now) return { outcome: 'skip', reason: 'its window closed before it could be sent' };
    return { outcome: 'message', message: promptMessage(checkIn) };
  },
};

/** Reminds once, and only those who still owe an answer. */
export const checkInReminder: DeliveryKind = {
  name: CHECK_IN_REMINDER,
  describes: 'the one reminder to members who have not answered',
  async plan(transaction, workspaceId, now) {
    const taken = await takeDueReminders(transaction, workspaceId, now);
    return taken.map(({ id, memberId, remindAt }) => ({ recipient: memberId, occurrence: id, dueAt: remindAt }));
  },
  async compose(db, delivery, now) {
    const checkIn = await findCheckIn(db, delivery.workspaceId, delivery.occurrence);
    if (!checkIn?.memberIsActive) return { outcome: 'skip', reason: 'the member left' };
    if (checkIn.answer) {
      if (delivery.messageTs === null) return { outcome: 'skip', reason: 'answered meanwhile' };
      return { outcome: 'message', message: reminderAnsweredMessage(checkIn) };
    }
    if (checkIn.closesAt <= now) return { outcome: 'skip', reason: 'its window closed before it could be sent' };
    return { outcome: 'message', message: reminderMessage(checkIn) };
  },
};
