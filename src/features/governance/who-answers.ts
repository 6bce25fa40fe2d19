import { type ManagerOf, managersAbove } from '../people/management.ts';

interface Number {
  memberId: string;
  /** Of the metric, as it is defined now. */
  dataOwnerId: string | null;
}

/**
 * Who says whether a number is right: the data owner of its metric; where there is none who could, the nearest manager
 * above the member who can. Nobody answers for a number of their own, nor for a challenge that they made themselves.
 * Null: nobody can, until the workspace file names a data owner.
 */
export function whoAnswers(
  { memberId, dataOwnerId }: Number,
  { managerOf, isHere, challengerId }: { managerOf: ManagerOf; isHere(id: string): boolean; challengerId?: string },
): string | null {
  const inOrder = [...(dataOwnerId === null ? [] : [dataOwnerId]), ...managersAbove(managerOf, memberId)];
  return inOrder.find((id) => id !== memberId && id !== challengerId && isHere(id)) ?? null;
}
