import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant } from '../../platform/time/local-time.ts';

/** In the member's zone. Both sides get it at that instant, wherever the manager is. */
const DIGEST_TIME = '09:00';

/** When the digest of the evidence goes to both sides: some days before the review, in the reviewed member's morning. */
export function reviewDigestAt(review: { reviewOn: CalendarDay; digestDaysBefore: number; timeZone: string }): Date {
  return localInstant(plusDays(review.reviewOn, -review.digestDaysBefore), DIGEST_TIME, review.timeZone);
}
