import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { compareDecimals, toDecimal } from '../metrics/exact-decimal.ts';
import { readableValue } from '../metrics/readable-value.ts';
import type { PlanItem, PlanVersion, Signer } from './plan.ts';
import { readableStep } from './step.ts';

/** What became different about one metric from one version to a later one. */
export interface TargetChange {
  metricKey: string;
  name: string;
  /** Such as "target 4 hours, was 5 hours". */
  what: string;
  /** From when on. */
  from: CalendarDay;
  reason: string;
  version: number;
  signers: Signer[];
}

/** What the later version asks that the earlier one did not, metric by metric, in the order of the later one. */
export function targetChanges(before: PlanVersion, after: PlanVersion): TargetChange[] {
  const rest = { from: after.holdsFrom, reason: after.reason, version: after.version, signers: after.signers };
  const changed = after.items.flatMap((item) => {
    const old = before.items.find(({ metricKey }) => metricKey === item.metricKey);
    const what = old ? differences(old, item) : [`added, with target ${readableValue(item.target, item)}`];
    return what.length === 0 ? [] : [{ metricKey: item.metricKey, name: item.name, what: what.join('; '), ...rest }];
  });
  const removed = before.items
    .filter(({ metricKey }) => after.items.every((item) => item.metricKey !== metricKey))
    .map(({ metricKey, name }) => ({ metricKey, name, what: 'left out from then on', ...rest }));
  return [...changed, ...removed];
}

/** Every change that everybody signed, oldest first. */
export function targetHistory(versions: readonly PlanVersion[]): TargetChange[] {
  const agreed = versions.filter(({ agreedAt }) => agreedAt !== null);
  return agreed.flatMap((version, at) => {
    const before = agreed[at - 1];
    return before ? targetChanges(before, version) : [];
  });
}

function differences(old: PlanItem, item: PlanItem): string[] {
  const words = (name: string, before: string, now: string) =>
    before === now ? [] : [`${name} ${now}, was ${before}`];
  const value = (of: PlanItem, decimal: string | null) => (decimal === null ? 'none' : readableValue(decimal, of));
  return [
    ...words('threshold', value(old, old.threshold), value(item, item.threshold)),
    ...words('target', value(old, old.target), value(item, item.target)),
    ...words('cap', value(old, old.cap), value(item, item.cap)),
    ...(item.cap === null || isEqual(old.capCredit, item.capCredit)
      ? []
      : [`credit at the cap ${short(item.capCredit)}, was ${short(old.capCredit)}`]),
    ...words('weight', `${short(old.weight)}%`, `${short(item.weight)}%`),
    ...words('on the way', readableSteps(old), readableSteps(item)),
  ];
}

/** Such as "Jan 2026: 5 hours, Feb 2026: 4.5 hours". */
export function readableSteps(item: PlanItem): string {
  if (item.steps.length === 0) return 'no steps';
  return item.steps.map((step) => `${readableStep(step)}: ${readableValue(step.target, item)}`).join(', ');
}

function isEqual(one: string, other: string): boolean {
  return compareDecimals(toDecimal(one), toDecimal(other)) === 0;
}

/** Trailing zeros say nothing. */
export function short(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
