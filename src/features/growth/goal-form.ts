import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { context, input, plainText } from '../../platform/slack/block-kit.ts';
import { TYPED, textField } from '../../platform/slack/form-fields.ts';
import { type Remembered, remember } from '../../platform/slack/meanwhile.ts';
import { asTyped, type Goal, type NewGoal, readSteps, typedSteps } from './goal.ts';

export const GOAL_FORM = 'development_goal';

const BLOCKS = { objective: 'objective', steps: 'steps', supporter: 'supporter', material: 'material' } as const;

const memory = z.object({
  goalId: z.string().nullable(),
  feedbackId: z.string().nullable(),
  remembered: z.record(z.string(), z.string()),
});

export interface GoalFormParts {
  /** The one that is edited. */
  goal: Goal | null;
  /** What it comes from, with the step that was suggested. */
  from: { feedbackId: string; words: string; steps: NewGoal['steps'] } | null;
}

export function goalForm({ goal, from }: GoalFormParts): ModalView {
  const carried: z.input<typeof memory> = {
    goalId: goal?.id ?? null,
    feedbackId: goal?.feedbackId ?? from?.feedbackId ?? null,
    remembered: remember(goal ? asTyped(goal) : {}),
  };
  const steps = typedSteps(goal?.steps ?? from?.steps ?? []);
  return {
    type: 'modal',
    callback_id: GOAL_FORM,
    private_metadata: JSON.stringify(carried),
    title: plainText(goal ? 'Edit the goal' : 'Set a goal'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      ...(from ? [context(`From ${from.words}`)] : []),
      input({
        blockId: BLOCKS.objective,
        label: 'What do you want to become better at',
        element: textField({ max_length: 300 }, goal?.objective),
      }),
      input({
        blockId: BLOCKS.steps,
        label: 'Steps, one a line, its day first',
        hint: '2026-04-30 Shadow two onboarding calls',
        element: textField({ multiline: true, max_length: 2000 }, steps),
      }),
      input({
        blockId: BLOCKS.supporter,
        label: 'Coach or mentor',
        optional: true,
        element: {
          type: 'users_select',
          action_id: TYPED,
          ...(goal?.supporterId && { initial_user: goal.supporterId }),
        },
      }),
      input({
        blockId: BLOCKS.material,
        label: 'Material',
        optional: true,
        hint: 'A course, a book, a recording, a link.',
        element: textField({ max_length: 500 }, goal?.material),
      }),
      context('Your manager reads it, and it stands in the evidence for your review. Check-ins ask how it goes.'),
    ],
  };
}

export function readGoalForm({
  private_metadata,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>):
  | { ok: true; goalId: string | null; goal: NewGoal; remembered: Remembered }
  | { ok: false; errors: Record<string, string> } {
  const { goalId, feedbackId, remembered } = memory.parse(JSON.parse(private_metadata));
  const field = (block: string) => state.values[block]?.[TYPED];
  const objective = field(BLOCKS.objective)?.value?.trim();
  const read = readSteps(field(BLOCKS.steps)?.value ?? '');
  const errors = {
    ...(!objective && { [BLOCKS.objective]: 'Say what you want to become better at.' }),
    ...(!read.ok && { [BLOCKS.steps]: read.problem }),
  };
  if (!objective || !read.ok) return { ok: false, errors };
  const supporterId = field(BLOCKS.supporter)?.selected_user ?? null;
  const material = field(BLOCKS.material)?.value?.trim() || null;
  return { ok: true, goalId, goal: { objective, steps: read.steps, supporterId, material, feedbackId }, remembered };
}

/** For a coach or mentor who is not one. */
export function supporterErrors(because: string): Record<string, string> {
  return { [BLOCKS.supporter]: because };
}
