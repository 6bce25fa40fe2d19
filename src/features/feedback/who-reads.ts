import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { may } from '../governance/may.ts';
import type { Standing } from '../governance/relation.ts';
import type { Feedback, FeedbackKind, FeedbackVersion, FeedbackVisibility, FeedbackWords } from './feedback.ts';

/** Feedback as one reader gets it. What is not in here, they do not learn. */
export type SeenFeedback = SeenWords | HiddenFeedback;

export interface SeenWords {
  is: 'words';
  id: string;
  subjectId: string;
  /** Null: the reader does not learn it. */
  authorId: string | null;
  visibility: FeedbackVisibility;
  /** Why the person does not read it, as they are told; null where they do. */
  because: string | null;
  /** Null where the reader only learns the month. */
  on: CalendarDay | null;
  /** `2026-03`. */
  month: string;
  words: FeedbackWords;
  messageLink: string | null;
  isEdited: boolean;
  isStepDone: boolean;
}

/** It exists, and this is why its words are not shown. */
interface HiddenFeedback {
  is: 'hidden';
  subjectId: string;
  month: string;
  because: string;
}

export interface Reader {
  reader: Standing;
  now: Date;
  /** A packet is frozen: what the person would learn from next month on, they learn with it. */
  forPacket?: true;
}

/**
 * The one gate in front of feedback. Its author reads their own; the person's manager (the one they report to now, nobody
 * above) reads all; the person reads what was shared, the words without the name of what is anonymous, and of the rest
 * that it exists. Everybody else, administrators included, learns nothing. Undefined: nothing.
 *
 * What has no name comes to the person with the month that follows, dated by the month alone, as it stood at the end of
 * it and without a mark of edits or a link: neither when it appears nor how it changes tells who wrote it.
 */
export function asSeenBy(feedback: Feedback, { reader, now, forPacket }: Reader): SeenFeedback | undefined {
  const { authorId, subjectId, visibility } = feedback;
  if (reader.isHere && reader.actorId === authorId) return wholly(feedback);
  if (feedback.withdrawnAt || !may(reader, 'see-peer-feedback', { memberId: subjectId })) return undefined;
  if (visibility === 'shared' || reader.actorId !== subjectId) return wholly(feedback);
  const version = forPacket ? latest(feedback) : lastBeforeMonthOf(feedback, now);
  if (!version) return undefined;
  return visibility === 'anonymous' ? withoutName(feedback, version) : hidden(feedback);
}

/**
 * Whether a look back to `from` holds it. What shows no day is in or out with its whole month: were it cut by its day, the
 * day on which it drops out would tell it.
 */
export function isSince(seen: SeenFeedback, from: CalendarDay): boolean {
  const day = seen.is === 'words' ? seen.on : null;
  return day === null ? seen.month >= from.slice(0, 7) : day >= from;
}

function monthOf(instant: Date): string {
  return dayOf(instant, 'UTC').slice(0, 7);
}

/** What its opportunity or step is called. */
export function nextStepName(kind: FeedbackKind): string {
  return kind === 'strength' ? 'Where to use it next' : 'Next step';
}

function latest({ versions }: Feedback): FeedbackVersion {
  return versions.at(-1) ?? versions[0];
}

function lastBeforeMonthOf({ versions }: Feedback, now: Date): FeedbackVersion | undefined {
  return versions.findLast(({ savedAt }) => monthOf(savedAt) < monthOf(now));
}

/** As its author and the person's manager read it. */
export function wholly(feedback: Feedback): SeenWords {
  const { id, subjectId, authorId, visibility, visibilityReason, givenAt, messageLink, versions, stepDoneAt } =
    feedback;
  return {
    is: 'words',
    id,
    subjectId,
    authorId,
    visibility,
    because: visibilityReason,
    on: dayOf(givenAt, 'UTC'),
    month: monthOf(givenAt),
    words: latest(feedback).words,
    messageLink,
    isEdited: versions.length > 1,
    isStepDone: stepDoneAt !== null,
  };
}

function withoutName(feedback: Feedback, { words }: FeedbackVersion): SeenWords {
  return { ...wholly(feedback), authorId: null, on: null, words, messageLink: null, isEdited: false };
}

function hidden({ subjectId, givenAt, visibilityReason }: Feedback): HiddenFeedback {
  return { is: 'hidden', subjectId, month: monthOf(givenAt), because: visibilityReason ?? '' };
}
