import type { FindThingsToDo } from '../../platform/slack/thing-to-do.ts';
import { dayOf, plusDays, readableDay } from '../../platform/time/calendar-day.ts';
import { answerButton } from './control-button.ts';
import { findCheckIns } from './store.ts';

/** Longer than any window is open. */
const LOOK_BACK_DAYS = 100;

/** The check-ins that wait for an answer. */
export const findCheckInsToDo: FindThingsToDo = async (db, { workspaceId, memberId, now }) => {
  const today = dayOf(now, 'UTC');
  const span = { from: plusDays(today, -LOOK_BACK_DAYS), to: plusDays(today, 1) };
  const checkIns = await findCheckIns(db, { workspaceId, memberIds: [memberId], ...span });
  return checkIns
    .filter(({ answer, excuse, promptAt, closesAt }) => !answer && !excuse && promptAt <= now && now < closesAt)
    .map((checkIn) => ({
      words: `Your check-in of ${readableDay(checkIn.occursOn)} waits for an answer.`,
      dueOn: checkIn.occursOn,
      button: answerButton(checkIn, 'Answer'),
    }));
};
