import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { findVoices } from './store.ts';
import type { Quote } from './voice.ts';

export interface QuotesQuery {
  workspaceId: string;
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
  /** Those that concern one of these; without it, all. */
  memberIds?: string[];
  limit?: number;
}

/** Words of customers who agreed to be quoted, the latest first. What has no permission is never among them. */
export async function loadQuotes(db: Transaction, query: QuotesQuery): Promise<Quote[]> {
  const voices = await findVoices(db, { ...query, isQuotable: true });
  return voices.flatMap(({ id, client, words, source, score, saidOn, memberIds, mayQuote }) =>
    words !== null && mayQuote ? [{ id, client, words, source, score, saidOn, memberIds }] : [],
  );
}
