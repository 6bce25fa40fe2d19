import type { Transaction } from '../../platform/storage/database.ts';
import { whoAnswers } from '../governance/who-answers.ts';
import { loadManagement } from '../people/load-management.ts';
import { loadPeople } from '../people/load-people.ts';
import { nearestManager } from '../people/management.ts';
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
  /** For which numbers this person answers: the same as `of` says, as a question to the database. */
  scopeOf(id: string): Pick<Scope, 'answererId' | 'owned' | 'reports' | 'unowned' | 'ownedByReports'>;
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
      const reports = [...managerOf.keys()].filter((memberId) => nearest(memberId) === id);
      const keysOf = (isMeant: (owner: DataOwner) => boolean) =>
        [...owners].filter(([, owner]) => isMeant(owner)).map(([key]) => key);
      return {
        answererId: id,
        owned: keysOf(({ ownerId }) => ownerId === id),
        reports,
        unowned: keysOf(isUnowned),
        ownedByReports: reports
          .map((memberId) => ({ memberId, metricKeys: keysOf(({ ownerId }) => ownerId === memberId) }))
          .filter(({ metricKeys }) => metricKeys.length > 0),
      };
    },
    managerOf: (memberId) => nearest(memberId) ?? null,
    everyone: [...new Set([...owning, ...standIns])].sort(),
    isHere,
  };
}
