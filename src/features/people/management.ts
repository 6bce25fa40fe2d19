/** Who reports to whom, by member id. Null: nobody above. */
export type ManagerOf = ReadonlyMap<string, string | null>;

/** The managers above a member, the nearest first. A circle, which only a mistake makes, is walked once. */
export function managersAbove(managerOf: ManagerOf, memberId: string): string[] {
  const above = new Set<string>();
  let next = managerOf.get(memberId);
  while (next && next !== memberId && !above.has(next)) {
    above.add(next);
    next = managerOf.get(next);
  }
  return [...above];
}

/** The nearest manager above a member who is here: where a manager left, whoever stands above. */
export function nearestManager(
  managerOf: ManagerOf,
  memberId: string,
  isHere: (id: string) => boolean,
): string | undefined {
  return managersAbove(managerOf, memberId).find(isHere);
}

/** Whether `managerId` stands anywhere above the member. Nobody manages themselves, not even in a circle. */
export function manages(managerOf: ManagerOf, managerId: string, memberId: string): boolean {
  return managersAbove(managerOf, memberId).includes(managerId);
}

/** The circles in which people manage each other, each told once and starting where the map names it first. */
export function managementCircles(managerOf: ManagerOf): string[][] {
  const told = new Set<string>();
  return [...managerOf.keys()].flatMap((memberId) => {
    if (told.has(memberId)) return [];
    const circle = circleThrough(managerOf, memberId);
    for (const id of circle) told.add(id);
    return circle.length > 0 ? [circle] : [];
  });
}

function circleThrough(managerOf: ManagerOf, memberId: string): string[] {
  const chain = [memberId, ...managersAbove(managerOf, memberId)];
  const top = chain.at(-1);
  return top !== undefined && managerOf.get(top) === memberId ? chain : [];
}
