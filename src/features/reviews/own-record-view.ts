import type { ModalView } from '@slack/types';
import { actions, button, context, plainText } from '../../platform/slack/block-kit.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { challengeButton } from '../observations/challenge-button.ts';
import type { Evidence } from './evidence.ts';
import { evidencePages } from './evidence-message.ts';
import { RECORD_BUTTON } from './own-record-button.ts';

/** Everything on record about a person, as a review would get it now, a page at a time. */
export function ownRecordView(evidence: Evidence, wanted: number): ModalView {
  const pages = evidencePages(evidence, 'member');
  const page = Math.min(Math.max(1, wanted), pages.length);
  const turn = [
    ...(page > 1 ? [turnTo(page - 1, 'Page before')] : []),
    ...(page < pages.length ? [turnTo(page + 1, 'Next page')] : []),
  ];
  return {
    type: 'modal',
    title: plainText('Everything on record'),
    close: plainText('Close'),
    blocks: [
      context(
        `${readableDay(evidence.from)} to today. Your manager sees the same, and it is the evidence for your next review. A number that is wrong, change with \`/progress correct\`; words, in their check-in (*Edit*); a win, with \`/win list\`. \`/throughline export\` takes a copy of the words.`,
      ),
      ...(pages[page - 1]?.blocks ?? []),
      ...(turn.length > 0 ? [actions('turn', turn)] : []),
      actions('numbers', [challengeButton([evidence.memberId])]),
    ],
  };
}

/** An action id is unique in its view: the page it turns to tells the two buttons apart. */
function turnTo(page: number, text: string) {
  return button({ actionId: `${RECORD_BUTTON}:${page}`, text, value: String(page) });
}
