import type { Transaction } from '../../platform/storage/database.ts';
import { fromDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import { toMetric } from '../metrics/stored-definition.ts';
import type { Configuration } from './configuration.ts';
import type { SetUp } from './set-up.ts';

export async function saveWorkspace(
  db: Transaction,
  { id, installedAt, ...says }: { id: string; name: string; botUserId: string; installedAt: Date },
): Promise<void> {
  const before = await db.workspace.findUnique({ where: { id }, select: { botUserId: true } });
  await db.workspace.upsert({ where: { id }, create: { id, ...says, installedAt }, update: says });
  // Another app: its conversations with people are others too, and are opened anew.
  if (before && before.botUserId !== says.botUserId) {
    await db.member.updateMany({ where: { workspaceId: id }, data: { directMessageId: null } });
  }
}

/**
 * Until the transaction ends, nobody else configures this workspace. Weaker than FOR UPDATE, which would also stop
 * everyone who adds a row that points at the workspace.
 */
export async function lockConfiguration(db: Transaction, workspaceId: string): Promise<void> {
  await db.$queryRaw`select id from "Workspace" where id = ${workspaceId} for no key update`;
}

export async function readConfiguration(db: Transaction, workspaceId: string): Promise<Configuration> {
  const inUse = { where: { workspaceId, retiredAt: null }, orderBy: { key: 'asc' } } as const;
  const metrics = await db.metric.findMany({ ...inUse, include: latestDefinition });
  const roles = await db.role.findMany({
    ...inUse,
    include: {
      metrics: { orderBy: { position: 'asc' } },
      impactMap: { orderBy: { position: 'asc' } },
    },
  });
  const teams = await db.team.findMany(inUse);
  const members = await db.member.findMany({
    where: { workspaceId, OR: [{ teamKey: { not: null } }, { roleKey: { not: null } }, { managerId: { not: null } }] },
    orderBy: { id: 'asc' },
  });
  const cadences = await db.cadence.findMany({ ...inUse, include: { teams: { orderBy: { teamKey: 'asc' } } } });
  const reviews = await db.review.findMany({
    where: { workspaceId, retiredAt: null },
    orderBy: [{ cycleKey: 'asc' }, { memberId: 'asc' }],
    include: { packets: { select: { reviewId: true }, take: 1 } },
  });
  const holidays = await db.companyHoliday.findMany({
    where: { workspaceId },
    orderBy: [{ on: 'asc' }, { region: 'asc' }],
  });
  const workspace = await db.workspace.findUnique({
    where: { id: workspaceId },
    select: {
      readsStatus: true,
      sponsorIds: true,
      lessonsChannelId: true,
      lessonsDay: true,
      lessonsTime: true,
      lessonsTimeZone: true,
    },
  });
  return {
    metrics: metrics.flatMap(({ key, definitions }) =>
      definitions.map((row) => {
        const { changeReason, definedById } = row;
        return { ...toMetric(row), key, changeReason, definedById };
      }),
    ),
    roles: roles.map((role) => ({ ...role, metrics: role.metrics.map(({ metricKey }) => metricKey) })),
    teams: teams.map((team) => ({
      ...team,
      digestTime: team.digestTime as TimeOfDay,
      quietFrom: team.quietFrom as TimeOfDay,
      quietUntil: team.quietUntil as TimeOfDay,
    })),
    members,
    cadences: cadences.map((cadence) => ({
      ...cadence,
      teams: cadence.teams.map(({ teamKey }) => teamKey),
      time: cadence.time as TimeOfDay,
      startsOn: fromDatabaseDate(cadence.startsOn),
      endsOn: cadence.endsOn && fromDatabaseDate(cadence.endsOn),
      pausedUntil: cadence.pausedUntil && fromDatabaseDate(cadence.pausedUntil),
    })),
    reviews: reviews.map((review) => ({
      ...review,
      reviewOn: fromDatabaseDate(review.reviewOn),
      evidenceFrom: fromDatabaseDate(review.evidenceFrom),
      isFrozen: review.packets.length > 0,
    })),
    holidays: holidays.map(({ on, name, region }) => ({ on: fromDatabaseDate(on), name, region })),
    readsStatus: workspace?.readsStatus ?? false,
    sponsorIds: workspace?.sponsorIds ?? [],
    lessons: workspace?.lessonsChannelId
      ? {
          channelId: workspace.lessonsChannelId,
          day: workspace.lessonsDay,
          time: workspace.lessonsTime as TimeOfDay,
          timeZone: workspace.lessonsTimeZone,
        }
      : null,
  };
}

const latestDefinition = { definitions: { orderBy: { version: 'desc' }, take: 1 } } as const;

export async function readSetUp(db: Transaction, workspaceId: string): Promise<SetUp> {
  const inUse = { where: { workspaceId, retiredAt: null }, orderBy: { key: 'asc' } } as const;
  const teams = await db.team.findMany({ ...inUse, select: { key: true, channelId: true } });
  const cadences = await db.cadence.findMany({ ...inUse, select: { key: true } });
  const reviewCount = await db.review.count({ where: { workspaceId, retiredAt: null } });
  const members = await db.member.findMany({
    where: { workspaceId, teamKey: { not: null } },
    select: { name: true, roleKey: true, managerId: true, timeZone: true, deactivatedAt: true },
    orderBy: { name: 'asc' },
  });
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId }, select: { lessonsChannelId: true } });
  const posted = [
    ...teams.map(({ key, channelId }) => ({ of: key, channelId })),
    { of: 'lessons', channelId: workspace?.lessonsChannelId ?? null },
  ];
  return {
    teamCount: teams.length,
    channels: posted.flatMap(({ of, channelId }) => (channelId === null ? [] : [{ of, channelId }])),
    cadenceKeys: cadences.map(({ key }) => key),
    reviewCount,
    members,
  };
}
