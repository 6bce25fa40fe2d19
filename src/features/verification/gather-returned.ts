import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { findReturnsToTell, saveTellAt } from './verdict-store.ts';

/** Whoever goes through a list returns several: they come back together. */
const SITTING_MILLISECONDS = 30 * 60_000;

/** What was returned to each person half an hour ago or earlier, and all that was since, in one note. */
export async function gatherReturned(
  transaction: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<PlannedDelivery[]> {
  const before = new Date(now.getTime() - SITTING_MILLISECONDS);
  const planned: PlannedDelivery[] = [];
  for (const recipient of await findReturnsToTell(transaction, { workspaceId, before })) {
    // Of two copies that plan at once, the second finds nothing left to tell.
    const isFirst = await saveTellAt(transaction, { workspaceId, memberId: recipient, tellAt: now });
    if (isFirst) planned.push({ recipient, occurrence: noteOccurrence(recipient, now), dueAt: now });
  }
  return planned;
}

/** Names, in the ledger, the note to one person of all that came back to them by then. */
export function noteOccurrence(memberId: string, tellAt: Date): string {
  return `${memberId}@${tellAt.toISOString()}`;
}

/** When the note was planned; undefined for an occurrence that names no moment. */
export function readNoteOccurrence(occurrence: string): Date | undefined {
  const moment = new Date(occurrence.slice(occurrence.indexOf('@') + 1));
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
