import { type Relation, relationsTo, type Standing, type Subject } from './relation.ts';

/**
 * The access rules, all of them: default deny, and an action is allowed by any one relation that stands beside it.
 * Numbers are values with their lineage, evidence and interpretation; words are what somebody wrote in check-ins and
 * which of them they answered. The decision 13 tells why.
 */
const allowedTo = {
  'see-numbers': ['self', 'manager', 'sponsor', 'partner', 'data-owner'],
  'see-words': ['self', 'manager'],
  'see-wins': ['self', 'manager', 'sponsor'],
  // Those that are only for whoever had a part in them.
  'see-guarded-wins': ['self', 'manager'],
  'see-feedback': ['self', 'manager'],
  // Whoever gives it is told that the person and their manager read it: no more than these do.
  'see-peer-feedback': ['self', 'line-manager'],
  'ask-for-feedback': ['self', 'line-manager'],
  report: ['self', 'data-owner'],
  correct: ['self', 'answerer'],
  verify: ['answerer'],
  challenge: ['self', 'manager', 'sponsor', 'partner', 'data-owner'],
  'answer-challenge': ['answerer'],
  'edit-plan': ['self', 'manager'],
  'sign-plan': ['self', 'manager', 'named-partner'],
  'edit-configuration': ['administrator'],
  'see-audit-log': ['self', 'administrator'],
} as const satisfies Record<string, readonly Relation[]>;

export type Action = keyof typeof allowedTo;

/** Whether somebody who stands like this may do that with the record of the subject. */
export function may(actor: Standing, action: Action, subject: Subject): boolean {
  const allowed: readonly Relation[] = allowedTo[action];
  return relationsTo(actor, subject).some((relation) => allowed.includes(relation));
}

/** Whether anything at all of the member's record may be theirs to see; which metrics there are tells the rest. */
export function mightSee(actor: Standing, memberId: string): boolean {
  if (may(actor, 'see-numbers', { memberId })) return true;
  return actor.isHere && (actor.owns.size > 0 || actor.signed.has(memberId));
}
