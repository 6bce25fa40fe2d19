import type { Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate } from '../../platform/time/calendar-day.ts';

/** One observation, as far as it may be corrected or taken back. */
export interface StoredObservation {
  id: string;
  memberId: string;
  metricKey: string;
  /** Under which it was given; a correction keeps it. */
  definitionVersion: number;
  on: CalendarDay;
  value: string | null;
  source: string;
  recordedById: string;
  withdrawnAt: Date | null;
  isSuperseded: boolean;
}

/** Held until the transaction ends, so that of two who change it the second sees what the first did. */
export async function lockObservation(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<StoredObservation | undefined> {
  if (!(await lockRow(transaction, 'Observation', { workspaceId, id }))) return undefined;
  const row = await transaction.observation.findFirst({
    where: { id, workspaceId },
    select: {
      id: true,
      memberId: true,
      metricKey: true,
      definitionVersion: true,
      periodOn: true,
      value: true,
      source: true,
      recordedById: true,
      withdrawnAt: true,
      supersededBy: { select: { id: true } },
    },
  });
  if (!row) return undefined;
  const { periodOn, value, supersededBy, ...rest } = row;
  const on = fromDatabaseDate(periodOn);
  return { ...rest, on, value: value?.toFixed() ?? null, isSuperseded: supersededBy !== null };
}

export interface CorrectionRow {
  id: string;
  value: string | null;
  reason: string;
  note: string | null;
  evidenceUrl: string | null;
  recordedById: string;
  recordedAt: Date;
}

/**
 * Appends a value in the place of another: of the same member, metric, day, definition, source and check-in. It has no key
 * of the sender: whoever sends the old value again does not undo the correction. Answers its id.
 */
export async function insertCorrection(
  transaction: Transaction,
  { id, ...correction }: CorrectionRow,
): Promise<string> {
  const { dimensions, ...before } = await transaction.observation.findUniqueOrThrow({
    where: { id },
    select: {
      workspaceId: true,
      memberId: true,
      metricKey: true,
      definitionVersion: true,
      periodOn: true,
      source: true,
      dimensions: true,
      checkInId: true,
    },
  });
  const row = { ...before, dimensions: dimensions ?? {}, ...correction, supersedesId: id };
  return (await transaction.observation.create({ data: row, select: { id: true } })).id;
}

export async function saveWithdrawal(
  transaction: Transaction,
  { id, withdrawnById, reason, now }: { id: string; withdrawnById: string; reason: string; now: Date },
): Promise<void> {
  await transaction.observation.update({
    where: { id },
    data: { withdrawnAt: now, withdrawnById, withdrawalReason: reason },
  });
}
