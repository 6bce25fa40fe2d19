import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { type Evidence, evidence } from './evidence.ts';

export interface Review {
  id: string;
  cycleName: string;
  memberId: string;
  reviewOn: CalendarDay;
  evidenceFrom: CalendarDay;
  digestDaysBefore: number;
  timeZone: string;
  managerId: string | null;
  managerTimeZone: string | null;
}

/** Reviews of active members whose date lies in the span and whose evidence is not frozen yet. */
export async function findReviewsWithoutPacket(
  db: Transaction,
  workspaceId: string,
  span: { from: CalendarDay; to: CalendarDay },
): Promise<Review[]> {
  const rows = await db.review.findMany({
    where: {
      workspaceId,
      retiredAt: null,
      packet: null,
      reviewOn: { gte: toDatabaseDate(span.from), lte: toDatabaseDate(span.to) },
      member: { deactivatedAt: null },
    },
    include: { member: { select: { timeZone: true, managerId: true, manager: { select: { timeZone: true } } } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ member, reviewOn, evidenceFrom, ...review }) => ({
    ...review,
    timeZone: member.timeZone,
    managerId: member.managerId,
    managerTimeZone: member.manager?.timeZone ?? null,
    reviewOn: fromDatabaseDate(reviewOn),
    evidenceFrom: fromDatabaseDate(evidenceFrom),
  }));
}

/** Freezes the evidence. False when another copy was first: then theirs stands. */
export async function insertPacket(
  db: Transaction,
  packet: { workspaceId: string; reviewId: string; evidence: Evidence; frozenAt: Date },
): Promise<boolean> {
  const { count } = await db.reviewPacket.createMany({ data: [packet], skipDuplicates: true });
  return count === 1;
}

export async function findPacket(
  db: Transaction,
  workspaceId: string,
  reviewId: string,
): Promise<Evidence | undefined> {
  const packet = await db.reviewPacket.findUnique({ where: { reviewId, workspaceId } });
  return packet ? evidence.parse(packet.evidence) : undefined;
}

/** The next review of a member from `day` on. */
export async function findNextReview(db: Transaction, workspaceId: string, memberId: string, day: CalendarDay) {
  const row = await db.review.findFirst({
    where: { workspaceId, memberId, retiredAt: null, reviewOn: { gte: toDatabaseDate(day) } },
    orderBy: { reviewOn: 'asc' },
  });
  return row ? { cycleName: row.cycleName, reviewOn: fromDatabaseDate(row.reviewOn) } : undefined;
}
