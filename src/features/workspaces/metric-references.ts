import { definitionProblems } from '../metrics/definition-problems.ts';
import type { FileProblem } from './file-problem.ts';
import type { MetricEntry } from './metric-schema.ts';
import type { WorkspaceFile } from './workspace-file.ts';

/** What is wrong between the fields of a metric, and between metrics. */
export function metricProblems(entry: MetricEntry, { metrics }: WorkspaceFile): Omit<FileProblem, 'line'>[] {
  const { key, unit, format, timing, scale } = entry;
  const checked = {
    ...{ key, unit, format, timing },
    scaleFrom: scale?.from ?? null,
    scaleTo: scale?.to ?? null,
    isSpeed: entry.is_speed,
    counterMetricKey: entry.counter_metric ?? null,
    leadsToKey: entry.leads_to ?? null,
    needsVerification: entry.needs_verification,
    hasDataOwner: entry.data_owner !== undefined,
  };
  return definitionProblems(checked, metrics).map(({ field, message }) => ({ at: ['metrics', key, field], message }));
}
