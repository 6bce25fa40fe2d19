import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, plainText, section } from '../../platform/slack/block-kit.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import type { Goal } from './goal.ts';
import { GOAL_BUTTONS, markOfStep, stepValue } from './goal-button.ts';
import { readableGoal, readableStep } from './goal-words-message.ts';

export const GOALS_VIEW = 'goals';
export const GOALS_PAGE = 'goals_page';

/** Seven of them with all their steps stay under a hundred blocks. */
const PAGE = 7;

export interface ShownGoal {
  goal: Goal;
  /** The feedback that it came from, in a sentence or two for whoever reads; null, from none that they may read. */
  from: string | null;
}

/** The goals of a member: their own to change, or for whoever may read them. */
export function goalsView(shown: {
  memberId: string;
  isOwn: boolean;
  goals: readonly ShownGoal[];
  page: number;
  today: CalendarDay;
}): ModalView {
  const { memberId, isOwn, goals, today } = shown;
  const latest = goals
    .toReversed()
    .toSorted((one, other) => Number(one.goal.state !== 'open') - Number(other.goal.state !== 'open'));
  const { items, ...at } = pageOf(latest, shown.page, PAGE);
  return {
    type: 'modal',
    callback_id: GOALS_VIEW,
    private_metadata: String(at.page),
    title: plainText('Development goals'),
    close: plainText('Close'),
    blocks: [
      isOwn
        ? context('Your manager reads them, and they stand in the evidence for your review. No score knows of them.')
        : section(`Development goals of <@${memberId}>`),
      ...(goals.length === 0 ? [section(isOwn ? NONE : 'None is set yet.')] : []),
      ...items.flatMap((one) => goalBlocks(one, isOwn, today)),
      ...pageButtons(GOALS_PAGE, at, { of: memberId }),
      ...(isOwn ? [actions('new-goal', [button({ actionId: GOAL_BUTTONS.set, text: 'Set a goal' })])] : []),
    ],
  };
}

const NONE =
  'None yet. One is enough: what you want to become better at, and the first step. Or press *Make it a goal* beside feedback you got: `/feedback about me`.';

function goalBlocks({ goal, from }: ShownGoal, isOwn: boolean, today: CalendarDay): KnownBlock[] {
  const { id, steps, state } = goal;
  const isOpen = state === 'open' && isOwn;
  return [
    divider(),
    section(readableGoal(goal)),
    ...(from === null ? [] : [context(`From ${from}`)]),
    ...steps.map((step) => section(readableStep(step, today), isOpen ? stepButton(id, step) : undefined)),
    ...(isOpen
      ? [
          actions(`goal-${id}`, [
            button({ actionId: `${GOAL_BUTTONS.edit}:${id}`, text: 'Edit', value: id }),
            button({ actionId: `${GOAL_BUTTONS.reached}:${id}`, text: 'Reached', value: id }),
            button({ actionId: `${GOAL_BUTTONS.dropped}:${id}`, text: 'Drop', value: id }),
          ]),
        ]
      : []),
    ...(isOwn && state !== 'open'
      ? [
          actions(`goal-${id}`, [
            button({ actionId: `${GOAL_BUTTONS.resumed}:${id}`, text: 'Take up again', value: id }),
          ]),
        ]
      : []),
  ];
}

function stepButton(goalId: string, { position, isDone, what, dueOn }: Goal['steps'][number]) {
  const text = isDone ? 'Not done yet' : 'Done';
  return button({
    actionId: `${GOAL_BUTTONS.stepDone}:${goalId}:${position}`,
    text,
    value: stepValue({ goalId, position, mark: markOfStep(what), isDone: !isDone }),
    label: `${text}: ${what}, ${readableDay(dueOn)}`,
  });
}
