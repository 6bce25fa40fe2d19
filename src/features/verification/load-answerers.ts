import type { Transaction } from '../../platform/storage/database.ts';
import { whoAnswers } from '../governance/who-answers.ts';
import { loadManagement } from '../people/load-management.ts';
import { loadPeople } from '../people/load-people.ts';
import { nearestManager, peopleBelow } from '../people/management.ts';
import { type DataOwner, findDataOwners, type Scope } from './store.ts';

interface Number {
  memberId: string;
  metricKey: string;
  challengerId?: string;
}

/** Who answers for which number in this workspace, as it is now. */
export interface Answerers {
  /** Null: nobody can. */
  of(number: Number): string | null;
  /** For which numbers this person may have to answer. */
  scopeOf(id: string): Pick<Scope, 'owned' | 'below' | 'unowned' | 'ownersBelow'>;
  /** The nearest manager above a member who is here. */
  managerOf(memberId: string): string | null;
  /**
   * Who is asked every week: data owners, whoever stands in for one of them in their own numbers, and every manager where a
   * metric that needs verification has no data owner.
   */
  everyone: string[];
  isHere(id: string): boolean;
}

export async function loadAnswerers(db: Transaction, workspaceId: string): Promise<Answerers> {
  const owners = await findDataOwners(db, workspaceId);
  const managerOf = await loadManagement(db, workspaceId);
  const here = new Set((await loadPeople(db, workspaceId)).map(({ id }) => id));
  const isHere = (id: string) => here.has(id);
  const owning = [...owners.values()].flatMap(({ ownerId }) => (ownerId !== null && isHere(ownerId) ? [ownerId] : []));
  const isUnowned = ({ ownerId }: DataOwner) => ownerId === null || !isHere(ownerId);
  const nearest = (memberId: string) => nearestManager(managerOf, memberId, isHere);
  const needsStandIns = [...owners.values()].some((one) => one.needsVerification && isUnowned(one));
  const standIns = (needsStandIns ? [...here] : owning).flatMap((memberId) => nearest(memberId) ?? []);
  return {
    of({ memberId, metricKey, challengerId }) {
      const dataOwnerId = owners.get(metricKey)?.ownerId ?? null;
      return whoAnswers({ memberId, dataOwnerId }, { managerOf, isHere, ...(challengerId && { challengerId }) });
    },
    scopeOf(id) {
      const below = peopleBelow(managerOf, id);
      const keysOf = (isMeant: (owner: DataOwner) => boolean) =>
        [...owners].filter(([, owner]) => isMeant(owner)).map(([key]) => key);
      return {
        owned: keysOf(({ ownerId }) => ownerId === id),
        below,
        unowned: keysOf(isUnowned),
        ownersBelow: below.filter((memberId) => owning.includes(memberId)),
      };
    },
    managerOf: (memberId) => nearest(memberId) ?? null,
    everyone: [...new Set([...owning, ...standIns])].sort(),
    isHere,
  };
}
