import type { Transaction } from '../../platform/storage/database.ts';

/** What of this kind stands in this message; undefined for every other message. */
export async function findDigestIn(
  db: Transaction,
  message: { workspaceId: string; kind: string; channelId: string; messageTs: string },
): Promise<{ id: string; occurrence: string } | undefined> {
  const row = await db.delivery.findFirst({
    where: message,
    select: { id: true, occurrence: true },
  });
  return row ?? undefined;
}

interface Reaction {
  workspaceId: string;
  deliveryId: string;
  memberId: string;
  reaction: string;
}

export async function saveReaction(db: Transaction, reaction: Reaction, reactedAt: Date): Promise<void> {
  await db.celebration.createMany({ data: [{ ...reaction, reactedAt }], skipDuplicates: true });
}

export async function deleteReaction(db: Transaction, reaction: Reaction): Promise<void> {
  await db.celebration.deleteMany({ where: reaction });
}

/** How many people celebrate this digest, each counted once. */
export async function countCelebrating(db: Transaction, deliveryId: string): Promise<number> {
  return (await db.celebration.groupBy({ by: ['memberId'], where: { deliveryId } })).length;
}

/** Who celebrates these digests, by occurrence. */
export async function findCelebrating(
  db: Transaction,
  { workspaceId, kind, occurrences }: { workspaceId: string; kind: string; occurrences: string[] },
): Promise<Map<string, string[]>> {
  const rows = await db.celebration.findMany({
    where: { delivery: { workspaceId, kind, occurrence: { in: occurrences } } },
    select: { memberId: true, delivery: { select: { occurrence: true } } },
  });
  const byOccurrence = Map.groupBy(rows, ({ delivery }) => delivery.occurrence);
  return new Map([...byOccurrence].map(([occurrence, some]) => [occurrence, some.map(({ memberId }) => memberId)]));
}
