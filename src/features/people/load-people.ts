import type { Transaction } from '../../platform/storage/database.ts';
import type { ManagerOf } from './management.ts';

export interface Person {
  id: string;
  name: string;
  timeZone: string;
  teamKey: string | null;
  teamName: string | null;
  managerId: string | null;
}

/** Everyone who is asked or asks: active people and guests, by name. */
export async function loadPeople(db: Transaction, workspaceId: string): Promise<Person[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, deactivatedAt: null, kind: { not: 'bot' } },
    include: { team: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, timeZone, teamKey, team, managerId }) => ({
    id,
    name,
    timeZone,
    teamKey,
    teamName: team?.name ?? null,
    managerId,
  }));
}

export function managerOfEach(people: Person[]): ManagerOf {
  return new Map(people.map(({ id, managerId }) => [id, managerId]));
}
