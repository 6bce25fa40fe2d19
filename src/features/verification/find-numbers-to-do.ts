import type { FindThingsToDo } from '../../platform/slack/thing-to-do.ts';
import { loadWaiting } from './load-waiting.ts';
import { openListButton } from './open-list-button.ts';
import { isNothingWaiting } from './waiting.ts';

/** Numbers that wait for somebody to verify, decide or answer, in one line. */
export const findNumbersToDo: FindThingsToDo = async (db, { workspaceId, memberId: actorId, now }) => {
  const waiting = await loadWaiting(db, { workspaceId, actorId, now });
  if (isNothingWaiting(waiting)) return [];
  const { valueCount, differences, challenges } = waiting;
  const count = valueCount + differences.length + challenges.length;
  const words = count === 1 ? '1 number waits for your word.' : `${count} numbers wait for your word.`;
  return [{ words, dueOn: null, button: openListButton() }];
};
