import type { Transaction } from '../../platform/storage/database.ts';
import { toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { columnsOf, voiceOf } from './store.ts';
import type { Voice, VoiceContent } from './voice.ts';

/** What stands for a sender's key now. */
export interface SentBefore {
  voice: Voice;
  version: number;
  isWithdrawn: boolean;
}

export interface VoiceToInsert {
  id: string;
  key: string;
  content: VoiceContent;
  version: number;
  supersedesId: string | null;
}

/** Two imports of one origin come one after the other, until the transaction ends. */
export async function lockOrigin(db: Transaction, workspaceId: string, origin: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`voice ${workspaceId} ${origin}`}, 0))`;
}

export async function findSentBefore(
  db: Transaction,
  { workspaceId, origin, keys }: { workspaceId: string; origin: string; keys: string[] },
): Promise<Map<string, SentBefore>> {
  const rows = await db.customerVoice.findMany({
    where: { workspaceId, origin, originKey: { in: keys }, supersededBy: null },
  });
  return new Map(
    rows.map((row) => [
      row.originKey ?? '',
      { voice: voiceOf(row), version: row.version, isWithdrawn: row.withdrawnAt !== null },
    ]),
  );
}

export async function insertSentVoices(
  db: Transaction,
  { workspaceId, origin, voices, now }: { workspaceId: string; origin: string; voices: VoiceToInsert[]; now: Date },
): Promise<void> {
  await db.customerVoice.createMany({
    data: voices.map(({ id, key, content, version, supersedesId }) => ({
      id,
      workspaceId,
      ...columnsOf(content),
      recordedAt: now,
      origin,
      originKey: key,
      version,
      supersedesId,
      ...(supersedesId !== null && { reason: `Sent again by ${origin}, changed.` }),
    })),
  });
}

/** Everything that stands, oldest first, in pages. */
export async function findVoicesAfter(
  db: Transaction,
  {
    workspaceId,
    from,
    to,
    after,
    limit,
  }: { workspaceId: string; from?: string; to?: string; after?: string; limit: number },
): Promise<Voice[]> {
  const rows = await db.customerVoice.findMany({
    where: {
      workspaceId,
      withdrawnAt: null,
      supersededBy: null,
      ...((from ?? to) !== undefined && {
        saidOn: {
          ...(from !== undefined && { gte: toDatabaseDate(from as Voice['saidOn']) }),
          ...(to !== undefined && { lte: toDatabaseDate(to as Voice['saidOn']) }),
        },
      }),
    },
    orderBy: { id: 'asc' },
    take: limit,
    ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
  });
  return rows.map(voiceOf);
}
