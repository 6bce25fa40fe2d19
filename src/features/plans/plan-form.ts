import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView, PlainTextInput } from '@slack/types';
import { z } from 'zod';
import { button, context, input, option, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import { type GoalProblem, readableGoalProblem, readGoal } from './goal-problems.ts';
import type { PlanVersion } from './plan.ts';
import { type DraftedGoal, type PlanDraft, withMetrics } from './plan-draft.ts';
import type { PlanField, PlanProblem } from './plan-problems.ts';

/** Keeps what is typed, whatever is missing. */
export const KEEP_DRAFT_BUTTON = 'keep_plan_draft';

export const PLAN_FORM = 'plan';
/** Another choice of metrics changes what the form asks. */
export const PLAN_METRICS = 'plan_metrics';
/** Its value is the metric's key. */
export const GOAL_BUTTON = 'plan_goal';

const BLOCKS = {
  from: 'from',
  to: 'to',
  holdsFrom: 'holds_from',
  metrics: 'metrics',
  partners: 'partners',
  reason: 'reason',
} as const;
const KEEPING =
  '*Save* takes a whole plan. Half a plan is kept as your draft: only you see it, and `/plan` opens it again.';
const TYPED = 'typed';
/** With what it holds at first: Slack keeps what stood in a block of the same name, also where we have filled it anew. */
const weightBlock = (metricKey: string, filled = '') => `weight:${metricKey}:${filled}`;

type FormState = ViewOutput['state'];

function findWeightBlock({ values }: FormState, metricKey: string): string | undefined {
  return Object.keys(values).find((block) => block.startsWith(weightBlock(metricKey)));
}

/** What Slack takes in one menu. */
const MOST_METRICS = 100;

const formMemory = z.object({ memberId: z.string(), about: z.string(), basedOn: z.number() });
export type PlanFormMemory = z.infer<typeof formMemory>;

export interface PlanFormParts extends PlanFormMemory {
  memberName: string;
  isOwn: boolean;
  typed: PlanDraft;
  savedAt: Date | null;
  /** The version that it changes; undefined, a new plan. */
  latest: PlanVersion | undefined;
  isAgreed: boolean;
  /** To pick from, those of the role first. */
  metrics: readonly Metric[];
}

/** The plan on one page: the time, the metrics with their weights, who has a part in it, and why. */
export function planForm(parts: PlanFormParts): ModalView {
  const { typed, latest, isAgreed, metrics, memberId, about, basedOn } = parts;
  const memory: PlanFormMemory = { memberId, about, basedOn };
  const offered = metrics.slice(0, MOST_METRICS).map(metricOption);
  const picked = typed.metricKeys.flatMap((key) => metrics.find((metric) => metric.key === key) ?? []);
  const initial = picked.flatMap((metric) => offered.find(({ value }) => value === metric.key) ?? []);
  return {
    type: 'modal',
    callback_id: PLAN_FORM,
    private_metadata: JSON.stringify(memory),
    title: plainText(cut(parts.isOwn ? 'Your plan' : `Plan: ${parts.memberName}`, 24)),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    notify_on_close: true,
    blocks: [
      context(openingWords(parts)),
      input({ blockId: BLOCKS.from, label: 'First day', element: picker(typed.from) }),
      input({ blockId: BLOCKS.to, label: 'Last day', element: picker(typed.to) }),
      input({
        blockId: BLOCKS.metrics,
        label: 'Metrics',
        hint: 'At most five, at least one leading and one lagging.',
        dispatch: true,
        element: {
          type: 'multi_static_select',
          action_id: PLAN_METRICS,
          placeholder: plainText('The few that show it'),
          options: offered.length > 0 ? offered : [option('There are no metrics yet', 'none')],
          ...(initial.length > 0 && { initial_options: initial }),
        },
      }),
      ...picked.flatMap((metric) => metricBlocks(metric, typed)),
      input({
        blockId: BLOCKS.partners,
        label: 'Partners',
        hint: 'Whose work it touches. They read this plan and sign it too.',
        optional: true,
        element: {
          type: 'multi_users_select',
          action_id: TYPED,
          placeholder: plainText('Nobody else'),
          ...(typed.partnerIds.length > 0 && { initial_users: typed.partnerIds }),
        },
      }),
      ...(isAgreed
        ? [
            input({
              blockId: BLOCKS.holdsFrom,
              label: 'The change holds from',
              hint: 'From that day on the whole plan is counted by it, its time before as well.',
              optional: true,
              element: picker(typed.holdsFrom),
            }),
          ]
        : []),
      input({
        blockId: BLOCKS.reason,
        label: isAgreed ? 'Why it changes' : 'What this plan is for',
        hint: 'Everybody who signs reads it.',
        element: textInput({ multiline: true, max_length: 1000 }, typed.reason),
      }),
      ...(latest
        ? [context('What you save is a new version. Everybody must sign it, also who has signed the one before.')]
        : []),
      section(KEEPING, button({ actionId: KEEP_DRAFT_BUTTON, text: 'Keep as draft' })),
    ],
  };
}

function openingWords({ typed, savedAt, latest, isAgreed, basedOn }: PlanFormParts): string {
  const draft = savedAt ? `Your draft of ${slackTime(savedAt)} is filled in. Only you have seen it.` : '';
  const meanwhile =
    savedAt && latest && typed.basedOn < basedOn
      ? ` Since then <@${latest.writtenById}> wrote version ${latest.version}; what you save takes its place.`
      : '';
  if (draft !== '') return draft + meanwhile;
  if (!latest) return 'Draft it together.';
  return `This is version ${latest.version}${isAgreed ? '' : ', which not all have signed'}. Change what should be different.`;
}

function metricBlocks(metric: Metric, typed: PlanDraft): KnownBlock[] {
  const drafted = typed.goals[metric.key];
  const about = `${metric.timing}, ${metric.direction} is better`;
  const words = `*${escapeMrkdwn(cut(metric.name, 75))}* (${about})\n${goalSummary(metric, drafted, typed)}`;
  const label = `Numbers of ${metric.name}`;
  return [
    section(words, button({ actionId: GOAL_BUTTON, text: 'Numbers…', value: metric.key, label })),
    input({
      blockId: weightBlock(metric.key, typed.weights[metric.key]),
      label: `Weight of ${metric.name} (%)`,
      element: textInput({ max_length: 20 }, typed.weights[metric.key]),
    }),
  ];
}

/** What was typed, and the first thing that is wrong with it. */
function goalSummary(metric: Metric, drafted: DraftedGoal | undefined, { from, to }: PlanDraft): string {
  if (!drafted) return '_No numbers yet._';
  const part = (name: string, value: string | null) =>
    value === null ? [] : [`${name} ${escapeMrkdwn(cut(value, 40))}`];
  const steps = Object.keys(drafted.stepTargets).length;
  const said = [
    ...part('from', drafted.threshold),
    ...part('target', drafted.target),
    ...part('cap', drafted.cap),
    ...(drafted.stepsEvery && steps > 0 ? [`a target for ${steps} of its ${drafted.stepsEvery}s`] : []),
  ].join(', ');
  const why = drafted.reason === null ? '' : `\n_Why:_ ${cut(escapeMrkdwn(drafted.reason), 200)}`;
  const reading = readGoal(drafted, metric, from && to ? { from, to } : null);
  const [wrong] = reading.ok ? [] : reading.problems;
  return `${said}${why}${wrong ? `\n:warning: ${escapeMrkdwn(readableGoalProblem(wrong))}` : ''}`;
}

/** What stands in the fields, put over what is kept already. */
export function readPlanForm({ private_metadata, state }: Pick<ViewOutput, 'private_metadata' | 'state'>): {
  memory: PlanFormMemory;
  change: (typed: PlanDraft) => PlanDraft;
} {
  const memory = formMemory.parse(JSON.parse(private_metadata));
  const field = (blockId: string, actionId: string = TYPED) => state.values[blockId]?.[actionId];
  const text = (blockId: string) => field(blockId)?.value?.trim() || null;
  const day = (blockId: string) => (field(blockId)?.selected_date ?? null) as CalendarDay | null;
  const change = (typed: PlanDraft): PlanDraft => {
    // Slack does not always say what stood in a window that was closed.
    if (Object.keys(state.values).length === 0) return typed;
    const options = field(BLOCKS.metrics, PLAN_METRICS)?.selected_options ?? [];
    const metricKeys = options.map(({ value }) => value).filter((key) => key !== 'none');
    const shown = typed.metricKeys.flatMap((key) => {
      const block = findWeightBlock(state, key);
      return block === undefined ? [] : [[key, text(block) ?? '']];
    });
    const weights = Object.fromEntries(shown);
    const asTyped = { ...typed, weights: { ...typed.weights, ...weights } };
    const isSameChoice = metricKeys.toSorted().join() === typed.metricKeys.toSorted().join();
    return {
      ...(isSameChoice ? asTyped : withMetrics(asTyped, metricKeys)),
      from: day(BLOCKS.from),
      to: day(BLOCKS.to),
      holdsFrom: state.values[BLOCKS.holdsFrom] ? day(BLOCKS.holdsFrom) : typed.holdsFrom,
      partnerIds: field(BLOCKS.partners)?.selected_users ?? [],
      reason: text(BLOCKS.reason),
    };
  };
  return { memory, change };
}

/** Everything that is wrong, each at its field. Numbers of a metric have theirs in another window: they stand at its weight. */
export function planFormErrors(
  problems: readonly PlanProblem[],
  ofGoals: readonly { metricKey: string; problems: GoalProblem[] }[],
  state: FormState,
): Record<string, string> {
  const errors = new Map<string, string[]>();
  const add = (block: string, words: string) => errors.set(block, [...(errors.get(block) ?? []), words]);
  for (const { metricKey, problems: found } of ofGoals) {
    add(
      findWeightBlock(state, metricKey) ?? BLOCKS.metrics,
      `Press "Numbers…". ${found.map(readableGoalProblem).join(' ')}`,
    );
  }
  for (const { at, message } of problems) add(blockOf(at, state), message);
  return Object.fromEntries([...errors].map(([block, words]) => [block, cut(words.join(' '), 2000)]));
}

function blockOf(at: PlanField, state: FormState): string {
  switch (at) {
    case 'from':
    case 'to':
    case 'holdsFrom':
    case 'metrics':
    case 'partners':
    case 'reason':
      return BLOCKS[at];
    default:
      return findWeightBlock(state, at.slice('weight:'.length)) ?? BLOCKS.metrics;
  }
}

function metricOption({ key, name, timing, direction, source }: Metric) {
  return option(name, key, `${timing}, ${direction} is better; ${source}`);
}

function picker(initial: CalendarDay | null) {
  return { type: 'datepicker', action_id: TYPED, ...(initial && { initial_date: initial }) } as const;
}

function textInput(limits: Partial<PlainTextInput>, initial: string | null | undefined): PlainTextInput {
  return { type: 'plain_text_input', action_id: TYPED, ...limits, ...(initial && { initial_value: initial }) };
}
