import { z } from 'zod';
import type { Frequency } from './metric-period.ts';

/**
 * How a value is typed, kept and read. Every value is an exact decimal.
 * - count: a plain number in its unit, `1,204 tickets`;
 * - percent: 92 for `92%`;
 * - currency: in the unit, which names it, `1,204.50 EUR`;
 * - duration: in seconds, whatever the unit, which is what a number alone means and the largest that is written: `2h 30m`;
 * - score: on a scale, whose ends belong to it, `4.5 of 5`.
 */
export const UNIT_FORMATS = ['count', 'percent', 'currency', 'duration', 'score'] as const;
export type UnitFormat = (typeof UNIT_FORMATS)[number];

/** What several values of one period come to. */
export const AGGREGATIONS = ['last', 'sum', 'mean', 'median', 'minimum', 'maximum'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** The four perspectives of a balanced scorecard. */
export const LENSES = ['financial', 'customer', 'internal_process', 'learning'] as const;
type Lens = (typeof LENSES)[number];

/** By which a value may be broken down. */
export const DIMENSIONS = ['segment', 'tier', 'product_line', 'region'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What one needs to know of a metric to read and to write its values. */
export const measureSchema = z.object({
  unit: z.string(),
  format: z.enum(UNIT_FORMATS),
  /** Both ends of a score's scale, exact decimals; null for every other format. */
  scaleFrom: z.string().nullable(),
  scaleTo: z.string().nullable(),
});
export type Measure = z.infer<typeof measureSchema>;

/** What a metric means, from one version on. */
export interface MetricMeaning extends Measure {
  name: string;
  meaning: string;
  /** Which way is better. */
  direction: 'higher' | 'lower';
  /** Whether it leads or follows the client's outcome. */
  timing: 'leading' | 'lagging';
  source: string;
  lens: Lens | null;
  aggregation: Aggregation;
  /** How often a value is expected; the period that a value belongs to follows from it (metric-period.ts). */
  frequency: Frequency;
  /** Days after the end of a period on which its value is due. */
  dueAfterDays: number;
  dimensions: Dimension[];
  /** The member who answers for the numbers; null, nobody yet. */
  dataOwnerId: string | null;
  needsVerification: boolean;
  /** By how many percent two sources may differ before somebody has to look, an exact decimal; null, any difference. */
  tolerancePercent: string | null;
  /** A metric of speed does not go without a counter-metric. */
  isSpeed: boolean;
  counterMetricKey: string | null;
  /** The lagging metric that this leading one is expected to move. */
  leadsToKey: string | null;
  /** Refused in the plan of somebody who moves client outcomes indirectly. */
  isSalesTarget: boolean;
}

/** A metric as it is defined now. */
export interface Metric extends MetricMeaning {
  key: string;
  version: number;
}
