import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { LESSONS_NOTE } from './delivery-names.ts';
import { findLessonsNote } from './lessons-note-store.ts';

/** Has the note that tells, or told, this lesson brought up to date. */
export async function refreshLessonsNote(
  transaction: Transaction,
  { workspaceId, finishedAt, now }: { workspaceId: string; finishedAt: Date; now: Date },
): Promise<void> {
  const note = await findLessonsNote(transaction, workspaceId);
  if (!note) return;
  const occurrence = dayOf(finishedAt, note.timeZone).slice(0, 7);
  await refreshDeliveries(transaction, { workspaceId, kind: LESSONS_NOTE, occurrence }, now);
}
