import type { Transaction } from '../../platform/storage/database.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { loadManagersAbove } from '../people/load-management.ts';
import type { Concerned } from './visibility-choice.ts';

export type FoundConcerned =
  | { outcome: 'found'; concerned: Concerned }
  | { outcome: 'oneself' | 'bot' | 'left' | 'unknown' };

/** Whom feedback by this author about that member concerns; or why there is none. */
export async function findConcerned(
  db: Transaction,
  { workspaceId, authorId, subjectId }: { workspaceId: string; authorId: string; subjectId: string },
): Promise<FoundConcerned> {
  if (subjectId === authorId) return { outcome: 'oneself' };
  const [managerId = null] = await loadManagersAbove(db, { workspaceId, memberId: subjectId });
  const references = managerId === null ? [subjectId] : [subjectId, managerId];
  const people = await identifyPeople(db, { workspaceId, references });
  const subject = people.get(subjectId);
  if (subject?.status === 'bot') return { outcome: 'bot' };
  if (subject?.status === 'deactivated') return { outcome: 'left' };
  if (subject?.status !== 'member') return { outcome: 'unknown' };
  // Who left reads nothing: then it is as if there were no manager.
  const boss = managerId === null ? undefined : people.get(managerId);
  const manager = boss?.status === 'member' ? { id: boss.id, name: boss.name } : null;
  return { outcome: 'found', concerned: { authorId, subject: { id: subject.id, name: subject.name }, manager } };
}
