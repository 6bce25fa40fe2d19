import type { ManagerOf } from './management.ts';

/** Somebody who is asked or asks: an active person or guest. */
export interface Person {
  id: string;
  name: string;
  timeZone: string;
  teamKey: string | null;
  teamName: string | null;
  managerId: string | null;
}

export function managerOfEach(people: Person[]): ManagerOf {
  return new Map(people.map(({ id, managerId }) => [id, managerId]));
}
