import { stringify } from 'yaml';
import { definitionChanges, type definitionFields } from './definition-fields.ts';
import type { Metric } from './metric.ts';

/** What of a changed definition belongs in the workspace file, so that the next apply does not take it back. */
export interface DefinitionLines {
  /** YAML, to be put in. */
  put: string;
  /** Fields that are said no more. */
  takeOut: string[];
}

export function definitionLines(before: Metric, now: Metric): DefinitionLines {
  const changes = definitionChanges(before, now);
  const said = changes.flatMap(({ field, after }) => (after === null ? [] : [[field, inFile(now, field, after)]]));
  const put = stringify({ metrics: { [now.key]: Object.fromEntries(said) } }, { lineWidth: 0 }).trimEnd();
  return {
    put: said.length === 0 ? '' : put,
    takeOut: changes.flatMap(({ field, after }) => (after === null ? [field] : [])),
  };
}

function inFile(metric: Metric, field: keyof ReturnType<typeof definitionFields>, value: string | number): unknown {
  switch (field) {
    case 'scale':
      return { from: Number(metric.scaleFrom), to: Number(metric.scaleTo) };
    case 'dimensions':
      return metric.dimensions;
    case 'tolerance_percent':
      return Number(value);
    case 'needs_verification':
    case 'is_speed':
    case 'is_sales_target':
      return true;
    default:
      return value;
  }
}
