import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { VoiceContent } from './voice.ts';

/**
 * Brings the messages that quote customers up to date, in the transaction that changes what was said on these days. What
 * quotes stands above this feature, so it is handed in.
 */
export type RefreshQuoting = (
  transaction: Transaction,
  changed: { workspaceId: string; days: CalendarDay[]; now: Date },
) => Promise<void>;

/** The days on which any of these was said that may be quoted. */
export function quotableDays(voices: readonly Pick<VoiceContent, 'mayQuote' | 'words' | 'saidOn'>[]): CalendarDay[] {
  const quotable = voices.filter(({ mayQuote, words }) => mayQuote && words !== null);
  return [...new Set(quotable.map(({ saidOn }) => saidOn))];
}
