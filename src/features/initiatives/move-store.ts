import type { MoveKind } from '../../platform/storage/client/enums.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import type { Move } from './move.ts';
import { findTeamNames } from './team-store.ts';

interface MoveToSave {
  workspaceId: string;
  kind: MoveKind;
  initiativeId?: string;
  dependencyId?: string;
  milestoneId?: string;
  memberId: string;
  now: Date;
}

export async function insertMove(
  db: Transaction,
  { memberId: movedById, now: movedAt, ...move }: MoveToSave,
): Promise<void> {
  await db.move.create({ data: { ...move, movedById, movedAt } });
}

/** It was taken back: no later digest tells it. */
export async function deleteMoves(
  db: Transaction,
  which: { kind: MoveKind; initiativeId?: string; dependencyId?: string; milestoneId?: string },
): Promise<void> {
  await db.move.deleteMany({ where: which });
}

/** What moved after `after` up to `until` in the initiatives of a team and in what it waits for, in order. */
export async function findMoves(
  db: Transaction,
  { workspaceId, teamKey, after, until }: { workspaceId: string; teamKey: string; after: Date; until: Date },
): Promise<Move[]> {
  const rows = await db.move.findMany({
    where: {
      workspaceId,
      movedAt: { gt: after, lte: until },
      OR: [
        { initiative: { parts: { some: { teamKey } } } },
        { dependency: { withdrawnAt: null, OR: [{ waitingTeamKey: teamKey }, { onTeamKey: teamKey }] } },
      ],
    },
    include: { initiative: { include: { parts: true } }, milestone: true, dependency: true },
    orderBy: [{ movedAt: 'asc' }, { id: 'asc' }],
  });
  const names = await findTeamNames(db, workspaceId);
  return rows.flatMap(({ kind, movedAt, initiative, milestone, dependency }): Move[] => {
    if (dependency) {
      const teamNames = [dependency.waitingTeamKey, dependency.onTeamKey].map((key) => names.get(key) ?? key);
      return [
        { kind, movedAt, what: dependency.what, more: kind === 'released' ? dependency.releaseNote : null, teamNames },
      ];
    }
    if (!initiative) return [];
    const teamNames = [...new Set(initiative.parts.flatMap((one) => names.get(one.teamKey ?? '') ?? []))];
    const more = {
      opened: initiative.sharedOutcome,
      milestone: milestone?.name ?? null,
      closed: initiative.whatCameOfIt,
      waiting: null,
      released: null,
    };
    return [{ kind, movedAt, what: initiative.name, more: more[kind], teamNames }];
  });
}
