import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { context, input, option, plainText } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { CLIENT_OUTCOMES, type ImpactMap, type ImpactRow, MOST_IMPACT_METRICS, readableOutcome } from './impact-map.ts';
import type { Metric } from './metric.ts';

export const IMPACT_ROW_FORM = 'impact_row';

const ACTIVITY = 'activity';
const WHY = 'why_it_matters';
const OUTCOME = 'outcome';
const METRICS = 'metrics';
const TYPED = 'typed';
/** As many as a menu holds. */
const MOST_OPTIONS = 100;

const memory = z.object({
  roleKey: z.string(),
  /** Which row, and what it said; null, a new one. */
  changes: z.object({ position: z.number(), activity: z.string() }).nullable(),
});

/** One row of a role's map; `row` absent, a new one. */
export function impactRowForm(map: ImpactMap, metrics: Metric[], position: number | null): ModalView {
  const row = position === null ? undefined : map.rows[position];
  const changes = row && position !== null ? { position, activity: row.activity } : null;
  const remembered: z.infer<typeof memory> = { roleKey: map.roleKey, changes };
  const isPicked = ({ key }: Metric) => row?.metricKeys.includes(key) === true;
  // Those that are picked are always among them.
  const offered = metrics.toSorted((one, other) => Number(isPicked(other)) - Number(isPicked(one)));
  const options = offered.slice(0, MOST_OPTIONS).map(({ key, name }) => option(name, key));
  const picked = options.filter(({ value }) => value !== undefined && row?.metricKeys.includes(value));
  const outcomes = CLIENT_OUTCOMES.map((outcome) => option(readableOutcome(outcome), outcome));
  const outcome = outcomes.find(({ value }) => value === row?.outcome);
  const text = (max: number, initial: string | undefined) => {
    const element = { type: 'plain_text_input', action_id: TYPED, max_length: max } as const;
    return { ...element, ...(initial !== undefined && { initial_value: initial }) };
  };
  return {
    type: 'modal',
    callback_id: IMPACT_ROW_FORM,
    private_metadata: JSON.stringify(remembered),
    title: plainText(row ? 'Change a row' : 'Add a row'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      context(`Impact map: ${escapeMrkdwn(map.roleName)}. Everyone may read it; it stands in plans, Home and reviews.`),
      input({ blockId: ACTIVITY, label: 'What people of this role do', element: text(150, row?.activity) }),
      input({
        blockId: WHY,
        label: 'Why it matters to the client',
        element: { ...text(500, row?.whyItMatters), multiline: true },
      }),
      input({
        blockId: OUTCOME,
        label: 'What comes of it',
        element: {
          type: 'static_select',
          action_id: TYPED,
          options: outcomes,
          ...(outcome && { initial_option: outcome }),
        },
      }),
      input({
        blockId: METRICS,
        label: 'Metrics that show it',
        element: {
          type: 'multi_static_select',
          action_id: TYPED,
          max_selected_items: MOST_IMPACT_METRICS,
          options,
          ...(picked.length > 0 && { initial_options: picked }),
        },
      }),
    ],
  };
}

export type ImpactRowAnswer =
  | { ok: true; roleKey: string; changes: { position: number; activity: string } | null; row: ImpactRow }
  | { ok: false; errors: Record<string, string> };

export function readImpactRowForm({
  private_metadata,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>): ImpactRowAnswer {
  const { roleKey, changes } = memory.parse(JSON.parse(private_metadata));
  const field = (blockId: string) => state.values[blockId]?.[TYPED];
  const activity = field(ACTIVITY)?.value?.trim() ?? '';
  const whyItMatters = field(WHY)?.value?.trim() ?? '';
  const outcome = z.enum(CLIENT_OUTCOMES).safeParse(field(OUTCOME)?.selected_option?.value);
  const metricKeys = (field(METRICS)?.selected_options ?? []).map(({ value }) => value);
  const errors = {
    ...(activity === '' && { [ACTIVITY]: 'Say what they do.' }),
    ...(whyItMatters === '' && { [WHY]: 'Say why that matters to the client.' }),
    ...(!outcome.success && { [OUTCOME]: 'Pick what comes of it.' }),
    ...(metricKeys.length === 0 && { [METRICS]: 'Pick at least one metric that shows it.' }),
  };
  if (!outcome.success || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, roleKey, changes, row: { activity, whyItMatters, outcome: outcome.data, metricKeys } };
}

export function impactRowErrors(outcome: 'changed-meanwhile' | 'too-many' | 'no-role'): Record<string, string> {
  const words = {
    'changed-meanwhile': 'Somebody changed this map meanwhile. Close this window and begin again from what they saved.',
    'too-many': 'The map is full. Change a row, or remove one first.',
    'no-role': 'This role was taken out of the workspace file meanwhile.',
  };
  return { [ACTIVITY]: words[outcome] };
}
