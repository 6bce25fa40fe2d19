import { compareDecimals, toDecimal } from '../metrics/exact-decimal.ts';
import type { FileProblem } from './file-problem.ts';
import type { MetricEntry } from './metric-schema.ts';
import type { WorkspaceFile } from './workspace-file.ts';

type Problem = Omit<FileProblem, 'line'>;

/** What is wrong between the fields of a metric, and between metrics. */
export function metricProblems(metric: MetricEntry, { metrics }: WorkspaceFile): Problem[] {
  const { key, scale, timing, leads_to: leadsTo, counter_metric: counter } = metric;
  const other = metrics.find((one) => one.key === leadsTo);
  const problem = (field: string, message: string) => ({ at: ['metrics', key, field], message });
  return [
    ...(scale && compareDecimals(toDecimal(scale.from), toDecimal(scale.to)) >= 0
      ? [problem('scale', `expected from below to, found ${scale.from} to ${scale.to}`)]
      : []),
    ...(counter === key ? [problem('counter_metric', 'expected another metric than itself')] : []),
    ...(metric.is_speed && counter === undefined
      ? [problem('counter_metric', 'is missing; a metric of speed needs one that shows what speed may cost')]
      : []),
    ...(leadsTo !== undefined && timing === 'lagging'
      ? [problem('leads_to', 'expected only on a leading metric; this one is lagging')]
      : []),
    ...(other && other.timing === 'leading'
      ? [problem('leads_to', `expected a lagging metric; "${other.key}" is leading`)]
      : []),
    ...(metric.needs_verification && metric.data_owner === undefined
      ? [problem('data_owner', 'is missing; somebody has to verify these numbers')]
      : []),
  ];
}
