import type { DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant } from '../../platform/time/local-time.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { findBadTime } from '../people/find-bad-time.ts';
import { FEEDBACK_NEWS, FEEDBACK_REMINDER, FEEDBACK_REQUEST } from './delivery-names.ts';
import { isOpen } from './feedback-request.ts';
import { newsMessage, withdrawnMessage } from './news-message.ts';
import { requestMessage } from './request-message.ts';
import { findRemindersDue, findRequest } from './request-store.ts';
import { findFeedback } from './store.ts';
import { asSeenBy } from './who-reads.ts';

const LONGEST_WAIT_MILLISECONDS = 60 * 24 * 3_600_000;

/** Somebody asks a colleague for feedback. Planned when they do. */
export const feedbackRequest: DeliveryKind = {
  name: FEEDBACK_REQUEST,
  describes: 'requests for feedback, to the colleagues who are asked, in their working hours',
  lateness: 'sent up to the day by which an answer was wished; after that not at all',
  waitsForPeople: true,
  plan: async () => [],
  compose: askFor({ isReminder: false }),
};

/** Reminds once, where there is time for it. */
export const feedbackReminder: DeliveryKind = {
  name: FEEDBACK_REMINDER,
  describes: 'one reminder to colleagues who neither gave the feedback they were asked for nor declined',
  lateness: 'sent up to the day by which an answer was wished; after that not at all',
  waitsForPeople: true,
  async plan(transaction, workspaceId, now) {
    // A day of slack: today is not the same day everywhere.
    const today = plusDays(dayOf(now, 'UTC'), -1);
    const due = await findRemindersDue(transaction, { workspaceId, now, today });
    return due.map(({ id, askedId, remindAt }) => ({ recipient: askedId, occurrence: id, dueAt: remindAt }));
  },
  compose: askFor({ isReminder: true }),
};

function askFor({ isReminder }: { isReminder: boolean }): DeliveryKind['compose'] {
  return async (db, { workspaceId, occurrence, recipient, messageTs }, now) => {
    const request = await findRequest(db, workspaceId, occurrence);
    if (!request) return { outcome: 'skip', reason: 'the request is gone' };
    if (messageTs === null) {
      if (!isOpen(request)) return { outcome: 'skip', reason: 'answered or declined meanwhile' };
      const until = localInstant(plusDays(request.answerBy, 1), '00:00', 'Etc/UTC');
      const badTime = await findBadTime(db, { workspaceId, memberId: recipient, until }, now);
      if (badTime) return badTime;
    }
    return { outcome: 'message', message: requestMessage(request, { isReminder }) };
  };
}

/** Tells the person of feedback that is shared with them, and a manager of the answer to their request. */
export const feedbackNews: DeliveryKind = {
  name: FEEDBACK_NEWS,
  describes: 'feedback that is shared with the person it is about, and answers to what a manager asked',
  lateness: 'sent, however late',
  waitsForPeople: true,
  plan: async () => [],
  async compose(db, { workspaceId, occurrence, recipient, messageTs }, now) {
    const feedback = await findFeedback(db, workspaceId, occurrence);
    const reader = await loadStanding(db, { workspaceId, actorId: recipient, now });
    const seen = feedback && asSeenBy(feedback, { reader, now });
    // Who would read it without the name is not written to: when they are would tell who wrote it.
    const isReadable = seen?.is === 'words' && seen.authorId !== null;
    if (messageTs !== null && !isReadable) return { outcome: 'message', message: withdrawnMessage() };
    if (!isReadable) return { outcome: 'skip', reason: 'taken back, or not theirs to read' };
    if (messageTs === null) {
      const until = new Date(now.getTime() + LONGEST_WAIT_MILLISECONDS);
      const badTime = await findBadTime(db, { workspaceId, memberId: recipient, until }, now);
      if (badTime) return badTime;
      const at = [{ subjectId: seen.subjectId, parts: ['feedback' as const] }];
      await recordLooks(db, { workspaceId, actorId: recipient, at, surface: 'an answer that they asked for', now });
    }
    return { outcome: 'message', message: newsMessage(seen, recipient) };
  },
};
