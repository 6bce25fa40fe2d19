import type { DefinitionField } from './definition-fields.ts';
import { DURATION_UNITS } from './duration.ts';
import { compareDecimals, toDecimal } from './exact-decimal.ts';
import type { MetricMeaning } from './metric.ts';

/** What has to fit together in a definition. */
type Checked = Pick<
  MetricMeaning,
  | 'unit'
  | 'format'
  | 'scaleFrom'
  | 'scaleTo'
  | 'timing'
  | 'isSpeed'
  | 'counterMetricKey'
  | 'leadsToKey'
  | 'needsVerification'
> & { key: string; hasDataOwner: boolean };

export interface DefinitionProblem {
  field: DefinitionField;
  /** Goes on after the name of the field, as in `… is missing`. */
  message: string;
}

/** What is wrong between the fields of a definition, and between metrics; `others` are all the metrics there are. */
export function definitionProblems(
  metric: Checked,
  others: readonly { key: string; timing: 'leading' | 'lagging' }[],
): DefinitionProblem[] {
  const { key, unit, format, scaleFrom, scaleTo, timing, counterMetricKey: counter, leadsToKey: leadsTo } = metric;
  const led = others.find((other) => other.key === leadsTo);
  const isDuration: readonly string[] = DURATION_UNITS;
  const checks: [boolean, DefinitionField, string][] = [
    [format === 'percent' && unit !== '%', 'unit', 'expected % for a percentage'],
    [
      format === 'duration' && !isDuration.includes(unit),
      'unit',
      `expected one of ${DURATION_UNITS.join(', ')} for a duration`,
    ],
    [format === 'score' && (scaleFrom === null || scaleTo === null), 'scale', 'is missing; a score has both its ends'],
    [format !== 'score' && (scaleFrom !== null || scaleTo !== null), 'scale', 'expected only for a score'],
    [
      scaleFrom !== null && scaleTo !== null && compareDecimals(toDecimal(scaleFrom), toDecimal(scaleTo)) >= 0,
      'scale',
      `expected from below to, found ${scaleFrom} to ${scaleTo}`,
    ],
    [counter === key, 'counter_metric', 'expected another metric than itself'],
    [
      metric.isSpeed && counter === null,
      'counter_metric',
      'is missing; a metric of speed needs one that shows what speed may cost',
    ],
    [leadsTo !== null && timing === 'lagging', 'leads_to', 'expected only on a leading metric; this one is lagging'],
    [led?.timing === 'leading', 'leads_to', `expected a lagging metric; "${leadsTo}" is leading`],
    [
      metric.needsVerification && !metric.hasDataOwner,
      'data_owner',
      'is missing; somebody has to verify these numbers',
    ],
  ];
  return checks.flatMap(([isWrong, field, message]) => (isWrong ? [{ field, message }] : []));
}
