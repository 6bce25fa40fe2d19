import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { findToday } from '../people/find-today.ts';
import { loadPeople } from '../people/load-people.ts';
import { isOpen } from './feedback-request.ts';
import { declineForm, requestForm } from './request-form.ts';
import { findRequest } from './request-store.ts';

/** To ask for feedback about oneself, or about somebody who reports to oneself. */
export async function openRequestForm(
  db: Database,
  { workspaceId, askedById, subjectId, now }: { workspaceId: string; askedById: string; subjectId: string; now: Date },
): Promise<{ outcome: 'form'; form: ModalView } | { outcome: 'not-manager'; whom: string } | { outcome: 'unknown' }> {
  const subject = (await loadPeople(db, workspaceId)).find(({ id }) => id === subjectId);
  if (!subject) return { outcome: 'unknown' };
  const asker = await loadStanding(db, { workspaceId, actorId: askedById, now });
  if (!may(asker, 'ask-for-feedback', { memberId: subjectId })) {
    return { outcome: 'not-manager', whom: subject.name };
  }
  const today = await findToday(db, { workspaceId, memberId: askedById, now });
  return { outcome: 'form', form: requestForm({ subjectId, askedById, today }) };
}

export async function openDeclineForm(
  db: Database,
  { workspaceId, memberId, requestId }: { workspaceId: string; memberId: string; requestId: string },
): Promise<{ outcome: 'form'; form: ModalView } | { outcome: 'gone' | 'not-open' }> {
  const request = await findRequest(db, workspaceId, requestId);
  if (request?.askedId !== memberId) return { outcome: 'gone' };
  return isOpen(request)
    ? { outcome: 'form', form: declineForm(requestId, request.askedById) }
    : { outcome: 'not-open' };
}
