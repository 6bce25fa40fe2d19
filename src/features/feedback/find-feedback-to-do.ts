import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { FindThingsToDo } from '../../platform/slack/thing-to-do.ts';
import { findToday } from '../people/find-today.ts';
import { answerRequestButton } from './feedback-button.ts';
import { isOpen } from './feedback-request.ts';
import { findRequests } from './request-store.ts';

/** The requests that wait for an answer or a no. */
export const findFeedbackToDo: FindThingsToDo = async (db, { workspaceId, memberId, now }) => {
  const today = await findToday(db, { workspaceId, memberId, now });
  const requests = await findRequests(db, workspaceId, { askedId: memberId, from: today });
  return requests.filter(isOpen).map(({ id, askedById, subjectId, about, answerBy }) => {
    const whom = askedById === subjectId ? 'themselves' : `<@${subjectId}>`;
    return {
      words: `<@${askedById}> asks you for feedback about ${whom}: ${cut(escapeMrkdwn(about), 200)}`,
      dueOn: answerBy,
      button: answerRequestButton(id),
    };
  });
};
