import { z } from 'zod';
import { DURATION_UNITS } from '../metrics/duration.ts';
import { fromDecimal, toDecimal } from '../metrics/exact-decimal.ts';
import { CLIENT_OUTCOMES, MOST_IMPACT_METRICS, MOST_IMPACT_ROWS } from '../metrics/impact-map.ts';
import { AGGREGATIONS, DIMENSIONS, LENSES, UNIT_FORMATS } from '../metrics/metric.ts';
import { FREQUENCIES } from '../metrics/metric-period.ts';
import { keyOf, listOf, mapping, type NamedKeys, oneOf, person, wholeNumber, words } from './expected-values.ts';

const MAX_ROLE_METRICS = 5;

/** Numbers of YAML as exact decimals; one with an exponent was never written by hand. */
const decimal = (expected: string, isRight: (number: number) => boolean = () => true) =>
  z
    .number(expected)
    .refine((number) => /^-?\d+(\.\d{1,10})?$/.test(String(number)) && isRight(number), expected)
    .transform((number) => fromDecimal(toDecimal(String(number))));

const yesNo = z.boolean('true or false').default(false);
const scaleEnd = decimal('a number such as 1 or 5');

/** What `unit` and `scale` may be depends on `format`; choosing first lets one reading find all that is wrong. */
export function metricSchema(named: NamedKeys, raw: unknown) {
  const format = formatIn(raw);
  const unit = {
    percent: oneOf(['%']),
    duration: oneOf(DURATION_UNITS),
    currency: words(24),
    count: words(24),
    score: words(24),
  }[format];
  return mapping({
    name: words(75),
    meaning: words(500),
    unit,
    format: oneOf(UNIT_FORMATS).default(format),
    scale:
      format === 'score'
        ? mapping({ from: scaleEnd, to: scaleEnd })
        : z.never('no scale, which only the format score has').optional(),
    direction: oneOf(['higher', 'lower']),
    timing: oneOf(['leading', 'lagging']),
    lens: oneOf(LENSES).optional(),
    source: words(75),
    aggregation: oneOf(AGGREGATIONS).default('last'),
    frequency: oneOf(FREQUENCIES).default('week'),
    due_after_days: wholeNumber('a whole number of days', 0, 90).default(3),
    dimensions: z.array(oneOf(DIMENSIONS), `a list of ${DIMENSIONS.join(', ')}`).default([]),
    data_owner: person.optional(),
    needs_verification: yesNo,
    tolerance_percent: decimal(
      'a number of percent from 0 to 100',
      (number) => number >= 0 && number <= 100,
    ).optional(),
    is_speed: yesNo,
    counter_metric: keyOf('metric', named.metrics).optional(),
    leads_to: keyOf('metric', named.metrics).optional(),
    is_sales_target: yesNo,
    change_reason: words(300).optional(),
  });
}

/** A share of a hundred is one unless the file says otherwise. */
function formatIn(raw: unknown): (typeof UNIT_FORMATS)[number] {
  if (typeof raw !== 'object' || raw === null) return 'count';
  const said = 'format' in raw ? UNIT_FORMATS.find((format) => format === raw.format) : undefined;
  return said ?? ('unit' in raw && raw.unit === '%' ? 'percent' : 'count');
}

const impactRow = (named: NamedKeys) =>
  mapping({
    activity: words(150),
    why_it_matters: words(500),
    outcome: oneOf(CLIENT_OUTCOMES),
    metrics: listOf(keyOf('metric', named.metrics), 'metrics').max(
      MOST_IMPACT_METRICS,
      `at most ${MOST_IMPACT_METRICS} metrics`,
    ),
  });

export const roleSchema = (named: NamedKeys) =>
  mapping({
    name: words(75),
    metrics: listOf(keyOf('metric', named.metrics), 'metrics').max(
      MAX_ROLE_METRICS,
      `at most ${MAX_ROLE_METRICS} metrics`,
    ),
    impact_map: z
      .array(impactRow(named), 'a list of rows with activity, why_it_matters, outcome, metrics')
      .max(MOST_IMPACT_ROWS, `at most ${MOST_IMPACT_ROWS} rows`)
      .optional(),
  });

export type MetricEntry = z.infer<ReturnType<typeof metricSchema>> & { key: string };
export type RoleEntry = z.infer<ReturnType<typeof roleSchema>> & { key: string };
