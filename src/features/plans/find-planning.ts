import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { loadMetricsInUse } from '../metrics/load-metrics-in-use.ts';
import type { Metric } from '../metrics/metric.ts';
import { loadManagers } from '../people/load-managers.ts';
import { loadPeople } from '../people/load-people.ts';
import type { Person } from '../people/person.ts';
import type { Plan } from './plan.ts';
import { findPlans } from './store.ts';

/** Somebody who plans, for themselves or for one of their people. */
export interface Planner {
  workspaceId: string;
  authorId: string;
  /** Whose plan. */
  memberId: string;
  now: Date;
}

/** All that one needs in order to draft somebody's plan. */
export interface Planning {
  member: Person;
  manager: Person;
  people: Person[];
  /** Those of the member's role first. */
  metrics: Metric[];
  /** Keys of the metrics of the role. */
  asked: string[];
  plans: Plan[];
  /** Where the member lives. */
  today: CalendarDay;
}

export type NoPlanning =
  | { outcome: 'not-allowed'; whom: string }
  | { outcome: 'unknown-member' }
  /** Nobody to agree it with. */
  | { outcome: 'no-manager'; whom: string };

export async function findPlanning(
  db: Transaction,
  { workspaceId, authorId, memberId, now }: Planner,
): Promise<{ outcome: 'found'; planning: Planning } | NoPlanning> {
  const people = await loadPeople(db, workspaceId);
  const member = people.find(({ id }) => id === memberId);
  if (!member) return { outcome: 'unknown-member' };
  const actor = await loadStanding(db, { workspaceId, actorId: authorId, now });
  if (!may(actor, 'edit-plan', { memberId })) return { outcome: 'not-allowed', whom: member.name };
  const managerId = (await loadManagers(db, workspaceId))(memberId);
  const manager = people.find(({ id }) => id === managerId);
  if (!manager) return { outcome: 'no-manager', whom: member.name };
  const { metrics, asked } = await loadMetricsInUse(db, { workspaceId, memberId });
  const plans = await findPlans(db, { workspaceId, memberIds: [memberId] });
  const today = dayOf(now, member.timeZone);
  return { outcome: 'found', planning: { member, manager, people, metrics, asked, plans, today } };
}
