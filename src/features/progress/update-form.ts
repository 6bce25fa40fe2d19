import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { context, divider, input, plainText } from '../../platform/slack/block-kit.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { type Metric, measureSchema } from '../metrics/metric.ts';
import { periodOf, readablePeriod } from '../metrics/metric-period.ts';
import { howTyped, inWhat, readableValue } from '../metrics/readable-value.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';
import { isWebAddress } from '../observations/observation-row.ts';
import type { Trend } from '../observations/trend.ts';

export const UPDATE_FORM = 'update_progress';

const DAY = 'on';
const REASON = 'reason';
const TYPED = 'typed';
const block = (field: 'value' | 'evidence' | 'note', metricKey: string) => `${field}:${metricKey}`;

/** A role has five at most. */
const MOST_METRICS = 10;

const formMemory = z.object({
  latestOn: z.string(),
  metrics: z.array(measureSchema.extend({ key: z.string(), version: z.number() })),
});

/** A value for each metric, and where it can be seen. */
export function updateForm({
  trends,
  today,
  latestOn,
}: {
  trends: Trend[];
  today: CalendarDay;
  latestOn: CalendarDay;
}): ModalView {
  const asked = trends.slice(0, MOST_METRICS);
  const memory: z.input<typeof formMemory> = {
    latestOn,
    metrics: asked.map(({ metric: { key, version, unit, format, scaleFrom, scaleTo } }) => {
      return { key, version, unit, format, scaleFrom, scaleTo };
    }),
  };
  return {
    type: 'modal',
    callback_id: UPDATE_FORM,
    private_metadata: JSON.stringify(memory),
    title: plainText('Update my numbers'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      input({
        blockId: DAY,
        label: 'About which day',
        hint: 'The value counts in the period that this day lies in, however late or early you give it.',
        element: { type: 'datepicker', action_id: TYPED, initial_date: today },
      }),
      context('A number left empty says nothing. That is not a zero.'),
      ...asked.flatMap((trend) => [divider(), ...metricInputs(trend, today)]),
      divider(),
      text({
        blockId: REASON,
        label: 'Why a number changes',
        hint: 'Only needed where one stands for that day already. The one before stays on record.',
        most: 500,
      }),
    ],
  };
}

function metricInputs({ metric, values }: Trend, today: CalendarDay): InputBlock[] {
  const last = values.findLast(({ state }) => state !== 'withdrawn');
  const lastText = last
    ? `Last: ${readableValue(last.value, last)} (${readableDay(last.on)}).`
    : 'No value before this one.';
  const name = cut(metric.name, 100);
  return [
    text({
      blockId: block('value', metric.key),
      label: `${name}${inWhat(metric)}`,
      hint: `${cut(metric.meaning, 1000)} ${lastText} ${howCounted(metric, today)}${howTyped(metric)}`,
      most: 40,
    }),
    text({ blockId: block('evidence', metric.key), label: `${name}: link to evidence`, most: 2000 }),
    text({ blockId: block('note', metric.key), label: `${name}: note`, most: 500 }),
  ];
}

/** So that nobody types a sum where the bot adds up. */
function howCounted({ aggregation, frequency }: Metric, today: CalendarDay): string {
  const period = readablePeriod(periodOf(frequency, today));
  return {
    last: `Of several values in a ${frequency}, such as ${period}, the last counts.`,
    sum: `The values of a ${frequency}, such as ${period}, are added up.`,
    mean: `The values of a ${frequency}, such as ${period}, are averaged.`,
    median: `Of the values of a ${frequency}, such as ${period}, the median counts.`,
    minimum: `Of the values of a ${frequency}, such as ${period}, the smallest counts.`,
    maximum: `Of the values of a ${frequency}, such as ${period}, the largest counts.`,
  }[aggregation];
}

function text({
  blockId,
  label,
  hint,
  most,
}: {
  blockId: string;
  label: string;
  hint?: string;
  most: number;
}): InputBlock {
  const element = { type: 'plain_text_input', action_id: TYPED, max_length: most } as const;
  return input({ blockId, label, optional: true, element, ...(hint !== undefined && { hint }) });
}

export interface UpdateAnswer {
  on: CalendarDay;
  values: { metric: Pick<Metric, 'key' | 'version'>; value: string; evidenceUrl: string | null; note: string | null }[];
  reason: string | null;
}

type UpdateView = Pick<ViewOutput, 'private_metadata' | 'state'>;

/** Errors are named by the field on which people see them. */
export function readUpdateForm(
  view: UpdateView,
): { ok: true; answer: UpdateAnswer } | { ok: false; errors: Record<string, string> } {
  const { metrics, latestOn } = formMemory.parse(JSON.parse(view.private_metadata));
  const field = (blockId: string) => view.state.values[blockId]?.[TYPED];
  const typed = (blockId: string) => field(blockId)?.value?.trim() || null;
  const errors: Record<string, string> = {};
  const on = field(DAY)?.selected_date as CalendarDay | null | undefined;
  if (!on) errors[DAY] = 'Say which day the numbers are about.';
  else if (on > latestOn) errors[DAY] = `Give a day up to ${latestOn}.`;
  else if (on < '2000-01-01') errors[DAY] = 'Give a day since 2000.';

  const values = metrics.flatMap(({ key, version, ...measure }) => {
    const [evidenceUrl, note] = [typed(block('evidence', key)), typed(block('note', key))];
    const read = readTypedNumber(typed(block('value', key)), measure);
    if (!read.ok) errors[block('value', key)] = read.problem;
    else if (read.value === null && (evidenceUrl || note))
      errors[block('value', key)] = 'Give the number that this is about.';
    if (evidenceUrl && !isWebAddress(evidenceUrl)) {
      errors[block('evidence', key)] = 'Give a web address that begins with https:// or http://.';
    }
    if (!read.ok || read.value === null) return [];
    return [{ metric: { key, version }, value: read.value, evidenceUrl, note }];
  });
  const [first] = metrics;
  if (values.length === 0 && Object.keys(errors).length === 0 && first) {
    errors[block('value', first.key)] = 'Nothing is filled in yet. Give at least one number.';
  }
  if (Object.keys(errors).length > 0 || !on) return { ok: false, errors };
  return { ok: true, answer: { on, values, reason: typed(REASON) } };
}

/** Above which field it is asked whether a value is right. */
export function valueBlock(metricKey: string): string {
  return block('value', metricKey);
}

/** For values that stand for that day already, where nobody said why they change. */
export function reasonMissing(standing: { metricKey: string; readable: string }[]): Record<string, string> {
  const each = standing.map(({ metricKey, readable }) => {
    return [block('value', metricKey), `${readable} stands for that day already. Say at the end why it changes.`];
  });
  return { ...Object.fromEntries(each), [REASON]: 'Say why the number changes, in a few words.' };
}
