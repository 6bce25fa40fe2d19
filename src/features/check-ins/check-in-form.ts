import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView, PlainTextInput } from '@slack/types';
import { z } from 'zod';
import { context, header, input, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import { readableValue } from '../metrics/readable-value.ts';
import type { Trend } from '../metrics/trend.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';
import type { CheckInAnswer } from './check-in-answer.ts';
import type { Standing } from './find-check-in-to-answer.ts';

export const CHECK_IN_FORM = 'check_in';

const CLIENT = 'win_client';
const WHAT_CHANGED = 'win_what_changed';
const CONTRIBUTORS = 'win_contributors';
const OBSTACLE = 'obstacle';
const TYPED = 'typed';
const valueBlock = (metricKey: string) => `value:${metricKey}`;

/** What a form must remember between being opened and being submitted. */
const formMemory = z.object({
  cadenceKey: z.string(),
  occursOn: z.string().transform((day) => day as CalendarDay),
  isEdit: z.boolean(),
  metrics: z.array(z.object({ key: z.string(), version: z.number(), unit: z.string() })),
});

export interface CheckInFormParts {
  cadenceKey: string;
  cadenceName: string;
  occursOn: CalendarDay;
  standing: Standing;
  /** The metrics to ask for, each with its values before this check-in. */
  trends: Trend[];
  /** What was answered before, to be edited. */
  answer: CheckInAnswer | null;
}

/** The modal: a number for each metric, a client win, what got in the way. All optional, but not all empty. */
export function checkInForm(parts: CheckInFormParts): ModalView {
  const { cadenceKey, cadenceName, occursOn, standing, trends, answer } = parts;
  const memory: z.input<typeof formMemory> = {
    cadenceKey,
    occursOn,
    isEdit: answer !== null,
    metrics: trends.map(({ metric: { key, version, unit } }) => ({ key, version, unit })),
  };
  return {
    type: 'modal',
    callback_id: CHECK_IN_FORM,
    private_metadata: JSON.stringify(memory),
    title: plainText(cut(cadenceName, 24)),
    submit: plainText(answer ? 'Save changes' : 'Save'),
    close: plainText('Cancel'),
    blocks: [
      context(`${readableDay(occursOn)}. ${standingText[standing]}`),
      ...trends.map((trend) => valueInput(trend, answer)),
      header('A client win'),
      input({
        blockId: CLIENT,
        label: 'Client',
        optional: true,
        element: textInput({ max_length: 150 }, answer?.win?.client),
      }),
      input({
        blockId: WHAT_CHANGED,
        label: 'What changed for them',
        optional: true,
        hint: 'What is better for the client now, in a sentence or two. Your team, and the teams of all who helped, read it in their digest.',
        element: textInput({ multiline: true, max_length: 2000 }, answer?.win?.whatChanged),
      }),
      input({
        blockId: CONTRIBUTORS,
        label: 'Who helped',
        optional: true,
        element: {
          type: 'multi_users_select',
          action_id: TYPED,
          placeholder: plainText('Everyone who had a part'),
          ...(answer?.win && answer.win.contributorIds.length > 0 && { initial_users: answer.win.contributorIds }),
        },
      }),
      header('What got in the way'),
      input({
        blockId: OBSTACLE,
        label: 'What got in the way',
        optional: true,
        element: textInput({ multiline: true, max_length: 2000 }, answer?.obstacle),
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
      metrics: Pick<Metric, 'key' | 'version'>[];
      answer: CheckInAnswer;
    }
  | { ok: false; errors: Record<string, string> };

/** For somebody who was chosen under "Who helped" and cannot be credited. */
export function unknownContributors(memberIds: string[]): Record<string, string> {
  const who = memberIds.length === 1 ? 'One of them is' : `${memberIds.length} of them are`;
  return { [CONTRIBUTORS]: `${who} not a member of this workspace. Name colleagues here, and clients in the story.` };
}

/** Reads what was submitted. Errors are named by the field on which people see them. */
export function readCheckInForm(view: Pick<ViewOutput, 'private_metadata' | 'state'>): CheckInFormAnswer {
  const { cadenceKey, occursOn, isEdit, metrics } = formMemory.parse(JSON.parse(view.private_metadata));
  const field = (blockId: string) => view.state.values[blockId]?.[TYPED];
  const text = (blockId: string) => field(blockId)?.value?.trim() || null;
  const errors: Record<string, string> = {};

  const values = metrics.map(({ key, unit }) => {
    const read = readTypedNumber(text(valueBlock(key)), unit);
    if (!read.ok) errors[valueBlock(key)] = read.problem;
    return { metricKey: key, value: read.ok ? read.value : null };
  });
  const client = text(CLIENT);
  const whatChanged = text(WHAT_CHANGED);
  const contributorIds = field(CONTRIBUTORS)?.selected_users ?? [];
  const obstacle = text(OBSTACLE);

  if (whatChanged && !client) errors[CLIENT] = 'Say which client this was for.';
  if (!whatChanged && (client || contributorIds.length > 0)) {
    errors[WHAT_CHANGED] = 'Say what changed for them, or leave all of the win empty.';
  }
  const saysNothing = !client && !whatChanged && !obstacle && values.every(({ value }) => value === null);
  // What was said before may be taken back, all of it.
  if (saysNothing && !isEdit && Object.keys(errors).length === 0) {
    errors[OBSTACLE] = 'Nothing is filled in yet. Add a number, a win, or a line on what got in the way.';
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const win = client && whatChanged ? { client, whatChanged, contributorIds } : null;
  return { ok: true, cadenceKey, occursOn, metrics, answer: { values, win, obstacle } };
}

function valueInput({ metric, values }: Trend, answer: CheckInAnswer | null): InputBlock {
  const last = values.at(-1);
  const lastText = last
    ? `Last: ${readableValue(last.value, last.unit)} (${readableDay(last.on)}).`
    : 'No value before this one.';
  const before = answer?.values.find(({ metricKey }) => metricKey === metric.key)?.value;
  return input({
    blockId: valueBlock(metric.key),
    label: metric.unit === '' ? metric.name : `${metric.name} (${metric.unit})`,
    optional: true,
    hint: `${metric.meaning} ${lastText} Leave it empty for no value this time; that is not a zero.`,
    element: textInput({ max_length: 40 }, before),
  });
}

function textInput(limits: Partial<PlainTextInput>, initial: string | null | undefined): PlainTextInput {
  return { type: 'plain_text_input', action_id: TYPED, ...limits, ...(initial && { initial_value: initial }) };
}
