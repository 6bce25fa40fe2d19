import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, plusDays, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Dependency } from './dependency.ts';
import { findDependenciesOf } from './dependency-store.ts';
import type { Initiative } from './initiative.ts';
import { findInitiativesOf } from './initiative-store.ts';
import { findTimesOnTeams } from './team-store.ts';

/**
 * What a member did together with others in this time: initiatives they have a part in, and what the team that they were
 * on at the time waited for, or was waited for.
 */
export async function loadJointWork(
  db: Transaction,
  { workspaceId, memberId, from, to }: { workspaceId: string; memberId: string; from: CalendarDay; to: CalendarDay },
): Promise<{ initiatives: Initiative[]; dependencies: Dependency[] }> {
  const span = { from: toDatabaseDate(from), before: toDatabaseDate(plusDays(to, 1)) };
  const onTeams = await findTimesOnTeams(db, workspaceId, memberId);
  return {
    initiatives: await findInitiativesOf(db, { workspaceId, memberId, ...span }),
    dependencies: await findDependenciesOf(db, { workspaceId, onTeams, from, to }),
  };
}
