import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Tally } from './satisfaction.ts';
import type { Scale } from './score.ts';
import type { Voice, VoiceContent } from './voice.ts';

/** What stands: not corrected by a later version, and not taken back. */
const standing = { withdrawnAt: null, supersededBy: null } as const;

type Row = Prisma.CustomerVoiceGetPayload<object>;

export function voiceOf(row: Row): Voice {
  const { scoreKind: kind, scaleFrom: from, scaleTo: to, score } = row;
  const isScored = kind !== null && from !== null && to !== null && score !== null;
  return {
    id: row.id,
    client: row.client,
    segment: row.segment,
    source: row.source,
    score: isScored ? { kind, from, to, value: score.toNumber() } : null,
    words: row.words,
    mayQuote: row.mayQuote,
    saidOn: fromDatabaseDate(row.saidOn),
    memberIds: row.memberIds,
    metricKey: row.metricKey,
    recordedById: row.recordedById,
  };
}

export function columnsOf({ score, saidOn, ...content }: VoiceContent) {
  return {
    ...content,
    saidOn: toDatabaseDate(saidOn),
    scoreKind: score?.kind ?? null,
    scaleFrom: score?.from ?? null,
    scaleTo: score?.to ?? null,
    score: score?.value ?? null,
  };
}

export interface VoicesQuery {
  workspaceId: string;
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
  /** Those that concern one of these. */
  memberIds?: string[];
  /** Those whose words may be quoted. */
  isQuotable?: true;
  /** The latest so many. */
  limit?: number;
}

/** Voices that stand, the latest first. */
export async function findVoices(db: Transaction, query: VoicesQuery): Promise<Voice[]> {
  const { workspaceId, from, to, memberIds, isQuotable, limit } = query;
  const rows = await db.customerVoice.findMany({
    where: {
      workspaceId,
      ...standing,
      saidOn: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) },
      ...(memberIds && { memberIds: { hasSome: memberIds } }),
      ...(isQuotable && { mayQuote: true, words: { not: null } }),
    },
    orderBy: [{ saidOn: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
    ...(limit !== undefined && { take: limit }),
  });
  return rows.map(voiceOf);
}

export async function findVoice(db: Transaction, workspaceId: string, id: string): Promise<Voice | null> {
  if (!isRowId(id)) return null;
  const row = await db.customerVoice.findFirst({ where: { workspaceId, id, ...standing } });
  return row && voiceOf(row);
}

export interface NewVoice {
  workspaceId: string;
  content: VoiceContent;
  recordedById: string;
  now: Date;
}

export async function insertVoice(db: Transaction, { workspaceId, content, recordedById, now }: NewVoice) {
  await db.customerVoice.create({ data: { workspaceId, ...columnsOf(content), recordedById, recordedAt: now } });
}

/** A new version in place of the one that stands. False when somebody else corrected or withdrew that one meanwhile. */
export async function correctVoice(
  db: Transaction,
  { id, reason, ...voice }: NewVoice & { id: string; reason: string | null },
): Promise<boolean> {
  const { workspaceId, content, recordedById, now } = voice;
  const before = await db.customerVoice.findFirst({ where: { workspaceId, id, ...standing } });
  if (!before) return false;
  const { count } = await db.customerVoice.createMany({
    data: [
      {
        workspaceId,
        ...columnsOf(content),
        recordedById,
        recordedAt: now,
        reason,
        supersedesId: id,
        version: before.version + 1,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function withdrawVoice(
  db: Transaction,
  { workspaceId, id, withdrawnBy, reason, now }: WithdrawnVoice,
): Promise<boolean> {
  const { count } = await db.customerVoice.updateMany({
    where: { workspaceId, id, ...standing },
    data: { withdrawnAt: now, withdrawnBy, reason },
  });
  return count === 1;
}

export interface WithdrawnVoice {
  workspaceId: string;
  id: string;
  withdrawnBy: string;
  reason: string;
  now: Date;
}

/** How many gave which value on one scale, for one segment. */
export interface ScoreCount extends Tally {
  segment: string | null;
  scale: Scale;
}

/** Scores that stand, counted; `memberIds`, those that concern one of these. */
export async function countScores(
  db: Transaction,
  { workspaceId, from, to, memberIds }: Pick<VoicesQuery, 'workspaceId' | 'from' | 'to' | 'memberIds'>,
): Promise<ScoreCount[]> {
  const groups = await db.customerVoice.groupBy({
    by: ['segment', 'scoreKind', 'scaleFrom', 'scaleTo', 'score'],
    where: {
      workspaceId,
      ...standing,
      scoreKind: { not: null },
      saidOn: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) },
      ...(memberIds && { memberIds: { hasSome: memberIds } }),
    },
    _count: { _all: true },
  });
  return groups.flatMap(({ segment, scoreKind: kind, scaleFrom, scaleTo, score, _count }) =>
    kind === null || score === null
      ? []
      : [
          {
            segment,
            scale: { kind, from: scaleFrom ?? 0, to: scaleTo ?? 0 },
            value: score.toNumber(),
            count: _count._all,
          },
        ],
  );
}
