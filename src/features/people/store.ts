import type { Transaction } from '../../platform/storage/database.ts';
import type { Person } from './person.ts';
import type { SlackPerson } from './slack-user.ts';
import { UNKNOWN_TIME_ZONE } from './time-zone.ts';

/** A member known by Slack, as somebody may be named in the workspace file. */
export interface KnownMember {
  id: string;
  name: string;
  email: string | null;
  kind: 'person' | 'guest' | 'bot';
  deactivatedAt: Date | null;
}

/**
 * Writes what Slack says of these users, and nothing that the workspace file says. What Slack leaves out stays as it
 * was: deactivated users come without time zone, and an e-mail needs a scope of its own.
 */
export async function saveSlackPeople(
  db: Transaction,
  workspaceId: string,
  people: readonly SlackPerson[],
  now: Date,
): Promise<void> {
  // Twice the same row in one statement is an error, and one order for all keeps two copies from blocking each other.
  const rows = [...new Map(people.map((person) => [person.id, person])).values()];
  await db.$executeRaw`
    insert into "Member" ("workspaceId", id, kind, name, email, "timeZone", "deactivatedAt", "isAdministrator")
    select ${workspaceId}, slack.id, slack.kind::"MemberKind", slack.name, coalesce(slack.email, known.email),
           coalesce(slack."timeZone", known."timeZone", ${UNKNOWN_TIME_ZONE}),
           case when slack.deactivated then coalesce(known."deactivatedAt", ${now}::timestamptz) end,
           slack."isAdministrator" and not slack.deactivated
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as slack (id text, kind text, name text, email text, "timeZone" text, deactivated boolean, "isAdministrator" boolean)
      left join "Member" known on known."workspaceId" = ${workspaceId} and known.id = slack.id
     order by slack.id
    on conflict ("workspaceId", id) do update set
      kind = excluded.kind,
      name = excluded.name,
      email = excluded.email,
      "timeZone" = excluded."timeZone",
      "deactivatedAt" = excluded."deactivatedAt",
      "isAdministrator" = excluded."isAdministrator"`;
}

/** Marks the member list as being taken up now, if nobody has since `since`. The database decides who is first. */
export async function claimMembersSync(
  db: Transaction,
  workspaceId: string,
  { now, since }: { now: Date; since: Date },
): Promise<{ previous: Date | null } | undefined> {
  const before = await db.workspace.findUnique({ where: { id: workspaceId } });
  if (!before) return undefined;
  const previous = before.membersSyncedAt;
  const claimed = await db.workspace.updateMany({
    where: {
      id: workspaceId,
      membersSyncedAt: previous,
      OR: [{ membersSyncedAt: null }, { membersSyncedAt: { lte: since } }],
    },
    data: { membersSyncedAt: now },
  });
  return claimed.count === 1 ? { previous } : undefined;
}

/** Gives an unfinished claim back, unless somebody else has taken it over meanwhile. */
export async function releaseMembersSync(
  db: Transaction,
  workspaceId: string,
  claim: { now: Date; previous: Date | null },
): Promise<void> {
  await db.workspace.updateMany({
    where: { id: workspaceId, membersSyncedAt: claim.now },
    data: { membersSyncedAt: claim.previous },
  });
}

export function findMember(db: Transaction, workspaceId: string, id: string): Promise<KnownMember | null> {
  return db.member.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
}

/** E-mail addresses (in small letters) and ids, mixed. One address may belong to several accounts, old and new. */
export function findMembersNamed(
  db: Transaction,
  workspaceId: string,
  references: readonly string[],
): Promise<KnownMember[]> {
  const named = [...references];
  return db.member.findMany({ where: { workspaceId, OR: [{ id: { in: named } }, { email: { in: named } }] } });
}

/** Active people and guests, by name. */
export async function findActivePeople(db: Transaction, workspaceId: string): Promise<Person[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, deactivatedAt: null, kind: { not: 'bot' } },
    include: { team: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, timeZone, teamKey, team, managerId }) => ({
    id,
    name,
    timeZone,
    teamKey,
    teamName: team?.name ?? null,
    managerId,
  }));
}

/** The manager of everybody who was ever a member: a chain goes on through those who left. */
export async function findManagers(db: Transaction, workspaceId: string): Promise<Map<string, string | null>> {
  const rows = await db.member.findMany({ where: { workspaceId }, select: { id: true, managerId: true } });
  return new Map(rows.map(({ id, managerId }) => [id, managerId]));
}

/** The managers of everybody below this member, at any depth. */
export async function findManagersBelow(
  db: Transaction,
  workspaceId: string,
  memberId: string,
): Promise<Map<string, string | null>> {
  // "union" and not "union all": a circle is walked once.
  const rows = await db.$queryRaw<{ id: string; managerId: string }[]>`
    with recursive below as (
      select id, "managerId" from "Member" where "workspaceId" = ${workspaceId} and "managerId" = ${memberId}
      union
      select report.id, report."managerId"
        from below join "Member" report on report."workspaceId" = ${workspaceId} and report."managerId" = below.id
    )
    select id, "managerId" from below`;
  return new Map(rows.map(({ id, managerId }) => [id, managerId]));
}

/** The manager of this member, and of each above them. */
export async function findManagersAbove(
  db: Transaction,
  workspaceId: string,
  memberId: string,
): Promise<Map<string, string | null>> {
  const rows = await db.$queryRaw<{ id: string; managerId: string | null }[]>`
    with recursive chain as (
      select id, "managerId" from "Member" where "workspaceId" = ${workspaceId} and id = ${memberId}
      union
      select above.id, above."managerId"
        from chain join "Member" above on above."workspaceId" = ${workspaceId} and above.id = chain."managerId"
    )
    select id, "managerId" from chain`;
  return new Map(rows.map(({ id, managerId }) => [id, managerId]));
}

/** Those on this team who are here, bots apart. */
export async function findTeamMembers(db: Transaction, workspaceId: string, teamKey: string): Promise<string[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, teamKey, deactivatedAt: null, kind: { not: 'bot' } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** What is known of reaching a member. */
export function findReach(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<{ deactivatedAt: Date | null; directMessageId: string | null } | null> {
  return db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { deactivatedAt: true, directMessageId: true },
  });
}

/** Which of these members are active, in the order of their ids. */
export async function findStillHere(db: Transaction, workspaceId: string, ids: string[]): Promise<string[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, id: { in: ids }, deactivatedAt: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

export async function saveDirectMessageId(
  db: Transaction,
  workspaceId: string,
  id: string,
  directMessageId: string,
): Promise<void> {
  await db.member.update({ where: { workspaceId_id: { workspaceId, id } }, data: { directMessageId } });
}

/**
 * Members of teams whose conversation with us was never opened. Each minute in another order, so that those whom Slack
 * refuses do not stand in the way of the rest.
 */
export async function findUnopened(
  db: Transaction,
  workspaceId: string,
  { now, most }: { now: Date; most: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from "Member"
     where "workspaceId" = ${workspaceId} and "teamKey" is not null and "directMessageId" is null
       and "deactivatedAt" is null and kind <> 'bot'
     order by md5(id || ${now.toISOString().slice(0, 16)})
     limit ${most}`;
  return rows.map(({ id }) => id);
}

/** Takes this minute's opening of conversations, if no other copy has. */
export async function claimOpening(
  db: Transaction,
  workspaceId: string,
  { now, since }: { now: Date; since: Date },
): Promise<boolean> {
  const { count } = await db.workspace.updateMany({
    where: { id: workspaceId, OR: [{ openedAheadAt: null }, { openedAheadAt: { lte: since } }] },
    data: { openedAheadAt: now },
  });
  return count === 1;
}

/** Ids of those who run the workspace, as Slack said last, by name. */
export async function findAdministrators(db: Transaction, workspaceId: string): Promise<string[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, isAdministrator: true, deactivatedAt: null, kind: { not: 'bot' } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** How the workspace file has somebody; null, nobody whom we know. */
export async function findPlace(
  db: Transaction,
  { workspaceId, memberId: id }: { workspaceId: string; memberId: string },
): Promise<{ team: { name: string } | null; role: { name: string } | null; managerId: string | null } | null> {
  return db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { team: { select: { name: true } }, role: { select: { name: true } }, managerId: true },
  });
}
