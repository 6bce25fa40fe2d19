import type { DefinitionField } from './definition-fields.ts';
import type { Aggregation, Metric, MetricMeaning } from './metric.ts';
import type { Frequency } from './metric-period.ts';

const COUNTED: Record<Aggregation, string> = {
  last: 'of several values the last one counts',
  sum: 'several values are added up',
  mean: 'several values are averaged',
  median: 'of several values the median counts',
  minimum: 'of several values the smallest counts',
  maximum: 'of several values the largest counts',
};

/** `every two weeks, several values are added up`. */
export function countedWords({ frequency, aggregation }: Pick<MetricMeaning, 'frequency' | 'aggregation'>): string {
  return `${frequency === 'fortnight' ? 'every two weeks' : `every ${frequency}`}, ${COUNTED[aggregation]}`;
}

interface Names {
  /** Of another metric. */
  metric(key: string): string;
  person(id: string): string;
}

/**
 * A definition as a person reads it, in plain sentences: which way is good, why it is watched, how it is counted, who answers
 * for it, and what it is read together with. What it means stands in its own words elsewhere.
 */
export function definitionSentences(metric: Metric, names: Names): string[] {
  const { direction, timing, counterMetricKey, leadsToKey, dataOwnerId, dimensions, tolerancePercent, lens } = metric;
  const leads = leadsToKey === null ? '' : `, and is expected to move ${names.metric(leadsToKey)}`;
  const owner = dataOwnerId === null ? 'Nobody answers for it yet' : `${names.person(dataOwnerId)} answers for it`;
  const sentences = [
    `${direction === 'higher' ? 'Higher' : 'Lower'} is better.`,
    timing === 'leading'
      ? `It leads: it moves before the client’s outcome does${leads}.`
      : 'It lags: it shows the client’s outcome itself, after the work.',
    `Counted ${inUnit(metric)}${countedWords(metric)}. Due ${dueWords(metric)}.`,
    `It comes from ${metric.source}. ${owner}${metric.needsVerification ? ', and each number counts only once it is verified' : ''}.`,
    counterMetricKey !== null &&
      `Read together with ${names.metric(counterMetricKey)}${metric.isSpeed ? ', which shows what speed may cost' : ''}.`,
    tolerancePercent !== null &&
      `Where two sources differ by more than ${tolerancePercent}%, somebody has to look before the number counts.`,
    dimensions.length > 0 && `It may be broken down by ${plain(dimensions.join(', '))}.`,
    lens !== null && `On the scorecard it stands under ${plain(lens)}.`,
    metric.isSalesTarget &&
      'It is a sales target: it is refused in the plan of somebody who moves client outcomes indirectly.',
  ];
  return sentences.filter((sentence) => sentence !== false);
}

function inUnit({ unit, format, scaleFrom, scaleTo }: Metric): string {
  if (format === 'score' && scaleFrom !== null && scaleTo !== null) return `from ${scaleFrom} to ${scaleTo}, `;
  if (format === 'percent') return 'in percent, ';
  return unit === '' ? '' : `in ${unit}, `;
}

const PERIOD: Record<Frequency, string> = {
  week: 'the week',
  fortnight: 'the two weeks',
  month: 'the month',
  quarter: 'the quarter',
};

function dueWords({ dueAfterDays, frequency }: Metric): string {
  if (dueAfterDays === 0) return `on the last day of ${PERIOD[frequency]}`;
  return `${dueAfterDays === 1 ? 'one day' : `${dueAfterDays} days`} after the end of ${PERIOD[frequency]}`;
}

const plain = (words: string) => words.replaceAll('_', ' ');

const FIELDS: Partial<Record<DefinitionField, string>> = {
  format: 'kind of number',
  direction: 'which way is better',
  timing: 'leading or lagging',
  aggregation: 'what several values come to',
  frequency: 'how often',
  due_after_days: 'days until it is due',
  dimensions: 'may be broken down by',
  needs_verification: 'counts only once verified',
  tolerance_percent: 'how many percent two sources may differ',
  is_speed: 'is speed',
  counter_metric: 'read together with',
  leads_to: 'expected to move',
  is_sales_target: 'is a sales target',
};

/** What a field of a definition is called where people read what changed. */
export function fieldName(field: DefinitionField): string {
  return FIELDS[field] ?? plain(field);
}
