import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { FindThingsToDo } from '../../platform/slack/thing-to-do.ts';
import { partButton } from './part-button.ts';
import { findOwnWins } from './store.ts';

/** The wins in which somebody named this member, and they have not said yet whether that is right. */
export const findPartsToDo: FindThingsToDo = async (db, { workspaceId, memberId, now }) => {
  const wins = await findOwnWins(db, { workspaceId, memberId, withdrawnSince: now });
  return wins
    .filter(({ recordedById, contributors }) => {
      const own = contributors.find((one) => one.memberId === memberId);
      return recordedById !== memberId && own?.partState === 'told';
    })
    .map(({ id, client, recordedById }) => ({
      words: `<@${recordedById}> credits you with a part in a win for *${cut(escapeMrkdwn(client), 100)}*. Is it told rightly?`,
      dueOn: null,
      button: partButton('correct', id, 'Say what you did'),
    }));
};
