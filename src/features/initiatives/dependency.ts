import { type CalendarDay, daysBetween } from '../../platform/time/calendar-day.ts';

/** What one team waits for from another, since when, and how that ended. */
export interface Dependency {
  id: string;
  waitingTeamKey: string;
  waitingTeamName: string;
  onTeamKey: string;
  onTeamName: string;
  what: string;
  initiativeId: string | null;
  initiativeName: string | null;
  sinceOn: CalendarDay;
  recordedById: string;
  releasedAt: Date | null;
  releasedById: string | null;
  releaseNote: string | null;
}

/** A wait as somebody types it. */
export type DependencyWords = Pick<Dependency, 'waitingTeamKey' | 'onTeamKey' | 'what' | 'sinceOn' | 'initiativeId'>;

export function wordsOf({ waitingTeamKey, onTeamKey, what, sinceOn, initiativeId }: Dependency): DependencyWords {
  return { waitingTeamKey, onTeamKey, what, sinceOn, initiativeId };
}

/** Whoever named it, and everybody of the two teams. */
export function mayRelease(
  { recordedById, waitingTeamKey, onTeamKey }: Pick<Dependency, 'recordedById' | 'waitingTeamKey' | 'onTeamKey'>,
  who: { memberId: string; teamKey: string | null },
): boolean {
  return recordedById === who.memberId || who.teamKey === waitingTeamKey || who.teamKey === onTeamKey;
}

/** `since today`, `for 1 day`, `for 12 days`. */
export function howLong(sinceOn: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(sinceOn, today);
  if (days <= 0) return 'since today';
  return days === 1 ? 'for 1 day' : `for ${days} days`;
}
