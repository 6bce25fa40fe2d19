import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { loadJointWork } from '../initiatives/load-joint-work.ts';
import type { Evidence } from './evidence.ts';

/** What the member did together with others, and what their team waited for or was waited for. */
export async function gatherJointWork(
  db: Transaction,
  scope: { workspaceId: string; memberId: string; from: CalendarDay; to: CalendarDay },
): Promise<Pick<Evidence, 'initiatives' | 'waits'>> {
  const { initiatives, dependencies } = await loadJointWork(db, scope);
  return {
    initiatives: initiatives.map(({ name, sharedOutcome, parts, milestones, whatCameOfIt }) => ({
      name,
      sharedOutcome,
      part: parts.find(({ memberId }) => memberId === scope.memberId)?.part ?? null,
      reached: milestones.flatMap((milestone) => (milestone.doneAt ? [milestone.name] : [])),
      whatCameOfIt,
    })),
    waits: dependencies.map(({ waitingTeamName, onTeamName, what, sinceOn, releasedAt, releaseNote }) => ({
      waitingTeam: waitingTeamName,
      onTeam: onTeamName,
      what,
      since: sinceOn,
      until: releasedAt && dayOf(releasedAt, 'UTC'),
      releaseNote,
    })),
  };
}
