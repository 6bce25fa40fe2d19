import type { ViewOutput } from '@slack/bolt';
import type { ModalView, PlainTextInput } from '@slack/types';
import { z } from 'zod';
import { context, input, option, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import { howTyped, inWhat } from '../metrics/readable-value.ts';
import { readableTrend, type Trend } from '../observations/trend.ts';
import { USUAL_CAP_CREDIT } from './attainment.ts';
import type { GoalField, GoalProblem } from './goal-problems.ts';
import type { DraftedGoal, PlanDraft } from './plan-draft.ts';
import { readableStep, STEP_LENGTHS, type StepLength, stepsOf } from './step.ts';

export const GOAL_FORM = 'plan_goal_form';
/** Another length of the steps changes what the form asks. */
export const STEP_LENGTH = 'plan_step_length';

const BLOCKS = {
  threshold: 'threshold',
  target: 'target',
  cap: 'cap',
  capCredit: 'cap_credit',
  stepsEvery: 'steps_every',
  reason: 'reason',
} as const;
const TYPED = 'typed';
const NO_STEPS = 'never';
const stepBlock = (from: string) => `step:${from}`;

const formMemory = z.object({ memberId: z.string(), about: z.string(), metricKey: z.string() });
export type GoalFormMemory = z.infer<typeof formMemory>;

const STEP_CHOICES: Record<StepLength | typeof NO_STEPS, string> = {
  never: 'One target all the time',
  month: 'A target for each month',
  quarter: 'A target for each quarter',
};

/** The numbers of one metric, on top of the plan: three that matter, and the rest where it is wanted. */
export function goalForm(
  memory: GoalFormMemory,
  {
    metric,
    goal,
    time,
    trend,
    today,
  }: { metric: Metric; goal: DraftedGoal; time: Pick<PlanDraft, 'from' | 'to'>; trend?: Trend; today: CalendarDay },
): ModalView {
  const worse = metric.direction === 'higher' ? 'below' : 'above';
  const steps = goal.stepsEvery && time.from && time.to ? stepsOf(goal.stepsEvery, time.from, time.to) : [];
  const every = goal.stepsEvery;
  const choices = [NO_STEPS, ...STEP_LENGTHS] as const;
  const choice = (of: StepLength | typeof NO_STEPS) => option(STEP_CHOICES[of], of);
  return {
    type: 'modal',
    callback_id: GOAL_FORM,
    private_metadata: JSON.stringify(memory),
    title: plainText(cut(metric.name, 24)),
    submit: plainText('Done'),
    close: plainText('Back'),
    notify_on_close: true,
    blocks: [
      section(
        `*${escapeMrkdwn(metric.name)}*${escapeMrkdwn(inWhat(metric))}: ${cut(escapeMrkdwn(metric.meaning), 600)}\n${metric.direction === 'higher' ? 'Higher' : 'Lower'} is better. Source: ${escapeMrkdwn(metric.source)}.`,
      ),
      ...(trend ? [context(`So far: ${cut(escapeMrkdwn(readableTrend(trend, today)), 600)}`)] : []),
      number(
        BLOCKS.threshold,
        'Threshold',
        `Here and ${worse} it, nothing is credited.${howTyped(metric)}`,
        goal.threshold,
      ),
      number(BLOCKS.target, 'Target', 'Here, all is credited; in between, the part of the way.', goal.target),
      number(
        BLOCKS.cap,
        'Cap, if there is one',
        'Beyond it, no more is credited. Empty: none beyond the target.',
        goal.cap,
      ),
      number(
        BLOCKS.capCredit,
        'Credit at the cap',
        `1 is the whole, the usual is ${USUAL_CAP_CREDIT}; at most 2.`,
        goal.capCredit,
      ),
      input({
        blockId: BLOCKS.reason,
        label: 'Why this number',
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: TYPED,
          multiline: true,
          max_length: 500,
          ...(goal.reason && { initial_value: goal.reason }),
        },
      }),
      input({
        blockId: BLOCKS.stepsEvery,
        label: 'Targets on the way',
        optional: true,
        dispatch: true,
        element: {
          type: 'static_select',
          action_id: STEP_LENGTH,
          options: choices.map(choice),
          initial_option: choice(every ?? NO_STEPS),
        },
      }),
      ...steps.flatMap(({ from }) =>
        every === null
          ? []
          : [
              number(
                stepBlock(from),
                `Target of ${readableStep({ every, from })}`,
                'Empty: the target above.',
                goal.stepTargets[from] ?? null,
              ),
            ],
      ),
    ],
  };
}

export function readGoalForm({ private_metadata, state }: Pick<ViewOutput, 'private_metadata' | 'state'>): {
  memory: GoalFormMemory;
  change: (goal: DraftedGoal) => DraftedGoal;
} {
  const memory = formMemory.parse(JSON.parse(private_metadata));
  const text = (blockId: string) => state.values[blockId]?.[TYPED]?.value?.trim() || null;
  const change = (goal: DraftedGoal): DraftedGoal => {
    if (Object.keys(state.values).length === 0) return goal;
    const picked = state.values[BLOCKS.stepsEvery]?.[STEP_LENGTH]?.selected_option?.value;
    const asked = Object.keys(state.values).filter((block) => block.startsWith('step:'));
    const stepTargets = asked.flatMap((block) => {
      const typed = text(block);
      return typed === null ? [] : [[block.slice('step:'.length), typed]];
    });
    return {
      threshold: text(BLOCKS.threshold),
      target: text(BLOCKS.target),
      cap: text(BLOCKS.cap),
      capCredit: text(BLOCKS.capCredit),
      stepsEvery: STEP_LENGTHS.find((length) => length === picked) ?? null,
      stepTargets: asked.length === 0 ? goal.stepTargets : Object.fromEntries(stepTargets),
      reason: text(BLOCKS.reason),
    };
  };
  return { memory, change };
}

export function goalFormErrors(problems: readonly GoalProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map(({ at, message }) => [blockOf(at), message]));
}

function blockOf(at: GoalField): string {
  switch (at) {
    case 'threshold':
    case 'target':
    case 'cap':
    case 'capCredit':
    case 'reason':
      return BLOCKS[at];
    default:
      return at;
  }
}

function number(blockId: string, label: string, hint: string, typed: string | null) {
  const element: PlainTextInput = {
    type: 'plain_text_input',
    action_id: TYPED,
    max_length: 40,
    ...(typed && { initial_value: typed }),
  };
  return input({ blockId, label, hint, optional: true, element });
}
