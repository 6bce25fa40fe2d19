import type { KnownBlock, RichTextBlockElement } from '@slack/types';
import {
  actions,
  button,
  context,
  divider,
  header,
  option,
  overflow,
  section,
} from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { bold, bullets, line, richText } from '../../platform/slack/rich-text.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { readableSatisfaction } from './satisfaction.ts';
import { readableScore } from './score.ts';
import { sourceNames, type Voice } from './voice.ts';
import { type PeriodSummary, readableScaleSummary } from './voice-summary.ts';
import { voiceElements } from './voice-words-view.ts';

export const RECORD_VOICE_BUTTON = 'record_customer_voice';
export const NEW_LINK_BUTTON = 'new_customer_form';
export const VOICE_MENU = 'customer_voice_menu';
export const VOICE_PAGE_BUTTONS = { later: 'later_customer_voices', earlier: 'earlier_customer_voices' } as const;

const MOST_SCALES = 4;
const MOST_SEGMENTS = 6;

interface ShownVoice {
  voice: Voice;
  metricName: string | null;
  mayCorrect: boolean;
  mayWithdraw: boolean;
}

export interface Voices {
  /** The quarter that runs, and the one before. */
  periods: PeriodSummary[];
  shown: ShownVoice[];
  /** Of the same time, which this reader may not read. */
  hidden: number;
  page: number;
  pages: number;
}

const OTHER_READERS =
  'only by those whom it concerns, the managers above them and whoever recorded it; what concerns nobody in particular, by everybody who manages people.';

export function voicesMessage({ periods, shown, hidden, page, pages }: Voices): Message {
  const summaries = periods.flatMap(periodElements);
  const isEmpty = summaries.length === 0 && shown.length === 0 && hidden === 0;
  const others = hidden === 1 ? '1 more is read' : `${hidden} more are read`;
  return {
    text: 'Customer voice',
    blocks: [
      header('Customer voice'),
      ...(isEmpty
        ? [
            section(
              'No customer has been heard in the last two quarters. Record what somebody told you, or send a client a form. The answers to a whole survey are brought in by an administrator, from its export.',
            ),
          ]
        : [summaries.length > 0 ? richText(...summaries) : section('No scores in the last two quarters.')]),
      ...(summaries.length > 0
        ? [
            context(
              'NPS: share of 9 and 10 less share of 0 to 6. CSAT: share in the upper quarter of the scale. With each its 95% interval (Bonett and Price; Wilson).',
            ),
          ]
        : []),
      ...shown.flatMap((one) => [divider(), ...voiceBlocks(one)]),
      ...(hidden > 0 ? [context(`${others} ${OTHER_READERS}`)] : []),
      actions('customer_voice', [
        button({ actionId: RECORD_VOICE_BUTTON, text: 'Record a voice', style: 'primary' }),
        button({ actionId: NEW_LINK_BUTTON, text: 'Form for a client' }),
        ...(page > 0 ? [turnTo(page - 1, 'Later', VOICE_PAGE_BUTTONS.later)] : []),
        ...(page < pages - 1 ? [turnTo(page + 1, 'Earlier', VOICE_PAGE_BUTTONS.earlier)] : []),
      ]),
    ],
  };
}

function periodElements({ quarter, scales }: PeriodSummary): RichTextBlockElement[] {
  return scales
    .slice(0, MOST_SCALES)
    .flatMap(({ scale, all, segments }) => [
      line(bold(quarter.name), ` ${readableScaleSummary({ scale, all })}`),
      ...bullets(
        segments
          .slice(0, MOST_SEGMENTS)
          .map(({ segment, satisfaction }) => `${segment}: ${readableSatisfaction(scale, satisfaction)}`),
      ),
    ]);
}

function voiceBlocks({ voice, metricName, mayCorrect, mayWithdraw }: ShownVoice): KnownBlock[] {
  const options = [
    ...(mayCorrect ? [option('Correct', `correct:${voice.id}`)] : []),
    ...(mayWithdraw ? [option('Take back', `withdraw:${voice.id}`)] : []),
  ];
  const where = cut(whereabouts(voice, metricName), 1900);
  const said = { ...voice, score: voice.score && readableScore(voice.score) };
  return [
    richText(...voiceElements(said, { length: 1500, about: voice.segment === null ? [] : [voice.segment] })),
    options.length > 0 ? section(where, overflow(VOICE_MENU, options)) : context(where),
  ];
}

function whereabouts(voice: Voice, metricName: string | null): string {
  const { source, saidOn, mayQuote, memberIds, recordedById } = voice;
  return [
    `${sourceNames[source]}, ${readableDay(saidOn)}`,
    ...(memberIds.length > 0 ? [`concerns ${memberIds.map((id) => `<@${id}>`).join(', ')}`] : []),
    ...(metricName === null ? [] : [escapeMrkdwn(metricName)]),
    ...(recordedById === null ? [] : [`recorded by <@${recordedById}>`]),
    mayQuote ? 'may be quoted' : 'not to be quoted',
  ].join(' · ');
}

function turnTo(page: number, text: string, actionId: string) {
  return button({ actionId, text, value: String(page) });
}

/** What was chosen in the menu of a voice. */
export function readVoiceMenu(value: string): { act: 'correct' | 'withdraw'; voiceId: string } | undefined {
  const [, act, voiceId] = /^(correct|withdraw):([0-9a-f-]{36})$/.exec(value) ?? [];
  return (act === 'correct' || act === 'withdraw') && voiceId !== undefined ? { act, voiceId } : undefined;
}
