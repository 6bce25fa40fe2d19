import type { CalendarDay } from '../../platform/time/calendar-day.ts';

/** Names the evidence for one review on one date in the ledger; a page of its thread, by number. */
export function digestOccurrence(reviewId: string, reviewOn: CalendarDay): string {
  return `${reviewId}:${reviewOn}`;
}

export function pageOccurrence(digest: string, page: number): string {
  return `${digest}#${page}`;
}

export function readDigestOccurrence(occurrence: string): { reviewId: string; reviewOn: CalendarDay; page: number } {
  const [digest = '', page = '0'] = occurrence.split('#');
  const [reviewId = '', reviewOn = ''] = digest.split(':');
  return { reviewId, reviewOn: reviewOn as CalendarDay, page: Number(page) };
}
