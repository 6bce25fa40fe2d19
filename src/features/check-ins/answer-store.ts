import type { Transaction } from '../../platform/storage/database.ts';
import { toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { CheckInAnswer } from './check-in-answer.ts';
import { type CheckInDraft, checkInDraft } from './check-in-draft.ts';
import type { Freeze } from './freeze-check-ins.ts';
import type { CheckInName } from './store.ts';

/** Whoever answered is not reminded any more, and nobody is told that the answer is missing. */
export async function insertAnswer(
  transaction: Transaction,
  input: { workspaceId: string; checkInId: string; version: number; answer: CheckInAnswer; now: Date },
): Promise<void> {
  const { workspaceId, checkInId: id, version, answer, now } = input;
  await transaction.checkInAnswer.create({
    data: { workspaceId, checkInId: id, version, submittedAt: now, form: answer, obstacle: answer.obstacle },
  });
  await transaction.checkIn.updateMany({
    where: { id, answeredAt: null },
    data: { answeredAt: now, remindAt: null, tellAt: null },
  });
}

/** Check-ins of these days stand in the evidence for that review as they are now. */
export async function saveFrozen(
  transaction: Transaction,
  { workspaceId, memberId, from, to, reviewOn, now }: Freeze,
): Promise<void> {
  await transaction.checkIn.updateMany({
    where: { workspaceId, memberId, occursOn: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) } },
    data: { frozenAt: now, frozenFor: toDatabaseDate(reviewOn) },
  });
}

/** What this member typed for this check-in and did not submit. Nobody else is ever shown it. */
export async function findDraft(
  db: Transaction,
  name: CheckInName,
): Promise<{ typed: CheckInDraft; savedAt: Date } | undefined> {
  const row = await db.checkInDraft.findUnique({ where: keyOf(name) });
  return row ? { typed: checkInDraft.parse(row.typed), savedAt: row.savedAt } : undefined;
}

export async function saveDraft(db: Transaction, name: CheckInName, typed: CheckInDraft, savedAt: Date): Promise<void> {
  const key = keyOf(name);
  const create = { ...key.workspaceId_cadenceKey_memberId_occursOn, typed, savedAt };
  await db.checkInDraft.upsert({ where: key, create, update: { typed, savedAt } });
}

export async function deleteDraft(db: Transaction, name: CheckInName): Promise<void> {
  await db.checkInDraft.deleteMany({ where: keyOf(name).workspaceId_cadenceKey_memberId_occursOn });
}

function keyOf({ workspaceId, cadenceKey, memberId, occursOn }: CheckInName) {
  const key = { workspaceId, cadenceKey, memberId, occursOn: toDatabaseDate(occursOn) };
  return { workspaceId_cadenceKey_memberId_occursOn: key };
}
