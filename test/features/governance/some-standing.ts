import type { Standing } from '../../../src/features/governance/relation.ts';

/** Somebody with no relation to anybody, but for what a test says. */
export function standing(actorId: string, says: Partial<Standing> = {}): Standing {
  return {
    actorId,
    isHere: true,
    isSponsor: false,
    isAdministrator: false,
    managerOf,
    owns: new Set(),
    signed: new Map(),
    ...says,
  };
}

/** Who manages whom now; Fay managed Ana before Maya did. */
export const managerOf = new Map([
  ['chief', null],
  ['maya', 'chief'],
  ['ana', 'maya'],
  ['bo', 'maya'],
  ['fay', 'chief'],
  ['zoe', null],
]);
