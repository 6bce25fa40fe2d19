import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { context, header, input, plainText, section } from '../../platform/slack/block-kit.ts';
import { TYPED, textField } from '../../platform/slack/form-fields.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { goalFields, readGoalFields, type TypedProgress } from '../growth/goal-fields-view.ts';
import type { AskedGoal } from '../growth/load-goals.ts';
import { type Metric, measureSchema } from '../metrics/metric.ts';
import { howTyped, inWhat, readableValue } from '../metrics/readable-value.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';
import type { Trend } from '../observations/trend.ts';
import { isUsable } from '../observations/usable-value.ts';
import type { Named } from '../people/find-named.ts';
import type { StandingWin } from '../wins/load-check-in-win.ts';
import { readTypedWin, readWinFields, rememberWin, winFields } from '../wins/win-fields-view.ts';
import { type RememberedWin, rememberedWin } from '../wins/win-told.ts';
import type { CheckInAnswer } from './check-in-answer.ts';
import { type CheckInDraft, filledNumbers, fillNumbers, fillWords, type StandingNumber } from './check-in-draft.ts';
import type { Standing } from './find-check-in-to-answer.ts';

export const CHECK_IN_FORM = 'check_in';

const OBSTACLE = 'obstacle';
/** Above which field it is asked whether a value is right. */
export const valueBlock = (metricKey: string) => `value:${metricKey}`;

/** What a form must remember between being opened and being submitted. */
const formMemory = z.object({
  cadenceKey: z.string(),
  occursOn: z.string().transform((day) => day as CalendarDay),
  isEdit: z.boolean(),
  win: rememberedWin,
  metrics: z.array(
    measureSchema.extend({
      key: z.string(),
      version: z.number(),
      /** The number that stood, as it was filled in: left like that, it is not said again. Absent, none stood. */
      filled: z.string().nullable().optional(),
    }),
  ),
});

export interface CheckInFormParts {
  cadenceKey: string;
  cadenceName: string;
  occursOn: CalendarDay;
  standing: Standing;
  /** The metrics to ask for, each with its values before this check-in. */
  trends: Trend[];
  /** The development goals to ask about, with what this check-in said of them. */
  goals: AskedGoal[];
  /** What was answered before, to be edited. */
  answer: CheckInAnswer | null;
  /** The numbers of this check-in as they stand, corrected since then or not. */
  given: StandingNumber[];
  /** The win of this check-in as it stands, with what others said of it. */
  win: StandingWin | undefined;
  /** Those who are filled in as contributors to a win, by name. */
  people: Named[];
  /** What was typed before and not submitted. It comes before the answer. */
  draft: { typed: CheckInDraft; savedAt: Date } | null;
  /** The day of the review whose evidence, frozen, this check-in lies in. */
  frozenFor: CalendarDay | null;
}

/** The modal: a number for each metric, a client win, what got in the way. All optional, but not all empty. */
export function checkInForm(parts: CheckInFormParts): ModalView {
  const { cadenceKey, cadenceName, occursOn, standing, trends, answer, given, people, draft, frozenFor } = parts;
  const stood = filledNumbers(
    given,
    trends.map(({ metric }) => metric),
  );
  const numbers = fillNumbers(draft?.typed, stood);
  const filled = fillWords(draft?.typed, parts.win, answer);
  const memory: z.input<typeof formMemory> = {
    cadenceKey,
    occursOn,
    isEdit: answer !== null,
    win: rememberWin(parts.win?.told),
    metrics: trends.map(({ metric: { key, version, unit, format, scaleFrom, scaleTo } }) => {
      const before = stood.get(key);
      return { key, version, unit, format, scaleFrom, scaleTo, ...(before?.isKept && { filled: before.text }) };
    }),
  };
  return {
    type: 'modal',
    callback_id: CHECK_IN_FORM,
    private_metadata: JSON.stringify(memory),
    title: plainText(cut(cadenceName, 24)),
    submit: plainText(answer ? 'Save changes' : 'Save'),
    close: plainText('Cancel'),
    // What was typed and not submitted is kept as a draft.
    notify_on_close: true,
    blocks: [
      context(`${readableDay(occursOn)}. ${standingText[standing]}`),
      ...(draft ? [context(`Your draft of ${slackTime(draft.savedAt)} is filled in. Only you have seen it.`)] : []),
      ...(frozenFor
        ? [
            context(
              `The evidence for your review of ${readableDay(frozenFor)} is frozen and does not change. What you save now is kept, beside it.`,
            ),
          ]
        : []),
      ...(trends.length > 0 ? [context('A number left empty is *no value this time*. That is not a zero.')] : []),
      ...trends.map((trend) => valueInput(trend, numbers.get(trend.metric.key))),
      header('A client win'),
      ...winFields({
        filled,
        people,
        metrics: trends.map(({ metric }) => metric),
        isOptional: true,
      }),
      ...goalFields(parts.goals, draft?.typed.goals),
      header('What got in the way'),
      input({
        blockId: OBSTACLE,
        label: 'What got in the way',
        optional: true,
        element: textField({ multiline: true, max_length: 2000 }, filled?.obstacle),
      }),
      section(
        'Your manager sees this, and it is part of the evidence for your next review. So do you: nothing is hidden.',
      ),
    ],
  };
}

const standingText: Record<Standing, string> = {
  open: 'Two minutes are enough.',
  late: 'A late answer is welcome.',
  answered: 'You answered this one; what you save replaces it, and the earlier version is kept.',
  early: 'You are early: you will not be asked again for this one.',
};

export type CheckInFormAnswer =
  | {
      ok: true;
      cadenceKey: string;
      occursOn: CalendarDay;
      /** The definitions of the numbers that were typed; what was left as it was filled in is none of them. */
      metrics: Pick<Metric, 'key' | 'version'>[];
      answer: CheckInAnswer;
      /** What stood of the win when the form was filled in. */
      remembered: RememberedWin;
      goals: TypedProgress[];
    }
  | { ok: false; errors: Record<string, string> };

/**
 * What stood in the fields when the form was closed; undefined when Slack did not say, or nothing was changed since it
 * was opened.
 */
export function readDraft(
  view: Pick<ViewOutput, 'private_metadata' | 'state' | 'blocks'>,
): { cadenceKey: string; occursOn: CalendarDay; typed: CheckInDraft } | undefined {
  const { cadenceKey, occursOn, metrics } = formMemory.parse(JSON.parse(view.private_metadata));
  if (Object.keys(view.state.values).length === 0) return undefined;
  const field = (blockId: string) => Object.values(view.state.values[blockId] ?? {})[0];
  const text = (blockId: string) => field(blockId)?.value?.trim() || null;
  const isChanged = view.blocks.some((block) => {
    const opened = openedField.safeParse(block).data;
    if (!opened) return false;
    const { initial_value: value = null, initial_users: users = [], initial_option: option } = opened.element;
    const now = field(opened.block_id);
    const people = now?.selected_users ?? [];
    return (
      text(opened.block_id) !== value ||
      people.toSorted().join() !== users.toSorted().join() ||
      now?.selected_option?.value !== option?.value
    );
  });
  if (!isChanged) return undefined;
  return {
    cadenceKey,
    occursOn,
    typed: {
      values: metrics.map(({ key, filled }) => ({ metricKey: key, typed: text(valueBlock(key)), filled })),
      ...readTypedWin(view),
      obstacle: text(OBSTACLE),
      goals: readGoalFields(view),
    },
  };
}

/** A field as it was when the form was opened. */
const openedField = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  element: z.object({
    initial_value: z.string().optional(),
    initial_users: z.array(z.string()).optional(),
    initial_option: z.object({ value: z.string() }).optional(),
  }),
});

/** Reads what was submitted. Errors are named by the field on which people see them. */
export function readCheckInForm(view: Pick<ViewOutput, 'private_metadata' | 'state'>): CheckInFormAnswer {
  const {
    cadenceKey,
    occursOn,
    isEdit,
    metrics,
    win: remembered,
  } = formMemory.parse(JSON.parse(view.private_metadata));
  const field = (blockId: string) => view.state.values[blockId]?.[TYPED];
  const text = (blockId: string) => field(blockId)?.value?.trim() || null;
  const errors: Record<string, string> = {};

  const values = metrics.map(({ key, ...measure }) => {
    const read = readTypedNumber(text(valueBlock(key)), measure);
    if (!read.ok) errors[valueBlock(key)] = read.problem;
    return { metricKey: key, value: read.ok ? read.value : null };
  });
  const told = readWinFields(view);
  if (!told.ok) Object.assign(errors, told.errors);
  const obstacle = text(OBSTACLE);

  const win = told.ok ? told.win : null;
  const goals = readGoalFields(view);
  const saysNothing = told.ok && !win && !obstacle && goals.length === 0 && values.every(({ value }) => value === null);
  // What was said before may be taken back, all of it.
  if (saysNothing && !isEdit && Object.keys(errors).length === 0) {
    errors[OBSTACLE] = 'Nothing is filled in yet. Add a number, a win, or a line on what got in the way.';
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const typed = metrics.filter(({ key, filled }) => filled === undefined || text(valueBlock(key)) !== filled);
  return { ok: true, cadenceKey, occursOn, metrics: typed, answer: { values, win, obstacle }, remembered, goals };
}

function valueInput({ metric, values }: Trend, filled: string | null | undefined): InputBlock {
  const last = values.filter(isUsable).at(-1);
  const lastText = last
    ? `Last: ${readableValue(last.value, last)} (${readableDay(last.on)}).`
    : 'No value before this one.';
  return input({
    blockId: valueBlock(metric.key),
    label: `${metric.name}${inWhat(metric)}`,
    optional: true,
    hint: `${metric.meaning} ${lastText}${howTyped(metric)}`,
    element: textField({ max_length: 40 }, filled),
  });
}
