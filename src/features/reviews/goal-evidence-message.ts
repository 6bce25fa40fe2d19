import type { KnownBlock } from '@slack/types';
import { section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { Evidence } from './evidence.ts';

const MOST_GOALS = 5;
const OBJECTIVE_LENGTH = 150;

type FrozenGoal = Evidence['goals'][number];

/** A line for each development goal in the digest; nothing where none was set. */
export function goalDigestBlocks({ goals }: Evidence): KnownBlock[] {
  if (goals.length === 0) return [];
  const lines = goals
    .slice(-MOST_GOALS)
    .map((goal) => `• ${cut(escapeMrkdwn(goal.objective), OBJECTIVE_LENGTH)}: ${standing(goal)}`);
  const more = goals.length - lines.length;
  return [
    section(`*Development goals* (${goals.length})\n${lines.join('\n')}${more > 0 ? `\n…and ${more} before.` : ''}`),
  ];
}

/** Every goal with all its steps and what was said of it. */
export function goalsInFull({ goals }: Evidence): string[] {
  return goals.map((goal, at) =>
    [
      `*G${at + 1} ${escapeMrkdwn(goal.objective)}*: ${standing(goal)}`,
      ...goal.steps.map(({ what, dueOn, isDone }) => {
        return `• ${escapeMrkdwn(what)}, by ${readableDay(dueOn)}${isDone ? ', done' : ''}`;
      }),
      ...(goal.supporterId === null ? [] : [`Coach or mentor: <@${goal.supporterId}>`]),
      ...(goal.material === null ? [] : [`Material: ${escapeMrkdwn(goal.material)}`]),
      ...goal.progress.map(({ on, text }) => `${readableDay(on)}: ${escapeMrkdwn(text)}`),
    ].join('\n'),
  );
}

function standing({ state, steps }: FrozenGoal): string {
  const done = `${steps.filter(({ isDone }) => isDone).length} of ${steps.length} steps done`;
  return state === 'open' ? done : `${state}, ${done}`;
}
