import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, header, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { Feedback } from './feedback.ts';
import {
  ASK_FEEDBACK,
  answerRequestButton,
  declineRequestButton,
  EDIT_FEEDBACK,
  FEEDBACK_ABOUT,
  FEEDBACK_PAGE,
  WITHDRAW_FEEDBACK,
} from './feedback-button.ts';
import type { FeedbackRequest, RequestState } from './feedback-request.ts';
import { readableFeedback } from './feedback-words-view.ts';
import type { FeedbackOverview } from './load-feedback-overview.ts';
import { visibilityNames } from './visibility-choice.ts';

const OVERVIEW = 'feedback_overview';

const MOST_GOT = 3;
const MOST_ASKED = 8;
const MOST_TO_ANSWER = 20;
const GIVEN_PAGE = 6;

/** What somebody is asked for, got, gave and asked, with what they can do about each. `page` is of what they gave. */
export function overviewView(overview: FeedbackOverview, wanted: number): ModalView {
  const { toAnswer, got, given, asked, askedAbout } = overview;
  const { items: shownGiven, page, pages } = pageOf(given, wanted, GIVEN_PAGE);
  return {
    type: 'modal',
    callback_id: OVERVIEW,
    private_metadata: String(page),
    title: plainText('Feedback'),
    close: plainText('Close'),
    blocks: [
      context('`/feedback @name` gives feedback to somebody. `/feedback help` says the rest.'),
      ...(toAnswer.length === 0 ? [] : [header('You are asked')]),
      ...toAnswer.slice(0, MOST_TO_ANSWER).flatMap(toAnswerBlocks),
      ...more(toAnswer.length - MOST_TO_ANSWER, 'once these are answered'),
      header('You got'),
      ...(got.length === 0
        ? [section('Nothing yet. Ask for some: the narrower the question, the better the answer.')]
        : []),
      ...got.slice(-MOST_GOT).map((seen) => section(readableFeedback(seen))),
      actions('got', [
        button({ actionId: FEEDBACK_ABOUT, text: got.length > MOST_GOT ? `All ${got.length}, and trends` : 'Trends' }),
        button({ actionId: ASK_FEEDBACK, text: 'Ask for feedback' }),
      ]),
      header('You gave'),
      ...(given.length === 0 ? [section('Nothing yet. Say what you saw, while it is fresh: `/feedback @name`.')] : []),
      ...shownGiven.flatMap(givenBlocks),
      ...pageButtons(FEEDBACK_PAGE, { page, pages }, { back: 'Newer', on: 'Older' }),
      ...(asked.length === 0 && askedAbout.length === 0 ? [] : [header('Asked for')]),
      ...asked.slice(0, MOST_ASKED).map(({ request, state }) => section(askedLine(request, state))),
      ...more(asked.length - MOST_ASKED, 'asked before these'),
      ...askedAbout.slice(0, MOST_ASKED).map(({ askedById, about, answerBy }) => {
        const words = cut(escapeMrkdwn(about), 300);
        return section(`<@${askedById}> asked colleagues about you, by ${readableDay(answerBy)}: ${words}`);
      }),
      ...more(askedAbout.length - MOST_ASKED, 'that others asked about you'),
    ],
  };
}

function more(count: number, which: string): KnownBlock[] {
  return count > 0 ? [context(`…and ${count} more, ${which}.`)] : [];
}

function toAnswerBlocks(request: FeedbackRequest): KnownBlock[] {
  const { id, askedById, subjectId, about, answerBy } = request;
  const whom = askedById === subjectId ? 'themselves' : `<@${subjectId}>`;
  return [
    section(`<@${askedById}> asks about ${whom}, by ${readableDay(answerBy)}: ${cut(escapeMrkdwn(about), 500)}`),
    actions(`to-answer-${id}`, [answerRequestButton(id), declineRequestButton(id)]),
  ];
}

function givenBlocks(feedback: Feedback): KnownBlock[] {
  const { id, subjectId, versions, visibility, frozenFor } = feedback;
  const words = versions.at(-1)?.words ?? versions[0].words;
  const kind = words.kind === 'strength' ? 'Strength' : 'Gap';
  const line = `<@${subjectId}>, ${kind}: ${cut(escapeMrkdwn(words.observed), 300)}\n_Read by_: ${visibilityNames[visibility].name}`;
  if (frozenFor !== null) {
    return [
      section(`${line}\nIn the evidence for the review of ${readableDay(frozenFor)}: it does not change any more.`),
    ];
  }
  return [
    section(line),
    actions(`given-${id}`, [
      button({ actionId: `${EDIT_FEEDBACK}:${id}`, text: 'Edit', value: id }),
      button({
        actionId: `${WITHDRAW_FEEDBACK}:${id}`,
        text: 'Take back',
        value: id,
        confirm: {
          title: plainText('Take it back?'),
          text: plainText('Nobody but you will see it any more.'),
          confirm: plainText('Take back'),
          deny: plainText('Keep'),
        },
      }),
    ]),
  ];
}

const states: Record<RequestState, string> = {
  waiting: 'no answer for you to read yet',
  answered: 'answered',
  declined: 'declined',
  'nothing-to-read': 'no answer for you to read',
};

function askedLine(
  { askedId, askedById, subjectId, about, answerBy, declineReason }: FeedbackRequest,
  state: RequestState,
) {
  const whom = askedById === subjectId ? '' : ` about <@${subjectId}>`;
  const why = state === 'declined' && declineReason !== null ? `: ${cut(escapeMrkdwn(declineReason), 300)}` : '';
  return `<@${askedId}>${whom}, by ${readableDay(answerBy)}, *${states[state]}*${why}\n${cut(escapeMrkdwn(about), 200)}`;
}
