import { type ManagerOf, manages } from '../people/management.ts';

/** Default deny: oneself, and the managers above. Everybody else sees nothing of a member's evidence. */
export function maySeeEvidenceOf(managerOf: ManagerOf, actorId: string, subjectId: string): boolean {
  return actorId === subjectId || manages(managerOf, actorId, subjectId);
}
