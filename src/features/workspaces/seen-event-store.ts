import type { Database } from '../../platform/storage/database.ts';

/** Remembers an event id, once, whichever copy got it. True when it came before. */
export async function seenBefore(
  db: Database,
  { workspaceId, eventId, now }: { workspaceId: string; eventId: string; now: Date },
): Promise<boolean> {
  const { count } = await db.seenEvent.createMany({
    data: [{ workspaceId, eventId, seenAt: now }],
    skipDuplicates: true,
  });
  return count === 0;
}

/** Slack gives up sending an event again after minutes; older ids are of no use. */
export async function forgetSeenEvents(db: Database, before: Date): Promise<void> {
  await db.seenEvent.deleteMany({ where: { seenAt: { lt: before } } });
}
