import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import type { Goal } from './goal.ts';

const STATES: Record<Goal['state'], string> = { open: '', reached: ' (reached)', dropped: ' (dropped)' };

/** A goal without its steps: what for, who and what helps, and what was said of it lately. */
export function readableGoal({ objective, state, supporterId, material, progress }: Goal): string {
  const lately = progress.slice(-3).map(({ on, text }) => `>${readableDay(on)}: ${cut(escapeMrkdwn(text), 300)}`);
  return [
    `*${cut(escapeMrkdwn(objective), 300)}*${STATES[state]}`,
    ...(supporterId === null ? [] : [`Coach or mentor: <@${supporterId}>`]),
    ...(material === null ? [] : [`Material: ${cut(escapeMrkdwn(material), 500)}`]),
    ...lately,
  ].join('\n');
}

export function readableStep({ what, dueOn, isDone }: Goal['steps'][number], today: CalendarDay): string {
  const mark = isDone ? ':white_check_mark:' : dueOn < today ? ':hourglass:' : ':white_small_square:';
  return `${mark} ${cut(escapeMrkdwn(what), 250)}, by ${readableDay(dueOn)}${!isDone && dueOn < today ? ', past its day' : ''}`;
}
