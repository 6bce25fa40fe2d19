import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { isLookPart, type Look } from './look.ts';

/** Who asks, as Slack and the workspace file have them; null, nobody whom we know. */
export async function findActor(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<{
  kind: 'person' | 'guest' | 'bot';
  deactivatedAt: Date | null;
  isAdministrator: boolean;
  sponsorIds: string[];
} | null> {
  const member = await db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { kind: true, deactivatedAt: true, isAdministrator: true, workspace: { select: { sponsorIds: true } } },
  });
  return member && { ...member, sponsorIds: member.workspace.sponsorIds };
}

/** Whether anybody who is here reports to this member. */
export async function hasReports(db: Transaction, workspaceId: string, memberId: string): Promise<boolean> {
  return (await db.member.count({ where: { workspaceId, managerId: memberId, deactivatedAt: null }, take: 1 })) > 0;
}

/** Keys of the metrics, retired ones included, whose definition in force names this member as data owner. */
export async function findOwnedMetrics(db: Transaction, workspaceId: string, memberId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select latest."metricKey" as key
      from (select distinct on ("metricKey") "metricKey", "dataOwnerId" from "MetricDefinition"
             where "workspaceId" = ${workspaceId} order by "metricKey", version desc) latest
     where latest."dataOwnerId" = ${memberId}`;
  return rows.map(({ key }) => key);
}

/**
 * Which metrics of whom this person agreed to as a partner: those of the versions they signed, unless a later version was
 * agreed since; of plans that did not end before `since`.
 */
export async function findSignedMetrics(
  db: Transaction,
  { workspaceId, partnerId, since }: { workspaceId: string; partnerId: string; since: CalendarDay },
): Promise<{ memberId: string; metricKey: string }[]> {
  return db.$queryRaw<{ memberId: string; metricKey: string }[]>`
    select distinct plan."memberId", item."metricKey"
      from "PlanSigner" signer
      join "PlanVersion" signed on signed."planId" = signer."planId" and signed.version = signer.version
      join "Plan" plan on plan.id = signer."planId"
      join "PlanItem" item on item."planId" = signer."planId" and item.version = signer.version
     where signer."workspaceId" = ${workspaceId} and signer."memberId" = ${partnerId}
       and signer.capacity = 'partner' and signer."signedAt" is not null
       and signed."periodTo" >= ${toDatabaseDate(since)}::date
       and not exists (
         select from "PlanVersion" later
          where later."planId" = signer."planId" and later.version > signer.version and later."agreedAt" is not null
       )`;
}

export async function insertLooks(db: Transaction, workspaceId: string, looks: Look[]): Promise<void> {
  await db.evidenceLook.createMany({ data: looks.map((look) => ({ ...look, workspaceId })) });
}

export type SeenBefore = Pick<Look, 'subjectId' | 'parts' | 'metricKeys'>;

/** What one person looked at of these in one place, since then. */
export async function findLooksBy(
  db: Transaction,
  look: { workspaceId: string; actorId: string; surface: string; subjectIds: string[]; since: Date },
): Promise<SeenBefore[]> {
  const { subjectIds, since, ...where } = look;
  const rows = await db.evidenceLook.findMany({
    where: { ...where, subjectId: { in: subjectIds }, lookedAt: { gte: since } },
    select: { subjectId: true, parts: true, metricKeys: true },
  });
  return rows.map((row) => ({ ...row, parts: row.parts.filter(isLookPart) }));
}

/** Looks at one member's record, the latest first, by people who are still known. */
export async function findLooks(
  db: Transaction,
  { workspaceId, subjectId, limit }: { workspaceId: string; subjectId: string; limit: number },
): Promise<Look[]> {
  const rows = await db.evidenceLook.findMany({
    where: { workspaceId, subjectId },
    orderBy: [{ lookedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ actorId, subjectId: of, surface, parts, metricKeys, lookedAt }) => ({
    actorId,
    subjectId: of,
    surface,
    parts: parts.filter(isLookPart),
    metricKeys,
    lookedAt,
  }));
}
