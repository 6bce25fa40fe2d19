import { type ImpactMap, MOST_IMPACT_ROWS } from '../../../src/features/metrics/impact-map.ts';
import type { Measure, Metric } from '../../../src/features/metrics/metric.ts';
import type { Comparable } from '../../../src/features/observations/comparable.ts';
import type { Value } from '../../../src/features/observations/trend.ts';

export function metric(differences: Partial<Metric> = {}): Metric {
  return {
    key: 'first_reply_hours',
    version: 1,
    name: 'Time to first reply',
    meaning: 'Hours to our first answer.',
    ...measure({ unit: 'hours' }),
    direction: 'lower',
    timing: 'leading',
    source: 'Help desk',
    lens: null,
    aggregation: 'last',
    frequency: 'week',
    dueAfterDays: 3,
    dimensions: [],
    dataOwnerId: null,
    needsVerification: false,
    tolerancePercent: null,
    isSpeed: false,
    counterMetricKey: null,
    leadsToKey: null,
    isSalesTarget: false,
    ...differences,
  };
}

export function measure(differences: Partial<Measure> = {}): Measure {
  return { unit: '', format: 'count', scaleFrom: null, scaleTo: null, ...differences };
}

export function comparable(differences: Partial<Comparable> = {}): Comparable {
  return { ...measure(), aggregation: 'last', frequency: 'week', direction: 'lower', ...differences };
}

export function value(differences: Partial<Value> = {}): Value {
  return {
    ...measure({ unit: 'hours' }),
    on: '2026-01-01',
    value: '4.2',
    version: 1,
    state: 'reported',
    source: 'check-in',
    aggregation: 'last',
    frequency: 'week',
    direction: 'lower',
    needsVerification: false,
    ...differences,
  };
}

/** As long as a role's map may be, in characters that take most room. */
export function longestMap(): ImpactMap {
  const row = { activity: '&'.repeat(150), whyItMatters: '&'.repeat(500), outcome: 'time_to_value' as const };
  const rows = Array.from({ length: MOST_IMPACT_ROWS }, () => ({ ...row, metricKeys: ['k'], metricNames: ['k'] }));
  return { roleKey: 'support', roleName: '&'.repeat(75), rows };
}
