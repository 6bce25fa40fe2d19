import { actions, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { answerRequestButton, declineRequestButton } from './feedback-button.ts';
import type { FeedbackRequest } from './feedback-request.ts';

/** To whoever is asked. Once they answered or declined it says so and asks no more. */
export function requestMessage(request: FeedbackRequest, { isReminder }: { isReminder: boolean }): Message {
  const { id, askedById, askedId, subjectId, about, answerBy, feedbackId, declinedAt } = request;
  const whom = subjectId === askedById ? 'themselves' : subjectId === askedId ? 'you' : `<@${subjectId}>`;
  const text = `<@${askedById}> asks you for feedback about ${whom}, by ${readableDay(answerBy)}`;
  const opening = section(`${isReminder ? 'A reminder, the only one: ' : ''}${text}.\n>${quoted(about)}`);
  if (feedbackId !== null) {
    return { text, blocks: [opening, context('You answered. `/feedback` shows it and lets you edit it. Thank you.')] };
  }
  if (declinedAt !== null) return { text, blocks: [opening, context('You declined.')] };
  return {
    text,
    blocks: [
      opening,
      actions(`request-${id}`, [answerRequestButton(id), declineRequestButton(id)]),
      context(
        'Two sentences are enough: what they did, and what it caused. The form says who reads it before you type.',
      ),
    ],
  };
}

function quoted(words: string): string {
  return escapeMrkdwn(words).replaceAll('\n', '\n>');
}
