import type { Database } from '../../../src/platform/storage/database.ts';

/** Weeks of history, each with a value of every metric of every member. */
const WEEKS = 156;
const METRICS = 5;
const VALUES_EACH = WEEKS * METRICS;
const REPORTS = 12;
const QUARTERS = 12;

const WORKSPACE = 'TOBSERVED';
const MANAGER = 'U000000';

/**
 * A company in which everybody reports to somebody with twelve people, with three years of weekly values, check-ins, a few
 * corrections, and a plan for each quarter. Written week by week, as a company does, so that nobody's values lie together on the disk.
 */
export async function observedCompany(
  db: Database,
  size: { observations: number; now: Date },
): Promise<ObservedCompany> {
  const members = Math.ceil(size.observations / VALUES_EACH);
  await insertWorkspace(db, size.now);
  await insertMembers(db, members);
  await insertHistory(db, size.now);
  await insertPlans(db, size.now);
  // PostgreSQL does so by itself within minutes; a bench that does not wait would measure its first guesses.
  await db.$executeRaw`vacuum analyze`;
  return { db, workspaceId: WORKSPACE, managerId: MANAGER, observations: await db.observation.count() };
}

export interface ObservedCompany {
  db: Database;
  workspaceId: string;
  managerId: string;
  observations: number;
}

async function insertWorkspace(db: Database, now: Date): Promise<void> {
  const key = (at: number) => `metric_${at}`;
  await db.workspace.create({
    data: {
      id: WORKSPACE,
      name: 'Observed company',
      botUserId: 'U0BOT',
      installedAt: now,
      roles: { create: { key: 'support', name: 'Support' } },
      cadences: {
        create: {
          ...{ key: 'weekly', name: 'Weekly check-in', every: 'week', day: 4, time: '10:00', windowDays: 3 },
          ...{ startsOn: new Date('2023-01-01'), definedAt: now, watchedAt: now },
        },
      },
    },
  });
  for (let at = 0; at < METRICS; at += 1) {
    await db.metric.create({
      data: {
        workspaceId: WORKSPACE,
        key: key(at),
        roles: { create: { roleKey: 'support', position: at } },
        definitions: {
          create: [1, 2].map((version) => ({
            version,
            name: `Metric ${at}`,
            meaning: 'What it means.',
            unit: 'hours',
            direction: 'lower' as const,
            timing: at === METRICS - 1 ? ('lagging' as const) : ('leading' as const),
            source: 'Help desk',
            leadsToKey: at === METRICS - 1 ? null : key(METRICS - 1),
            counterMetricKey: at === 0 ? key(1) : null,
            definedAt: now,
          })),
        },
      },
    });
  }
}

async function insertMembers(db: Database, members: number): Promise<void> {
  await db.$executeRaw`
    insert into "Member" ("workspaceId", id, kind, name, "timeZone", "roleKey", "managerId")
    select ${WORKSPACE}, 'U' || lpad(n::text, 6, '0'), 'person', 'Person ' || n, 'Europe/Berlin', 'support',
           case when n > 0 then 'U' || lpad(((n - 1) / ${REPORTS})::text, 6, '0') end
      from generate_series(0, ${members}::int - 1) n
     order by n`;
}

async function insertHistory(db: Database, now: Date): Promise<void> {
  await db.$executeRaw`
    insert into "CheckIn" (id, "workspaceId", "cadenceKey", "memberId", "periodOn", "occursOn", "promptAt", "promptGroup",
                           "closesAt", "answeredAt")
    select gen_random_uuid(), "workspaceId", 'weekly', id, day, day, day, gen_random_uuid(), day + 3, day + 1
      from "Member" m, (select ${now}::date - 7 * week as day from generate_series(1, ${WEEKS}) week) weeks
     order by day, id`;
  await db.$executeRaw`
    insert into "CheckInAnswer" ("workspaceId", "checkInId", version, "submittedAt", form, obstacle)
    select "workspaceId", id, 1, "answeredAt", '{"values": [], "win": null, "obstacle": null}', 'Waited for access.'
      from "CheckIn"
     order by "periodOn", "memberId"`;
  // The definition changed once, a year and a half ago. Values swing, and differ between members and metrics.
  await db.$executeRaw`
    insert into "Observation" (id, "workspaceId", "memberId", "metricKey", "definitionVersion", "periodOn", value, source,
                               "checkInId", "recordedById", "recordedAt")
    select gen_random_uuid(), "workspaceId", "memberId", 'metric_' || metric,
           case when "periodOn" < ${now}::date - 546 then 1 else 2 end, "periodOn",
           round((4 + sin(extract(epoch from "periodOn") / 86400 + hashtext("memberId" || metric)) * 2)::numeric, 2),
           'check-in', c.id, "memberId", "answeredAt"
      from "CheckIn" c, generate_series(0, ${METRICS} - 1) metric
     order by "periodOn", "memberId", metric`;
  // One in fifty was corrected.
  await db.$executeRaw`
    insert into "Observation" (id, "workspaceId", "memberId", "metricKey", "definitionVersion", "periodOn", value, source,
                               "checkInId", "recordedById", "recordedAt", "supersedesId", reason)
    select gen_random_uuid(), "workspaceId", "memberId", "metricKey", "definitionVersion", "periodOn", value + 0.5, source,
           "checkInId", "recordedById", "recordedAt", id, 'Typed wrongly.'
      from "Observation"
     where abs(hashtext(id::text)) % 50 = 0`;
}

/** All five metrics in each plan, signed by both; the one that runs was changed once. */
async function insertPlans(db: Database, now: Date): Promise<void> {
  await db.$executeRaw`
    insert into "Plan" (id, "workspaceId", "memberId", "createdAt", "sessionOpenedAt")
    select gen_random_uuid(), "workspaceId", id, began, began
      from "Member" m,
           (select date_trunc('quarter', ${now}::timestamp) - interval '3 months' * n as began
              from generate_series(0, ${QUARTERS} - 1) n) quarters
     where "managerId" is not null
     order by began, id`;
  await db.$executeRaw`
    insert into "PlanVersion" ("planId", version, "workspaceId", "periodFrom", "periodTo", "holdsFrom", reason,
                               "writtenById", "writtenAt", "agreedAt")
    select id, version, "workspaceId", "createdAt", "createdAt" + interval '3 months' - interval '1 day', "createdAt",
           'What we agreed.', "memberId", "createdAt", "createdAt"
      from "Plan", generate_series(1, 2) version
     where version = 1 or "createdAt" = date_trunc('quarter', ${now}::timestamp)`;
  await db.$executeRaw`
    insert into "PlanItem" ("planId", version, position, "workspaceId", "metricKey", "definitionVersion", weight,
                            threshold, target, "capCredit", reason)
    select "planId", version, metric, "workspaceId", 'metric_' || metric, 2, 20, 6, 3, 1.2, 'Clients feel it.'
      from "PlanVersion", generate_series(0, ${METRICS} - 1) metric`;
  await db.$executeRaw`
    insert into "PlanSigner" ("planId", version, "workspaceId", "memberId", capacity, "signedAt")
    select v."planId", v.version, v."workspaceId", signer.id, signer.capacity::"SignerCapacity", v."agreedAt"
      from "PlanVersion" v
      join "Plan" p on p.id = v."planId"
      join "Member" m on m."workspaceId" = p."workspaceId" and m.id = p."memberId",
           lateral (values (m.id, 'employee'), (m."managerId", 'manager')) signer (id, capacity)`;
}
