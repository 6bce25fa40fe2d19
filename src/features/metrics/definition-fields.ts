import type { MetricMeaning } from './metric.ts';

/** What a definition says, field by field, in the words and the order of the workspace file. Null is not said, or no. */
export function definitionFields(meaning: MetricMeaning): Record<DefinitionField, string | number | null> {
  const { scaleFrom, scaleTo, dimensions } = meaning;
  return {
    name: meaning.name,
    meaning: meaning.meaning,
    unit: meaning.unit,
    format: meaning.format,
    scale: scaleFrom === null || scaleTo === null ? null : `${scaleFrom} to ${scaleTo}`,
    direction: meaning.direction,
    timing: meaning.timing,
    lens: meaning.lens,
    source: meaning.source,
    aggregation: meaning.aggregation,
    frequency: meaning.frequency,
    due_after_days: meaning.dueAfterDays,
    dimensions: dimensions.length === 0 ? null : dimensions.join(', '),
    data_owner: meaning.dataOwnerId,
    needs_verification: yes(meaning.needsVerification),
    tolerance_percent: meaning.tolerancePercent,
    is_speed: yes(meaning.isSpeed),
    counter_metric: meaning.counterMetricKey,
    leads_to: meaning.leadsToKey,
    is_sales_target: yes(meaning.isSalesTarget),
  };
}

export type DefinitionField =
  | 'name'
  | 'meaning'
  | 'unit'
  | 'format'
  | 'scale'
  | 'direction'
  | 'timing'
  | 'lens'
  | 'source'
  | 'aggregation'
  | 'frequency'
  | 'due_after_days'
  | 'dimensions'
  | 'data_owner'
  | 'needs_verification'
  | 'tolerance_percent'
  | 'is_speed'
  | 'counter_metric'
  | 'leads_to'
  | 'is_sales_target';

export interface DefinitionChange {
  field: DefinitionField;
  before: string | number | null;
  after: string | number | null;
}

/** What one version says otherwise than another; nothing where they say the same. */
export function definitionChanges(before: MetricMeaning, after: MetricMeaning): DefinitionChange[] {
  const [then, now] = [definitionFields(before), definitionFields(after)];
  const fields = Object.keys(now) as DefinitionField[];
  return fields
    .filter((field) => then[field] !== now[field])
    .map((field) => ({ field, before: then[field], after: now[field] }));
}

function yes(fact: boolean): string | null {
  return fact ? 'yes' : null;
}
