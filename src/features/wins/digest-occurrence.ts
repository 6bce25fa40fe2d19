import type { CalendarDay } from '../../platform/time/calendar-day.ts';

/** Names one team's digest of one week in the ledger: `support:2026-11-27`. */
export function digestOccurrence(teamKey: string, to: CalendarDay): string {
  return `${teamKey}:${to}`;
}

export function readDigestOccurrence(occurrence: string): { teamKey: string; to: CalendarDay } {
  const colon = occurrence.lastIndexOf(':');
  return { teamKey: occurrence.slice(0, colon), to: occurrence.slice(colon + 1) as CalendarDay };
}
