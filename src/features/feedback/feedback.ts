import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Behaviour } from './behaviour.ts';

export type FeedbackKind = 'strength' | 'gap';

export type FeedbackVisibility = 'shared' | 'manager_only' | 'anonymous';

/** What somebody saw, as they typed it. */
export interface FeedbackWords {
  kind: FeedbackKind;
  /** When and where. */
  situation: string | null;
  behaviours: Behaviour[];
  observed: string;
  /** What it caused for the client or the team. */
  effect: string;
  /** Of a strength, a future opportunity; of a gap, a concrete step, which then has a day. */
  nextStep: string | null;
  nextStepOn: CalendarDay | null;
}

export interface FeedbackVersion {
  words: FeedbackWords;
  savedAt: Date;
}

/** One member's words about another, as it is kept. Nobody is shown this but its author: see who-reads.ts. */
export interface Feedback {
  id: string;
  authorId: string;
  subjectId: string;
  visibility: FeedbackVisibility;
  visibilityReason: string | null;
  messageLink: string | null;
  givenAt: Date;
  /** Oldest first, at least one. */
  versions: [FeedbackVersion, ...FeedbackVersion[]];
  withdrawnAt: Date | null;
  /** The day of the review whose packet holds it. */
  frozenFor: CalendarDay | null;
  stepDoneAt: Date | null;
  requestId: string | null;
}
