import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

/** Its value is the request's id. */
export const ANSWER_REQUEST = 'answer_feedback_request';
/** Its value is the request's id. */
export const DECLINE_REQUEST = 'decline_feedback_request';
/** Their value is the feedback's id. An action id is unique in its view: the id follows. */
export const EDIT_FEEDBACK = 'edit_feedback';
export const WITHDRAW_FEEDBACK = 'withdraw_feedback';
export const STEP_DONE = 'feedback_step_done';
/** Development goals are made from it; that feature listens. */
export const GOAL_FROM_FEEDBACK = 'goal_from_feedback';
/** Turns a page. */
export const FEEDBACK_PAGE = 'feedback_page';
/** Its value is whom it is about; none, oneself. */
export const FEEDBACK_ABOUT = 'feedback_about';
export const GIVE_FEEDBACK = 'give_feedback';
export const ASK_FEEDBACK = 'ask_for_feedback';

export function answerRequestButton(requestId: string): Button {
  return button({ actionId: `${ANSWER_REQUEST}:${requestId}`, text: 'Answer', value: requestId, style: 'primary' });
}

export function declineRequestButton(requestId: string): Button {
  return button({ actionId: `${DECLINE_REQUEST}:${requestId}`, text: 'Decline…', value: requestId });
}

/** Opens the feedback about somebody, as far as whoever presses it may read it. */
export function feedbackAboutButton(memberId: string): Button {
  return button({ actionId: `${FEEDBACK_ABOUT}:${memberId}`, text: 'Feedback', value: memberId });
}

/** Asks whom it is about, then opens the form, from wherever it stands. */
export function giveFeedbackButton(): Button {
  return button({
    actionId: GIVE_FEEDBACK,
    text: 'Give feedback',
    label: 'Give feedback: say what you saw somebody do',
  });
}
