import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { header, input } from '../../platform/slack/block-kit.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import type { AskedGoal } from './load-goals.ts';

const TYPED = 'typed';
const BLOCK = 'goal:';

export interface TypedProgress {
  goalId: string;
  text: string;
}

/** A line for each goal, for a form that asks how it goes; nothing where there is none. */
export function goalFields(asked: readonly AskedGoal[], typed: readonly TypedProgress[] | undefined): KnownBlock[] {
  if (asked.length === 0) return [];
  return [
    header(asked.length === 1 ? 'Your development goal' : 'Your development goals'),
    ...asked.map(({ goalId, objective, said }) => {
      const initial = typed ? typed.find((one) => one.goalId === goalId)?.text : said;
      return input({
        blockId: `${BLOCK}${goalId}`,
        label: `How it goes: ${cut(objective, 150)}`,
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: TYPED,
          max_length: 500,
          ...(initial && { initial_value: initial }),
        },
      });
    }),
  ];
}

/** What was said of each; nothing for those left empty. */
export function readGoalFields({ state }: Pick<ViewOutput, 'state'>): TypedProgress[] {
  return Object.entries(state.values).flatMap(([block, fields]) => {
    const text = fields[TYPED]?.value?.trim();
    return block.startsWith(BLOCK) && text ? [{ goalId: block.slice(BLOCK.length), text }] : [];
  });
}
