import { type CalendarDay, dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant } from '../../platform/time/local-time.ts';
import type { FeedbackVisibility } from './feedback.ts';

/** One member asked another for feedback, about themselves or somebody they manage. */
export interface FeedbackRequest {
  id: string;
  askedById: string;
  askedId: string;
  subjectId: string;
  about: string;
  answerBy: CalendarDay;
  askedAt: Date;
  declinedAt: Date | null;
  declineReason: string | null;
  feedbackId: string | null;
  answeredWith: FeedbackVisibility | null;
}

export function isOpen({ declinedAt, feedbackId }: FeedbackRequest): boolean {
  return declinedAt === null && feedbackId === null;
}

export type RequestState = 'waiting' | 'answered' | 'declined' | 'nothing-to-read';

/**
 * What whoever asked learns of their request. Who asked for themselves does not read an answer that is for their manager
 * or without a name: to them it looks as if there were none, or the request would tell who wrote it.
 */
export function stateForAsker(request: FeedbackRequest, today: CalendarDay): RequestState {
  const { askedById, subjectId, answeredWith, declinedAt, answerBy } = request;
  if (declinedAt) return 'declined';
  if (answeredWith !== null && (answeredWith === 'shared' || askedById !== subjectId)) return 'answered';
  return today <= answerBy ? 'waiting' : 'nothing-to-read';
}

const REMIND_DAYS_BEFORE = 2;

/**
 * When the one reminder falls due: at ten in the morning where they live, two days before the end, or the day before
 * where that is too soon after the request. Null: too little time for one.
 */
export function reminderAt(request: { now: Date; answerBy: CalendarDay; timeZone: string }): Date | null {
  const { now, answerBy, timeZone } = request;
  const today = dayOf(now, timeZone);
  const days = [plusDays(answerBy, -REMIND_DAYS_BEFORE), plusDays(answerBy, -1)];
  const day = days.find((candidate) => candidate > today);
  return day === undefined ? null : localInstant(day, '10:00', timeZone);
}
