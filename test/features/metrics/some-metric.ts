import type { Metric } from '../../../src/features/metrics/metric.ts';

export function metric(differences: Partial<Metric> = {}): Metric {
  return {
    key: 'first_reply_hours',
    version: 1,
    name: 'Time to first reply',
    meaning: 'Hours to our first answer.',
    unit: 'hours',
    direction: 'lower',
    timing: 'leading',
    source: 'Help desk',
    ...differences,
  };
}
