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
}

/** Reviews of active members whose date lies in the span and whose evidence for that date is not frozen yet. */
export async function findReviewsToFreeze(
  db: Transaction,
  workspaceId: string,
  span: { from: CalendarDay; to: CalendarDay },
): Promise<Review[]> {
  const rows = await db.review.findMany({
    where: {
      workspaceId,
      retiredAt: null,
      reviewOn: { gte: toDatabaseDate(span.from), lte: toDatabaseDate(span.to) },
      member: { deactivatedAt: null },
    },
    include: {
      member: { select: { timeZone: true } },
      packets: { select: { reviewOn: true } },
    },
    orderBy: { id: 'asc' },
  });
  return rows
    .filter(({ packets, reviewOn }) => packets.every((packet) => packet.reviewOn.getTime() !== reviewOn.getTime()))
    .map(({ member, packets: _, reviewOn, evidenceFrom, ...review }) => ({
      ...review,
      timeZone: member.timeZone,
      reviewOn: fromDatabaseDate(reviewOn),
      evidenceFrom: fromDatabaseDate(evidenceFrom),
    }));
}

/** Freezes the evidence. When another copy was first, theirs stands. */
export async function insertPacket(
  db: Transaction,
  packet: { workspaceId: string; reviewId: string; reviewOn: CalendarDay; evidence: Evidence; frozenAt: Date },
): Promise<void> {
  const data = [{ ...packet, reviewOn: toDatabaseDate(packet.reviewOn) }];
  await db.reviewPacket.createMany({ data, skipDuplicates: true });
}

export interface Packet {
  evidence: Evidence;
  memberId: string;
}

export async function findPacket(
  db: Transaction,
  { workspaceId, reviewId, reviewOn }: { workspaceId: string; reviewId: string; reviewOn: CalendarDay },
): Promise<Packet | undefined> {
  const packet = await db.reviewPacket.findUnique({
    where: { reviewId_reviewOn: { reviewId, reviewOn: toDatabaseDate(reviewOn) }, workspaceId },
    include: { review: { select: { memberId: true } } },
  });
  if (!packet) return undefined;
  return { evidence: evidence.parse(packet.evidence), memberId: packet.review.memberId };
}

/** Frozen evidence whose review still lies ahead. */
export interface FrozenReview {
  reviewId: string;
  reviewOn: Date;
  frozenAt: Date;
  memberId: string;
  /** Whoever has a delivery of it. */
  readerIds: string[];
}

/** The frozen evidence of reviews that still lie ahead, of members who are here, and who has it. */
export async function findFrozenReviews(
  db: Transaction,
  { workspaceId, kind, from }: { workspaceId: string; kind: string; from: CalendarDay },
): Promise<FrozenReview[]> {
  return db.$queryRaw<FrozenReview[]>`
    select review.id as "reviewId", packet."reviewOn", packet."frozenAt", review."memberId",
           array(
             select delivery.recipient from "Delivery" delivery
              where delivery."workspaceId" = review."workspaceId" and delivery.kind = ${kind}
                and delivery.occurrence = review.id::text || ':' || packet."reviewOn"::text
           ) as "readerIds"
      from "ReviewPacket" packet
      join "Review" review on review.id = packet."reviewId" and review."reviewOn" = packet."reviewOn"
      join "Member" member on member."workspaceId" = review."workspaceId" and member.id = review."memberId"
     where review."workspaceId" = ${workspaceId} and review."retiredAt" is null
       and review."reviewOn" >= ${toDatabaseDate(from)}::date
       and member."deactivatedAt" is null
     order by review.id`;
}

/** Digests in Slack that have no pages in their thread yet. */
export async function findDigestsWithoutPages(
  db: Transaction,
  { workspaceId, digest, pages }: { workspaceId: string; digest: string; pages: string },
): Promise<{ recipient: string; occurrence: string }[]> {
  return db.$queryRaw<{ recipient: string; occurrence: string }[]>`
    select recipient, occurrence from "Delivery" digest
     where digest."workspaceId" = ${workspaceId} and digest.kind = ${digest} and digest.status = 'sent'
       and not exists (
         select from "Delivery" page
          where page."workspaceId" = digest."workspaceId" and page.kind = ${pages}
            and page.recipient = digest.recipient and page.occurrence = digest.occurrence || '#1'
       )
     order by recipient, occurrence
     limit 100`;
}

/** The next review of a member from `day` on. */
export async function findNextReview(db: Transaction, workspaceId: string, memberId: string, day: CalendarDay) {
  const row = await db.review.findFirst({
    where: { workspaceId, memberId, retiredAt: null, reviewOn: { gte: toDatabaseDate(day) } },
    orderBy: { reviewOn: 'asc' },
  });
  return row
    ? {
        cycleName: row.cycleName,
        reviewOn: fromDatabaseDate(row.reviewOn),
        evidenceFrom: fromDatabaseDate(row.evidenceFrom),
      }
    : undefined;
}
