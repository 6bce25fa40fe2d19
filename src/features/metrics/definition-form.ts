import type { ViewOutput } from '@slack/bolt';
import type { Checkboxes, InputBlock, ModalView, PlainTextInput, StaticSelect } from '@slack/types';
import { z } from 'zod';
import { context, input, option, plainText } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { DefinitionField } from './definition-fields.ts';
import { type DefinitionProblem, definitionProblems } from './definition-problems.ts';
import { fromDecimal, toDecimal } from './exact-decimal.ts';
import { AGGREGATIONS, DIMENSIONS, LENSES, type Metric, type MetricMeaning, UNIT_FORMATS } from './metric.ts';
import { FREQUENCIES } from './metric-period.ts';
import { readTypedNumber } from './typed-number.ts';

export const DEFINITION_FORM = 'metric_definition';

const TYPED = 'typed';
const FLAGS = {
  needsVerification: 'needs_verification',
  isSpeed: 'is_speed',
  isSalesTarget: 'is_sales_target',
} as const;
const SCALE = { from: 'scale_from', to: 'scale_to' } as const;
const REASON = 'change_reason';
const FLAGS_BLOCK = 'flags';
/** As many as a menu holds. */
const MOST_OPTIONS = 100;

const memory = z.object({ key: z.string(), version: z.number() });

/** Everything that a definition says, to be changed; `metrics` are all that are in use. */
export function definitionForm(metric: Metric, metrics: Metric[]): ModalView {
  const { key, version } = metric;
  const others = metrics.filter((other) => other.key !== key);
  const remembered: z.infer<typeof memory> = { key, version };
  return {
    type: 'modal',
    callback_id: DEFINITION_FORM,
    private_metadata: JSON.stringify(remembered),
    title: plainText('Change a metric'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      context(
        `\`${escapeMrkdwn(key)}\`, version ${version}. What you save is a new version: earlier numbers keep the definition they were given under, and trends mark the break.`,
      ),
      text('name', 'Name', 75, metric.name),
      input({
        blockId: 'meaning',
        label: 'Meaning',
        hint: 'Shown where people type the number, so write it for them.',
        element: { ...textElement(500, metric.meaning), multiline: true },
      }),
      text('unit', 'Unit', 24, metric.unit),
      select('format', 'Format', UNIT_FORMATS, metric.format),
      optional(text(SCALE.from, 'Scale from (scores only)', 12, metric.scaleFrom ?? undefined)),
      optional(text(SCALE.to, 'Scale to (scores only)', 12, metric.scaleTo ?? undefined)),
      select('direction', 'Which way is better', ['higher', 'lower'], metric.direction),
      select('timing', 'Leading or lagging', ['leading', 'lagging'], metric.timing),
      optional(select('lens', 'Lens', LENSES, metric.lens)),
      text('source', 'Source', 75, metric.source),
      select('aggregation', 'What several values of a period come to', AGGREGATIONS, metric.aggregation),
      select('frequency', 'How often a number is expected: every', FREQUENCIES, metric.frequency),
      text('due_after_days', 'Due so many days after the end of the period', 2, String(metric.dueAfterDays)),
      optional(boxes('dimensions', 'May be broken down by', DIMENSIONS, metric.dimensions)),
      optional(
        input({
          blockId: 'data_owner',
          label: 'Data owner',
          hint: 'Who answers for the numbers.',
          element: {
            type: 'users_select',
            action_id: TYPED,
            ...(metric.dataOwnerId !== null && { initial_user: metric.dataOwnerId }),
          },
        }),
      ),
      optional(
        text(
          'tolerance_percent',
          'Two sources may differ by so many percent',
          12,
          metric.tolerancePercent ?? undefined,
        ),
      ),
      ...metricSelect('counter_metric', 'Counter-metric', others, metric.counterMetricKey),
      ...metricSelect('leads_to', 'Leads to', others.filter(isLagging), metric.leadsToKey),
      optional(
        boxes(
          FLAGS_BLOCK,
          'It',
          Object.values(FLAGS),
          Object.entries(FLAGS).flatMap(([flag, name]) => (metric[flag as keyof typeof FLAGS] ? [name] : [])),
        ),
      ),
      text(REASON, 'Why it changes', 300, undefined),
    ],
  };
}

export type DefinitionFormAnswer =
  | { ok: true; key: string; after: number; meaning: MetricMeaning; reason: string }
  | { ok: false; errors: Record<string, string> };

/** Reads what was submitted; `metrics` are all that are in use. */
export function readDefinitionForm(
  view: Pick<ViewOutput, 'private_metadata' | 'state'>,
  metrics: Metric[],
): DefinitionFormAnswer {
  const { key, version } = memory.parse(JSON.parse(view.private_metadata));
  const field = (blockId: string) => view.state.values[blockId]?.[TYPED];
  const typed = (blockId: string) => field(blockId)?.value?.trim() ?? '';
  const picked = (blockId: string) => field(blockId)?.selected_option?.value ?? null;
  const ticked = (blockId: string) => (field(blockId)?.selected_options ?? []).map(({ value }) => value);
  const errors: Record<string, string> = {};
  /** What stands in for a choice that is missing is never saved: there is an error at the field. */
  const chosen = <Choice extends string>(blockId: string, choices: readonly [Choice, ...Choice[]]): Choice => {
    const found = choices.find((choice) => choice === picked(blockId));
    if (!found) errors[blockId] = 'Choose one.';
    return found ?? choices[0];
  };
  const number = (blockId: string, most: string) => {
    const read = readTypedNumber(typed(blockId), { unit: '', format: 'count', scaleFrom: null, scaleTo: null }, '.');
    if (!read.ok) errors[blockId] = `Write ${most}.`;
    return read.ok && read.value !== null ? fromDecimal(toDecimal(read.value)) : null;
  };
  const days = typed('due_after_days');
  if (!/^\d{1,2}$/.test(days) || Number(days) > 90)
    errors['due_after_days'] = 'Write a whole number of days from 0 to 90.';
  const tolerance = number('tolerance_percent', 'a number of percent from 0 to 100');
  if (tolerance !== null && (Number(tolerance) < 0 || Number(tolerance) > 100)) {
    errors['tolerance_percent'] = 'Write a number of percent from 0 to 100.';
  }
  for (const blockId of ['name', 'meaning', 'unit', 'source', REASON]) {
    if (typed(blockId) === '') errors[blockId] = 'Write a word or two.';
  }
  const meaning: MetricMeaning = {
    name: typed('name'),
    meaning: typed('meaning'),
    unit: typed('unit'),
    format: chosen('format', UNIT_FORMATS),
    scaleFrom: number(SCALE.from, 'a number such as 1'),
    scaleTo: number(SCALE.to, 'a number such as 5'),
    direction: chosen('direction', ['higher', 'lower']),
    timing: chosen('timing', ['leading', 'lagging']),
    lens: LENSES.find((lens) => lens === picked('lens')) ?? null,
    source: typed('source'),
    aggregation: chosen('aggregation', AGGREGATIONS),
    frequency: chosen('frequency', FREQUENCIES),
    dueAfterDays: Number(days),
    dimensions: DIMENSIONS.filter((dimension) => ticked('dimensions').includes(dimension)),
    dataOwnerId: field('data_owner')?.selected_user ?? null,
    needsVerification: ticked(FLAGS_BLOCK).includes(FLAGS.needsVerification),
    tolerancePercent: tolerance,
    isSpeed: ticked(FLAGS_BLOCK).includes(FLAGS.isSpeed),
    counterMetricKey: picked('counter_metric'),
    leadsToKey: picked('leads_to'),
    isSalesTarget: ticked(FLAGS_BLOCK).includes(FLAGS.isSalesTarget),
  };
  const checked = { ...meaning, key, hasDataOwner: meaning.dataOwnerId !== null };
  for (const problem of definitionProblems(checked, metrics)) errors[blockOf(problem)] ??= sentence(problem);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, key, after: version, meaning, reason: typed(REASON) };
}

/** For somebody who was picked and is not known here, and for a change that came too late. */
export function definitionFormErrors(
  outcome: 'unknown-data-owner' | 'changed-meanwhile' | 'unchanged',
): Record<string, string> {
  switch (outcome) {
    case 'unknown-data-owner':
      return { data_owner: 'That is nobody who answers for numbers here. Pick a colleague.' };
    case 'changed-meanwhile':
      return {
        [REASON]: 'Somebody changed this metric meanwhile. Close this window and begin again from what they saved.',
      };
    case 'unchanged':
      return { [REASON]: 'Nothing is different from the version in force. Change something, or cancel.' };
  }
}

function blockOf({ field }: DefinitionProblem): string {
  return field === 'scale' ? SCALE.from : field;
}

function sentence({ message }: DefinitionProblem): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

function textElement(most: number, initial: string | undefined): PlainTextInput {
  const element = { type: 'plain_text_input', action_id: TYPED, max_length: most } as const;
  return { ...element, ...(initial !== undefined && { initial_value: initial }) };
}

function text(blockId: DefinitionField | string, label: string, most: number, initial: string | undefined): InputBlock {
  return input({ blockId, label, element: textElement(most, initial) });
}

function optional(block: InputBlock): InputBlock {
  return { ...block, optional: true };
}

function select(blockId: string, label: string, words: readonly string[], chosen: string | null): InputBlock {
  return input({
    blockId,
    label,
    element: selectElement(
      words.map((word) => [word, spoken(word)]),
      chosen,
    ),
  });
}

/** Nothing where there is no other metric to pick. */
function metricSelect(blockId: string, label: string, metrics: Metric[], chosen: string | null): InputBlock[] {
  // The one that is chosen is always among them.
  const first = metrics.toSorted((one, other) => Number(other.key === chosen) - Number(one.key === chosen));
  const options = first.slice(0, MOST_OPTIONS).map(({ key, name }): [string, string] => [key, name]);
  return options.length === 0 ? [] : [optional(input({ blockId, label, element: selectElement(options, chosen) }))];
}

function isLagging({ timing }: Metric): boolean {
  return timing === 'lagging';
}

function selectElement(words: [value: string, shown: string][], chosen: string | null): StaticSelect {
  const options = words.map(([value, shown]) => option(shown, value));
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'static_select', action_id: TYPED, options, ...(initial && { initial_option: initial }) };
}

function boxes(blockId: string, label: string, words: readonly string[], ticked: readonly string[]): InputBlock {
  const options = words.map((word) => option(spoken(word), word));
  const initial = options.filter(({ value }) => value !== undefined && ticked.includes(value));
  const element: Checkboxes = { type: 'checkboxes', action_id: TYPED, options };
  return input({ blockId, label, element: { ...element, ...(initial.length > 0 && { initial_options: initial }) } });
}

function spoken(word: string): string {
  return word.replaceAll('_', ' ');
}
