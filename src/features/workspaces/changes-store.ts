import type { Transaction } from '../../platform/storage/database.ts';
import { toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Configuration } from './configuration.ts';
import type { ConfigurationChange } from './configuration-changes.ts';
import { holidayKey } from './configured-things.ts';

/** Makes these changes; what they lead to is read from `wanted`. */
export async function writeChanges(
  db: Transaction,
  writing: { workspaceId: string; changes: ConfigurationChange[]; wanted: Configuration; now: Date },
): Promise<void> {
  for (const change of inWritingOrder(writing.changes)) {
    if (change.action === 'retire') await retire(db, writing, change);
    else if (change.noun !== 'metric') await writers[change.noun](db, writing, change);
  }
}

/** What is pointed at comes before what points at it. */
const RANKS = { metric: 0, role: 1, team: 2, member: 3, cadence: 4, review: 5, holiday: 6, setting: 7 } as const;

/** Members by id, as the sync with Slack writes them: two that lock rows in different orders would block each other. */
function inWritingOrder(changes: readonly ConfigurationChange[]): ConfigurationChange[] {
  return changes.toSorted(
    (one, other) => RANKS[one.noun] - RANKS[other.noun] || (one.key < other.key ? -1 : Number(one.key > other.key)),
  );
}

type Writing = Parameters<typeof writeChanges>[1];
type Writer = (db: Transaction, writing: Writing, change: ConfigurationChange) => Promise<void>;

/** What metrics mean is written by record-changes.ts. */
const writers: Record<Exclude<ConfigurationChange['noun'], 'metric'>, Writer> = {
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
    const { id, ...settings } = getWanted(wanted.members, (one) => one.id === change.key);
    const isNewOnTeam = change.fields.some(({ name }) => name === 'team');
    if (isNewOnTeam) await keepTeam(db, { workspaceId, id, now });
    await db.member.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...settings, ...(isNewOnTeam && { teamSince: now }) },
    });
  },

  async cadence(db, { workspaceId, wanted, now }, change) {
    const { teams, startsOn, endsOn, pausedUntil, ...cadence } = getWanted(
      wanted.cadences,
      (one) => one.key === change.key,
    );
    const settings = {
      ...cadence,
      startsOn: toDatabaseDate(startsOn),
      endsOn: endsOn && toDatabaseDate(endsOn),
      pausedUntil: pausedUntil && toDatabaseDate(pausedUntil),
    };
    const isNew = change.action === 'add';
    await db.cadence.upsert({
      where: { workspaceId_key: { workspaceId, key: cadence.key } },
      create: { workspaceId, ...settings, definedAt: now, watchedAt: now },
      update: {
        ...settings,
        retiredAt: null,
        ...(isNew ? { definedAt: now, watchedAt: now, movedAt: null } : movesDay(change) && { movedAt: now }),
      },
    });
    const ofCadence = { workspaceId, cadenceKey: cadence.key };
    await db.cadenceTeam.deleteMany({ where: { ...ofCadence, ...(isNew ? {} : { teamKey: { notIn: teams } }) } });
    // Who is asked already stays asked since then.
    await db.cadenceTeam.createMany({
      data: teams.map((teamKey) => ({ ...ofCadence, teamKey, since: now })),
      skipDuplicates: true,
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

  async holiday(db, { workspaceId, wanted }, { key }) {
    const { on, name, region } = getWanted(wanted.holidays, (one) => holidayKey(one) === key);
    const day = { workspaceId, on: toDatabaseDate(on), region };
    await db.companyHoliday.upsert({
      where: { workspaceId_on_region: day },
      create: { ...day, name },
      update: { name },
    });
  },

  async setting(db, { workspaceId, wanted: { readsStatus, sponsorIds, lessons }, now }, change) {
    const note = lessons && {
      lessonsDay: lessons.day,
      lessonsTime: lessons.time,
      lessonsTimeZone: lessons.timeZone,
      // Months whose note fell due before are not owed: nobody awaited it then.
      ...(change.key === 'lessons' && { lessonsSince: now }),
    };
    const settings = { readsStatus, sponsorIds, lessonsChannelId: lessons?.channelId ?? null, ...note };
    await db.workspace.update({ where: { id: workspaceId }, data: settings });
    // Nobody reads their status any more, so nobody would notice that it ended.
    if (!readsStatus) await db.absence.deleteMany({ where: { workspaceId, source: 'slack_status' } });
  },
};

/** What people wrote hangs on these rows, so none is deleted; only a holiday has nobody's words. */
async function retire(db: Transaction, { workspaceId, now }: Writing, { noun, key }: ConfigurationChange) {
  const where = { workspaceId, key };
  const data = { retiredAt: now };
  if (noun === 'metric') await db.metric.updateMany({ where, data });
  if (noun === 'role') await db.role.updateMany({ where, data });
  if (noun === 'team') await db.team.updateMany({ where, data });
  if (noun === 'cadence') await db.cadence.updateMany({ where, data });
  if (noun === 'member') {
    const settings = { roleKey: null, managerId: null, workingDays: [], holidayRegion: null };
    const left = { teamKey: null, teamSince: null, ...settings };
    await keepTeam(db, { workspaceId, id: key, now });
    await db.member.updateMany({ where: { workspaceId, id: key }, data: left });
  }
  if (noun === 'holiday') {
    const [on = '', region = ''] = key.split('/');
    await db.companyHoliday.deleteMany({ where: { workspaceId, on: new Date(on), region } });
  }
  if (noun === 'review') {
    const [cycleKey = '', memberId = ''] = key.split('/');
    await db.review.updateMany({ where: { workspaceId, cycleKey, memberId, packets: { none: {} } }, data });
  }
}

/** Before they leave it: which team they were on until now. */
async function keepTeam(db: Transaction, { workspaceId, id, now }: { workspaceId: string; id: string; now: Date }) {
  await db.$executeRaw`
    insert into "FormerTeam" ("workspaceId", "memberId", "teamKey", since, until)
    select "workspaceId", id, "teamKey", "teamSince", ${now}::timestamptz from "Member"
     where "workspaceId" = ${workspaceId} and id = ${id} and "teamKey" is not null
    on conflict do nothing`;
}

/** Digests of days before such a change are not owed: nobody awaited them, or they were sent on the old day. */
function startsDigests({ fields }: ConfigurationChange): boolean {
  return fields.some(
    ({ name, before }) =>
      name === 'digest.day' || name === 'digest.time_zone' || (name === 'channel' && before === null),
  );
}

/** Its rhythm stays: each week, fortnight, month or quarter is still asked about, and once. */
function movesDay({ fields }: ConfigurationChange): boolean {
  return fields.some(({ name }) => name === 'day') && !fields.some(({ name }) => name === 'every');
}

function getWanted<Thing>(things: Thing[], isMeant: (thing: Thing) => boolean): Thing {
  const found = things.find(isMeant);
  if (!found) throw new Error('A change speaks of something that is not in the wanted configuration.');
  return found;
}
