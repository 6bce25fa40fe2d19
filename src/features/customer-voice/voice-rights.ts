import { may } from '../governance/may.ts';
import type { Standing } from '../governance/relation.ts';
import type { Voice } from './voice.ts';

type Known = Pick<Voice, 'mayQuote' | 'memberIds' | 'recordedById'>;

/**
 * Who reads what a customer said: everybody, where the customer agreed to be quoted; else who recorded it, those whom it
 * concerns, and the managers above them. What concerns nobody in particular is read by everybody who manages people.
 */
export function mayReadVoice(reader: Standing, voice: Known): boolean {
  if (!reader.isHere) return false;
  if (voice.mayQuote || voice.recordedById === reader.actorId) return true;
  if (voice.memberIds.length === 0) return hasPeople(reader);
  return voice.memberIds.some((memberId) => may(reader, 'see-feedback', { memberId }));
}

/** What somebody recorded by hand is theirs to correct; what the customer wrote, or an import brought, is nobody's. */
export function mayCorrectVoice(actorId: string, { recordedById }: Pick<Voice, 'recordedById'>): boolean {
  return recordedById === actorId;
}

/**
 * Who may take it back: who recorded it. What came from the customer, only a manager above somebody whom it concerns,
 * who is not concerned themselves; where it concerns nobody, everybody who manages people.
 */
export function mayWithdrawVoice(actor: Standing, voice: Omit<Known, 'mayQuote'>): boolean {
  if (!actor.isHere) return false;
  if (voice.recordedById !== null) return voice.recordedById === actor.actorId;
  if (voice.memberIds.length === 0) return hasPeople(actor);
  const isConcerned = voice.memberIds.includes(actor.actorId);
  return !isConcerned && voice.memberIds.some((memberId) => may(actor, 'see-feedback', { memberId }));
}

function hasPeople({ managerOf, actorId }: Standing): boolean {
  return [...managerOf.values()].includes(actorId);
}
