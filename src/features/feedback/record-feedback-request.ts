import { insertPlanned } from '../../platform/jobs/ledger.ts';
import type { Database } from '../../platform/storage/database.ts';
import { lockMember } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { loadPeople } from '../people/load-people.ts';
import { FEEDBACK_REQUEST } from './delivery-names.ts';
import { isOpen, reminderAt, stateForAsker } from './feedback-request.ts';
import { refreshRequest } from './refresh-request.ts';
import { findRequests, insertRequest, lockRequest, saveDeclined } from './request-store.ts';

export interface RequestSubmission {
  workspaceId: string;
  askedById: string;
  subjectId: string;
  askedIds: string[];
  about: string;
  answerBy: CalendarDay;
  now: Date;
}

export type RequestRecorded =
  | { outcome: 'asked'; askedIds: string[] }
  | { outcome: 'not-manager'; whom: string }
  | { outcome: 'refused'; field: 'whom' | 'by'; because: string };

/** Asks several people at once; each gets one message, in their own hours. */
export async function recordFeedbackRequest(db: Database, request: RequestSubmission): Promise<RequestRecorded> {
  const { workspaceId, askedById, subjectId, askedIds, about, answerBy, now } = request;
  const people = new Map((await loadPeople(db, workspaceId)).map((person) => [person.id, person]));
  const subject = people.get(subjectId);
  const asker = await loadStanding(db, { workspaceId, actorId: askedById, now });
  if (!subject || !may(asker, 'ask-for-feedback', { memberId: subjectId })) {
    return { outcome: 'not-manager', whom: subject?.name ?? 'somebody who left' };
  }
  const today = dayOf(now, people.get(askedById)?.timeZone ?? 'Etc/UTC');
  if (answerBy < today) return { outcome: 'refused', field: 'by', because: 'That day has passed.' };
  const wrong = await whoCannotBeAsked(db, request);
  if (wrong) return { outcome: 'refused', field: 'whom', because: wrong };
  return db.$transaction(async (transaction) => {
    // Sent twice at once, the second finds what the first one asked.
    await lockMember(transaction, { workspaceId, memberId: askedById });
    // As far as they can tell: who answered without a name still looks as if they had not.
    const waiting = (await findRequests(transaction, workspaceId, { askedById, from: today })).filter(
      (one) => one.subjectId === subjectId && stateForAsker(one, today) === 'waiting',
    );
    const again = askedIds.filter((askedId) => waiting.some((one) => one.askedId === askedId));
    if (again.length > 0) {
      const because = `Asked before and not answered yet: ${again.map((id) => people.get(id)?.name ?? id).join(', ')}.`;
      return { outcome: 'refused', field: 'whom', because };
    }
    for (const askedId of askedIds) {
      const remindAt = reminderAt({ now, answerBy, timeZone: people.get(askedId)?.timeZone ?? 'Etc/UTC' });
      const named = { workspaceId, askedById, askedId, subjectId, about, answerBy, remindAt, now };
      const occurrence = await insertRequest(transaction, named);
      await insertPlanned(
        transaction,
        workspaceId,
        FEEDBACK_REQUEST,
        [{ recipient: askedId, occurrence, dueAt: now }],
        now,
      );
    }
    return { outcome: 'asked', askedIds };
  });
}

async function whoCannotBeAsked(
  db: Database,
  { workspaceId, askedById, subjectId, askedIds }: RequestSubmission,
): Promise<string | undefined> {
  if (askedIds.includes(askedById)) return 'You cannot ask yourself.';
  if (askedIds.includes(subjectId)) return 'Nobody is asked for feedback about themselves.';
  const found = [...(await identifyPeople(db, { workspaceId, references: askedIds })).values()];
  if (found.some(({ status }) => status === 'bot')) return 'A bot has seen nothing. Ask people.';
  return found.every(({ status }) => status === 'member')
    ? undefined
    : 'One of them left or is not a member of this workspace. Ask colleagues.';
}

export type DeclineRecorded = { outcome: 'declined' | 'gone' | 'not-open' };

/** Who does not want to answer says so, with or without a reason. */
export async function recordDecline(
  db: Database,
  decline: { workspaceId: string; memberId: string; requestId: string; reason: string | null; now: Date },
): Promise<DeclineRecorded> {
  const { workspaceId, memberId, requestId, reason: declineReason, now } = decline;
  return db.$transaction(async (transaction) => {
    const request = await lockRequest(transaction, workspaceId, requestId);
    if (request?.askedId !== memberId) return { outcome: 'gone' };
    if (!isOpen(request)) return { outcome: 'not-open' };
    await saveDeclined(transaction, { id: requestId, declineReason, now });
    await refreshRequest(transaction, workspaceId, requestId, now);
    return { outcome: 'declined' };
  });
}
