import type { DeliveryKind, PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import { loadCheckInValues } from '../metrics/load-check-in-values.ts';
import { CHECK_IN_PROMPT, CHECK_IN_REMINDER } from './delivery-names.ts';
import { findHindrance } from './find-hindrance.ts';
import { openDueCheckIns } from './open-due-check-ins.ts';
import { recordUnsent, takeDueReminders } from './planning-store.ts';
import {
  answeredMessage,
  excusedMessage,
  promptMessage,
  reminderAnsweredMessage,
  reminderMessage,
} from './prompt-message.ts';
import { recordExcuses } from './record-excuses.ts';
import { findCadences, findCheckIn } from './store.ts';

/** Asks each member at their local time. The message stays theirs: once they answered, it is their own copy of it. */
export const checkInPrompt: DeliveryKind = {
  name: CHECK_IN_PROMPT,
  describes: 'the check-in prompt of each member, at their local time',
  lateness: 'sent while its window is open; after that the check-in is on record as missed by us, not by the member',
  waitsForPeople: true,
  async plan(transaction, workspaceId, now) {
    const cadences = await findCadences(transaction, workspaceId);
    const planned: PlannedDelivery[] = [];
    for (const cadence of cadences) {
      planned.push(...(await openDueCheckIns(transaction, { workspaceId, cadence, now })));
    }
    planned.push(...(await recordExcuses(transaction, { workspaceId, now })));
    const since = new Date(Math.min(...cadences.map(({ watchedAt }) => watchedAt.getTime()), now.getTime()));
    await recordUnsent(transaction, workspaceId, { promptKind: CHECK_IN_PROMPT, since, now });
    return planned;
  },
  async compose(db, delivery, now) {
    const checkIn = await findCheckIn(db, delivery.workspaceId, delivery.occurrence);
    if (!checkIn?.memberIsActive) return { outcome: 'skip', reason: 'the member left' };
    if (checkIn.answer) {
      const values = await loadCheckInValues(db, checkIn.id);
      return { outcome: 'message', message: answeredMessage(checkIn, checkIn.answer, values) };
    }
    if (delivery.messageTs === null) {
      const hindrance = await findHindrance(db, delivery.workspaceId, checkIn, now);
      if (hindrance) return hindrance;
    }
    return { outcome: 'message', message: checkIn.excuse ? excusedMessage(checkIn) : promptMessage(checkIn) };
  },
};

/** Reminds once, and only those who still owe an answer. */
export const checkInReminder: DeliveryKind = {
  name: CHECK_IN_REMINDER,
  describes: 'the one reminder to members who have not answered',
  lateness: 'sent while the check-in is open; after that not at all',
  waitsForPeople: true,
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
    const hindrance = await findHindrance(db, delivery.workspaceId, checkIn, now);
    return hindrance ?? { outcome: 'message', message: reminderMessage(checkIn) };
  },
};
