import type { Transaction } from '../../platform/storage/database.ts';
import { fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import type { Configuration, ConfiguredMetric } from './configuration.ts';
import type { ConfigurationChange } from './configuration-changes.ts';
import type { SetUp } from './set-up.ts';

export async function saveWorkspace(
  db: Transaction,
  { id, installedAt, ...says }: { id: string; name: string; botUserId: string; installedAt: Date },
): Promise<void> {
  await db.workspace.upsert({ where: { id }, create: { id, ...says, installedAt }, update: says });
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
  const roles = await db.role.findMany({ ...inUse, include: { metrics: { orderBy: { position: 'asc' } } } });
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
  return {
    metrics: metrics.flatMap(({ key, definitions }) => definitions.map((definition) => ({ ...definition, key }))),
    roles: roles.map((role) => ({ ...role, metrics: role.metrics.map(({ metricKey }) => metricKey) })),
    teams: teams.map((team) => ({ ...team, digestTime: team.digestTime as TimeOfDay })),
    members,
    cadences: cadences.map((cadence) => ({
      ...cadence,
      teams: cadence.teams.map(({ teamKey }) => teamKey),
      time: cadence.time as TimeOfDay,
      startsOn: fromDatabaseDate(cadence.startsOn),
    })),
    reviews: reviews.map((review) => ({
      ...review,
      reviewOn: fromDatabaseDate(review.reviewOn),
      evidenceFrom: fromDatabaseDate(review.evidenceFrom),
      isFrozen: review.packets.length > 0,
    })),
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
  return { teams, cadenceKeys: cadences.map(({ key }) => key), reviewCount, members };
}

/** The names of these members, by id. */
export async function findMemberNames(
  db: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(members.map(({ id, name }) => [id, name]));
}

/** Makes these changes; what they lead to is read from `wanted`. */
export async function writeChanges(
  db: Transaction,
  writing: { workspaceId: string; changes: ConfigurationChange[]; wanted: Configuration; now: Date },
): Promise<void> {
  for (const change of inWritingOrder(writing.changes)) {
    if (change.action === 'retire') await retire(db, writing, change);
    else await writers[change.noun](db, writing, change);
  }
}

/** What is pointed at comes before what points at it. */
const RANKS = { metric: 0, role: 1, team: 2, member: 3, cadence: 4, review: 5 } as const;

/** Members by id, as the sync with Slack writes them: two that lock rows in different orders would block each other. */
function inWritingOrder(changes: readonly ConfigurationChange[]): ConfigurationChange[] {
  return changes.toSorted(
    (one, other) => RANKS[one.noun] - RANKS[other.noun] || (one.key < other.key ? -1 : Number(one.key > other.key)),
  );
}

type Writing = Parameters<typeof writeChanges>[1];
type Writer = (db: Transaction, writing: Writing, change: ConfigurationChange) => Promise<void>;

const writers: Record<ConfigurationChange['noun'], Writer> = {
  async metric(db, { workspaceId, wanted, now }, { key }) {
    const metric = getWanted(wanted.metrics, (one) => one.key === key);
    await db.metric.upsert({
      where: { workspaceId_key: { workspaceId, key } },
      create: { workspaceId, key },
      update: { retiredAt: null },
    });
    await defineMetric(db, workspaceId, metric, now);
  },

  async role(db, { workspaceId, wanted }, { key }) {
    const { name, metrics } = getWanted(wanted.roles, (one) => one.key === key);
    await db.role.upsert({
      where: { workspaceId_key: { workspaceId, key } },
      create: { workspaceId, key, name },
      update: { name, retiredAt: null },
    });
    await db.roleMetric.deleteMany({ where: { workspaceId, roleKey: key } });
    await db.roleMetric.createMany({
      data: metrics.map((metricKey, position) => ({ workspaceId, roleKey: key, metricKey, position })),
    });
  },

  async team(db, { workspaceId, wanted, now }, change) {
    const team = getWanted(wanted.teams, (one) => one.key === change.key);
    const isNewlyDue = change.action === 'add' || startsDigests(change);
    await db.team.upsert({
      where: { workspaceId_key: { workspaceId, key: team.key } },
      create: { workspaceId, ...team, definedAt: now },
      update: { ...team, retiredAt: null, ...(isNewlyDue && { definedAt: now }) },
    });
  },

  async member(db, { workspaceId, wanted, now }, change) {
    const { id, teamKey, roleKey, managerId } = getWanted(wanted.members, (one) => one.id === change.key);
    const isNewOnTeam = change.fields.some(({ name }) => name === 'team');
    await db.member.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { teamKey, roleKey, managerId, ...(isNewOnTeam && { teamSince: now }) },
    });
  },

  async cadence(db, { workspaceId, wanted, now }, change) {
    const { teams, startsOn, ...cadence } = getWanted(wanted.cadences, (one) => one.key === change.key);
    const settings = { ...cadence, startsOn: toDatabaseDate(startsOn) };
    const isNewlyDue = change.action === 'add' || movesDays(change);
    await db.cadence.upsert({
      where: { workspaceId_key: { workspaceId, key: cadence.key } },
      create: { workspaceId, ...settings, definedAt: now },
      update: { ...settings, retiredAt: null, ...(isNewlyDue && { definedAt: now }) },
    });
    await db.cadenceTeam.deleteMany({ where: { workspaceId, cadenceKey: cadence.key } });
    await db.cadenceTeam.createMany({
      data: teams.map((teamKey) => ({ workspaceId, cadenceKey: cadence.key, teamKey })),
    });
  },

  async review(db, { workspaceId, wanted }, { key }) {
    const found = getWanted(wanted.reviews, ({ cycleKey, memberId }) => `${cycleKey}/${memberId}` === key);
    const { cycleKey, memberId, isFrozen: _, ...rest } = found;
    const settings = {
      ...rest,
      reviewOn: toDatabaseDate(rest.reviewOn),
      evidenceFrom: toDatabaseDate(rest.evidenceFrom),
    };
    await db.review.upsert({
      where: { workspaceId_cycleKey_memberId: { workspaceId, cycleKey, memberId } },
      create: { workspaceId, cycleKey, memberId, ...settings },
      update: { ...settings, retiredAt: null },
    });
  },
};

/** A new version, unless the latest one says the same already (a metric that comes back unchanged). */
async function defineMetric(db: Transaction, workspaceId: string, metric: ConfiguredMetric, now: Date): Promise<void> {
  const { key, name, meaning, unit, direction, timing, source } = metric;
  const said = { name, meaning, unit, direction, timing, source };
  const latest = await db.metricDefinition.findFirst({
    where: { workspaceId, metricKey: key },
    orderBy: { version: 'desc' },
  });
  const saysTheSame = latest && Object.entries(said).every(([field, value]) => Reflect.get(latest, field) === value);
  if (saysTheSame) return;
  const version = (latest?.version ?? 0) + 1;
  await db.metricDefinition.create({ data: { workspaceId, metricKey: key, version, ...said, definedAt: now } });
}

/** Nothing is deleted: what people wrote hangs on these rows. */
async function retire(db: Transaction, { workspaceId, now }: Writing, { noun, key }: ConfigurationChange) {
  const where = { workspaceId, key };
  const data = { retiredAt: now };
  if (noun === 'metric') await db.metric.updateMany({ where, data });
  if (noun === 'role') await db.role.updateMany({ where, data });
  if (noun === 'team') await db.team.updateMany({ where, data });
  if (noun === 'cadence') await db.cadence.updateMany({ where, data });
  if (noun === 'member') {
    const left = { teamKey: null, teamSince: null, roleKey: null, managerId: null };
    await db.member.updateMany({ where: { workspaceId, id: key }, data: left });
  }
  if (noun === 'review') {
    const [cycleKey = '', memberId = ''] = key.split('/');
    await db.review.updateMany({ where: { workspaceId, cycleKey, memberId, packets: { none: {} } }, data });
  }
}

/** Digests of days before such a change are not owed: nobody awaited them, or they were sent on the old day. */
function startsDigests({ fields }: ConfigurationChange): boolean {
  return fields.some(
    ({ name, before }) =>
      name === 'digest.day' || name === 'digest.time_zone' || (name === 'channel' && before === null),
  );
}

/** The same for check-ins. Another time of day is not among them: on that very day it is still the same check-in. */
function movesDays({ fields }: ConfigurationChange): boolean {
  return fields.some(({ name }) => name === 'every' || name === 'day' || name === 'starts_on');
}

function getWanted<Thing>(things: Thing[], isMeant: (thing: Thing) => boolean): Thing {
  const found = things.find(isMeant);
  if (!found) throw new Error('A change speaks of something that is not in the wanted configuration.');
  return found;
}
