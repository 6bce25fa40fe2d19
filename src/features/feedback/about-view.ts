import type { Button, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, header, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { behaviourNames } from './behaviour.ts';
import { FEEDBACK_PAGE, GOAL_FROM_FEEDBACK, STEP_DONE } from './feedback-button.ts';
import { FEWEST_AUTHORS, type FeedbackTrends } from './feedback-trends.ts';
import { readableFeedback, readableMonth } from './feedback-words-view.ts';
import type { AboutWhom, FeedbackAbout } from './load-feedback-about.ts';
import type { SeenFeedback, SeenWords } from './who-reads.ts';

export const ABOUT_VIEW = 'feedback_about';

const PAGE = 10;
const QUOTES_EACH = 3;
const QUOTE_LENGTH = 120;

type Shown = Extract<FeedbackAbout, { outcome: 'shown' }>;

/** What feedback comes to over time, and every quote that it was counted from, a page of them at a time. */
export function aboutView(shown: Shown, about: AboutWhom, wanted: number, today: CalendarDay): ModalView {
  const { title, isOwn, record } = shown;
  const { seen, trends } = record;
  const latestFirst = seen.toReversed();
  const { items, page, pages } = pageOf(latestFirst, wanted, PAGE);
  return {
    type: 'modal',
    callback_id: ABOUT_VIEW,
    private_metadata: JSON.stringify({ about, page }),
    title: plainText('Feedback'),
    close: plainText('Close'),
    blocks: [
      header(isOwn ? 'Feedback about you' : `Feedback: ${title}`),
      context(introduction(shown)),
      ...(page === 0 ? trendBlocks(trends, today) : []),
      divider(),
      section(seen.length === 0 ? NOTHING_YET : '*All of it, the latest first*'),
      ...items.flatMap((one) => quoteBlocks(one, shown)),
      ...pageButtons(FEEDBACK_PAGE, { page, pages }, { back: 'Newer', on: 'Older' }),
    ],
  };
}

const NOTHING_YET = 'Nothing yet. `/feedback ask` asks colleagues for some.';

function introduction({ isOwn, record, notTheirs }: Shown): string {
  const { seen, from } = record;
  const words = seen.filter(({ is }) => is === 'words').length;
  const hidden = seen.length - words;
  const parts = [
    `Since ${readableDay(from)}: ${words} that ${isOwn ? 'you' : 'you, as their manager,'} can read${hidden > 0 ? `, ${hidden} that you cannot` : ''}.`,
    isOwn
      ? 'Your manager reads the same, with all names. What came without a name shows here from the month after it was given.'
      : 'That you looked is on record.',
    ...(notTheirs > 0 ? [`${notTheirs} of this team do not report to you; their feedback is not here.`] : []),
  ];
  return parts.join(' ');
}

function trendBlocks(trends: FeedbackTrends, today: CalendarDay): KnownBlock[] {
  const { behaviours, themes, strengths, gaps, leftOut } = trends;
  const steps = [...strengths, ...gaps].filter(({ words }) => words.nextStep !== null);
  return [
    ...(behaviours.length === 0 ? [] : [section(`*Behaviours seen*\n${behaviours.map(behaviourLine).join('\n')}`)]),
    ...togetherByQuotes(themes).map(themeSection),
    section(
      `*${strengths.length} ${strengths.length === 1 ? 'strength' : 'strengths'}, ${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'}.* ${stepsLine(steps, today)}`,
    ),
    ...(leftOut > 0
      ? [
          context(
            `${leftOut} without a name ${leftOut === 1 ? 'is' : 'are'} not counted in behaviours and words: they count once at least ${FEWEST_AUTHORS} people gave some. You can read them below.`,
          ),
        ]
      : []),
  ];
}

type Theme = FeedbackTrends['themes'][number];

/** Words that come back in the very same feedback have their quotes once. */
function togetherByQuotes(themes: readonly Theme[]): Theme[][] {
  return [...Map.groupBy(themes, ({ among }) => among.map(({ id }) => id).join(' ')).values()];
}

function themeSection(themes: readonly Theme[]): KnownBlock {
  const among = themes[0]?.among ?? [];
  const terms = themes.map(({ term }) => `“${escapeMrkdwn(cut(term, 40))}”`).join(', ');
  return section(`*${terms} ${themes.length === 1 ? 'comes' : 'come'} back in ${among.length}*\n${quotes(among)}`);
}

function behaviourLine({ behaviour, count, byMonth }: FeedbackTrends['behaviours'][number]): string {
  const months = byMonth.map(({ month, count: inMonth }) => `${inMonth} in ${readableMonth(month).slice(0, 3)}`);
  return `• ${behaviourNames[behaviour]}: ${count} (${months.join(', ')})`;
}

function quotes(among: readonly SeenWords[]): string {
  const shown = among
    .slice(-QUOTES_EACH)
    .map(({ words }) => `>${cut(escapeMrkdwn(words.observed.replaceAll('\n', ' ')), QUOTE_LENGTH)}`);
  return shown.join('\n');
}

function stepsLine(steps: readonly SeenWords[], today: CalendarDay): string {
  if (steps.length === 0) return 'No next steps were named.';
  const done = steps.filter(({ isStepDone }) => isStepDone).length;
  const isLate = ({ isStepDone, words }: SeenWords) =>
    !isStepDone && words.nextStepOn !== null && words.nextStepOn < today;
  const late = steps.filter(isLate).length;
  return `${done} of ${steps.length} next steps done${late > 0 ? `, ${late} past their day` : ''}.`;
}

function quoteBlocks(seen: SeenFeedback, { isOwn, record }: Shown): KnownBlock[] {
  const among = new Set(record.seen.map(({ subjectId }) => subjectId)).size > 1;
  const about = among ? `About <@${seen.subjectId}>: ` : '';
  const quote = section(`${about}${readableFeedback(seen)}`);
  const buttons = seen.is === 'words' ? stepButtons(seen, isOwn) : [];
  return buttons.length > 0 && seen.is === 'words' ? [quote, actions(`quote-${seen.id}`, buttons)] : [quote];
}

function stepButtons({ id, words, isStepDone }: SeenWords, isOwn: boolean): Button[] {
  const done = isStepDone ? 'Not done yet' : 'Done';
  return [
    ...(words.nextStep === null
      ? []
      : [button({ actionId: `${STEP_DONE}:${id}`, text: done, value: id, label: `${done}: ${words.nextStep}` })]),
    ...(isOwn ? [button({ actionId: `${GOAL_FROM_FEEDBACK}:${id}`, text: 'Make it a goal', value: id })] : []),
  ];
}

const carried = z.object({
  about: z.union([z.object({ memberId: z.string() }), z.object({ team: z.string() })]),
  page: z.number(),
});

/** Whose feedback a view shows, and which page of it. */
export function readAboutView(privateMetadata: string): { about: AboutWhom; page: number } {
  return carried.parse(JSON.parse(privateMetadata));
}
