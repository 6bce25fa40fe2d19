import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Measure } from '../metrics/metric.ts';
import { type Frequency, type MetricPeriod, periodOf, readablePeriod } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import type { EvidenceFile } from '../observations/evidence-file.ts';

/** One value with its lineage: where it came from, who gave it, and what shows it. */
export interface NumberValue extends Measure {
  id: string;
  memberId: string;
  metricKey: string;
  metricName: string;
  on: CalendarDay;
  frequency: Frequency;
  value: string;
  source: string;
  evidenceUrl: string | null;
  note: string | null;
  recordedById: string;
  recordedAt: Date;
}

/** Sources that say different things of one period. */
export interface WaitingDifference {
  memberId: string;
  metricName: string;
  period: MetricPeriod;
  says: { source: string; value: string; values: NumberValue[] }[];
  /** Why whoever answers leaves it so for now; null, they said nothing yet. */
  leftOpenBecause: string | null;
}

export interface WaitingChallenge {
  id: string;
  challengerId: string;
  reason: string;
  evidenceUrl: string | null;
  evidenceFile: EvidenceFile | null;
  challengedAt: Date;
  number: NumberValue;
}

/** All that waits for one person who answers for numbers. */
export interface Waiting {
  /** The oldest first; no more than a list can hold. */
  values: NumberValue[];
  /** How many there are. */
  valueCount: number;
  differences: WaitingDifference[];
  challenges: WaitingChallenge[];
}

export function isNothingWaiting({ values, differences, challenges }: Waiting): boolean {
  return values.length === 0 && differences.length === 0 && challenges.length === 0;
}

/** `4.2 hours`. */
export function readableNumberValue(number: NumberValue): string {
  return readableValue(number.value, number);
}

/** `23 to 29 Mar 2026`. */
export function readableNumberPeriod({ frequency, on }: NumberValue): string {
  return readablePeriod(periodOf(frequency, on));
}
