import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Measure, MetricMeaning } from '../metrics/metric.ts';
import type { Goal } from './attainment.ts';
import type { Step } from './step.ts';

/** One metric of a plan: the definition by which its numbers were agreed, what is aimed at, what it weighs, and why. */
export interface PlanItem
  extends Goal,
    Measure,
    Pick<MetricMeaning, 'name' | 'meaning' | 'timing' | 'source' | 'aggregation' | 'frequency' | 'format'> {
  metricKey: string;
  definitionVersion: number;
  /** In percent of the plan, an exact decimal. */
  weight: string;
  /** Targets on the way to `target`, oldest first; none, `target` holds all the time. */
  steps: Step[];
  reason: string;
}

export const CAPACITIES = ['employee', 'manager', 'partner'] as const;
type Capacity = (typeof CAPACITIES)[number];

export interface Signer {
  memberId: string;
  capacity: Capacity;
  /** Null, they did not sign yet. */
  signedAt: Date | null;
}

/** A plan as it was written down once; a change makes another version. */
export interface PlanVersion {
  planId: string;
  memberId: string;
  version: number;
  /** Both days belong to it. */
  from: CalendarDay;
  to: CalendarDay;
  /** The day from which on it holds, once it is agreed. */
  holdsFrom: CalendarDay;
  /** Why this plan; of a later version, why the change. */
  reason: string;
  writtenById: string;
  writtenAt: Date;
  /** When the last signature came; null, not agreed. */
  agreedAt: Date | null;
  items: PlanItem[];
  /** Employee, manager, then partners. */
  signers: Signer[];
}

export interface Plan {
  id: string;
  memberId: string;
  sessionOpenedAt: Date | null;
  /** Oldest first; at least one. */
  versions: [PlanVersion, ...PlanVersion[]];
}

export function latestOf({ versions }: Plan): PlanVersion {
  return versions.at(-1) ?? versions[0];
}

/**
 * What is in force on a day: the last version that everybody signed and that holds by then. Before the plan begins, the
 * last one that was agreed. Undefined while nothing is agreed.
 */
export function inForceOn({ versions }: Plan, day: CalendarDay): PlanVersion | undefined {
  const agreed = versions.filter(({ agreedAt }) => agreedAt !== null);
  const [first] = agreed;
  return agreed.findLast(({ holdsFrom }) => holdsFrom <= day) ?? (first && first.holdsFrom > day ? first : undefined);
}

/** Who must still sign. */
export function missingSigners({ signers }: Pick<PlanVersion, 'signers'>): Signer[] {
  return signers.filter(({ signedAt }) => signedAt === null);
}
