import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadTrends } from '../observations/load-trends.ts';
import type { Trend } from '../observations/trend.ts';
import { inForceOn, latestOf, type Plan, type PlanVersion } from './plan.ts';
import { type PlanStanding, planStanding } from './plan-standing.ts';
import { findPlans } from './store.ts';
import { type TargetChange, targetHistory } from './target-changes.ts';

/** A plan in force with how it stands, what changed since it was first agreed, and what waits to be signed. */
export interface KnownStanding extends PlanStanding {
  plan: Plan;
  history: TargetChange[];
  /** A later version that not all have signed; null, there is none. */
  pending: PlanVersion | null;
}

/** All that is agreed, or is being agreed on, for one member in a time. */
export interface MemberPlans {
  standings: KnownStanding[];
  /** Of plans of which nothing is agreed yet, the version that the alignment session asks to sign. */
  unsigned: PlanVersion[];
}

export const NO_PLANS: MemberPlans = { standings: [], unsigned: [] };

export interface StandingsQuery {
  workspaceId: string;
  memberIds: string[];
  /** Plans that have a day in this time. */
  from: CalendarDay;
  to: CalendarDay;
  /** Up to when values count. */
  on: CalendarDay;
  /** All values of these members, where they are read anyhow; else those of the plans are read. */
  trends?: Promise<Map<string, Trend[]>>;
}

/** The plans of each of these members, the first to begin first, in a few queries however many members there are. */
export async function loadPlanStandings(db: Transaction, query: StandingsQuery): Promise<Map<string, MemberPlans>> {
  const { workspaceId, memberIds, from, to, on } = query;
  const plans = await findPlans(db, { workspaceId, memberIds, time: { from, to } });
  const isInTime = (version: PlanVersion) => version.from <= to && version.to >= from;
  const agreed = plans.flatMap((plan) => {
    const version = inForceOn(plan, on);
    return version && isInTime(version) ? [{ plan, version }] : [];
  });
  const trends = await (query.trends ?? loadTrendsOf(db, workspaceId, agreed, on));
  const standings = agreed.map(({ plan, version }) => {
    const own = trends.get(plan.memberId) ?? [];
    const valuesOf = (key: string) => own.find(({ metric }) => metric.key === key)?.values ?? [];
    const last = latestOf(plan);
    return {
      ...planStanding(version, valuesOf, endOf(version, on)),
      plan,
      history: targetHistory(plan.versions),
      pending: last.agreedAt === null && last.version > version.version ? last : null,
    };
  });
  const unsigned = plans
    .filter((plan) => plan.sessionOpenedAt !== null && inForceOn(plan, on) === undefined)
    .map(latestOf)
    .filter(isInTime);
  return new Map(
    memberIds.map((memberId) => [
      memberId,
      {
        standings: standings.filter(({ plan }) => plan.memberId === memberId),
        unsigned: unsigned.filter((version) => version.memberId === memberId),
      },
    ]),
  );
}

async function loadTrendsOf(
  db: Transaction,
  workspaceId: string,
  agreed: readonly { plan: Plan; version: PlanVersion }[],
  on: CalendarDay,
): Promise<Map<string, Trend[]>> {
  const from = earliest(agreed.map(({ version }) => version.from));
  const to = latest(agreed.map(({ version }) => endOf(version, on)));
  const memberIds = [...new Set(agreed.map(({ plan }) => plan.memberId))];
  return from && to ? loadTrends(db, { workspaceId, memberIds, from, to }) : new Map();
}

/** After its last day nothing counts for a plan any more. */
function endOf({ to }: PlanVersion, on: CalendarDay): CalendarDay {
  return to < on ? to : on;
}

function earliest(days: CalendarDay[]): CalendarDay | undefined {
  return days.toSorted().at(0);
}

function latest(days: CalendarDay[]): CalendarDay | undefined {
  return days.toSorted().at(-1);
}
