import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { behaviourNames } from './behaviour.ts';
import type { FeedbackWords } from './feedback.ts';
import { nextStepName, type SeenFeedback, type SeenWords } from './who-reads.ts';

/** Under what Slack takes in one section, in sum. */
const LENGTHS = { observed: 1000, effect: 600, situation: 300, nextStep: 400, because: 300 };

const UNCUT: typeof LENGTHS = { observed: 1e6, effect: 1e6, situation: 1e6, nextStep: 1e6, because: 1e6 };

/**
 * Who and when, what was done, what it caused, what next: as much of it as fits one section, or where it is `whole`,
 * every word.
 */
export function readableFeedback(seen: SeenFeedback, { whole = false } = {}): string {
  if (seen.is === 'hidden') return hiddenWords(seen);
  const lengths = whole ? UNCUT : LENGTHS;
  const { words, because } = seen;
  const lines = [
    `*${words.kind === 'strength' ? 'Strength' : 'Gap'}*, ${bylineOf(seen)}`,
    ...(words.situation === null ? [] : [`_When and where_: ${cut(escapeMrkdwn(words.situation), lengths.situation)}`]),
    cut(escapeMrkdwn(words.observed), lengths.observed),
    `_What it caused_: ${cut(escapeMrkdwn(words.effect), lengths.effect)}`,
    ...nextStepLines(words, seen.isStepDone, lengths.nextStep),
    ...(because === null ? [] : [`_Why they do not read it_: ${cut(escapeMrkdwn(because), lengths.because)}`]),
    ...(words.behaviours.length === 0 ? [] : [words.behaviours.map((each) => behaviourNames[each]).join(' · ')]),
  ];
  return lines.join('\n');
}

/** Who wrote it and when, as far as the reader learns it. */
function bylineOf({ authorId, on, month, visibility, messageLink, isEdited }: SeenWords): string {
  const who = authorId === null ? 'a colleague' : `<@${authorId}>`;
  const how = authorId !== null && visibility !== 'shared' ? ` (${VISIBILITY_MARKS[visibility]})` : '';
  const link = messageLink === null ? '' : `, about <${messageLink}|a message>`;
  return `${who}, ${on === null ? readableMonth(month) : readableDay(on)}${isEdited ? ', edited' : ''}${how}${link}`;
}

const VISIBILITY_MARKS = { manager_only: 'manager only', anonymous: 'the person reads it without the name' } as const;

function hiddenWords({ month, because }: { month: string; because: string }, length = 300): string {
  return `*Feedback that your manager reads and you do not*, ${readableMonth(month)}. Why: ${cut(escapeMrkdwn(because), length)}`;
}

/** `2026-03` as `March 2026`. */
export function readableMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function nextStepLines({ kind, nextStep, nextStepOn }: FeedbackWords, isDone: boolean, length: number): string[] {
  if (nextStep === null) return [];
  const by = nextStepOn === null ? '' : `, by ${readableDay(nextStepOn)}`;
  return [
    `_${nextStepName(kind)}${by}_: ${cut(escapeMrkdwn(nextStep), length)}${isDone ? ' :white_check_mark: done' : ''}`,
  ];
}

/** In one line, for where there is little room. */
export function feedbackLine(seen: SeenFeedback, length: number): string {
  if (seen.is === 'hidden') return hiddenWords(seen, length);
  const { kind, observed, effect } = seen.words;
  const words = `${observed.replaceAll('\n', ' ')} → ${effect.replaceAll('\n', ' ')}`;
  return `${kind === 'strength' ? 'Strength' : 'Gap'}, ${bylineOf(seen)}: ${cut(escapeMrkdwn(words), length)}`;
}
