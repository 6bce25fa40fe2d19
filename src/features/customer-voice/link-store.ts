import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId } from '../../platform/storage/lock-row.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { FormAnswer } from './form-answer.ts';
import type { FormLink } from './form-link.ts';

type LinkRow = Omit<FormLink, 'scale'> & { scoreKind: 'nps' | 'csat'; scaleFrom: number; scaleTo: number };

function linkOf({ scoreKind: kind, scaleFrom: from, scaleTo: to, ...row }: LinkRow): FormLink {
  return { ...row, scale: { kind, from, to } };
}

export interface NewLink {
  workspaceId: string;
  client: string;
  segment: string | null;
  scale: FormLink['scale'];
  memberIds: string[];
  metricKey: string | null;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertLink(db: Transaction, { scale, ...link }: NewLink): Promise<FormLink> {
  const row = await db.formLink.create({
    data: { ...link, scoreKind: scale.kind, scaleFrom: scale.from, scaleTo: scale.to },
  });
  return linkOf(row);
}

/** With the name of the company that asks. */
export async function findLink(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<{ link: FormLink; company: string } | undefined> {
  if (!isRowId(id)) return undefined;
  const row = await db.formLink.findFirst({
    where: { workspaceId, id },
    include: { workspace: { select: { name: true } } },
  });
  if (!row) return undefined;
  const { workspace, ...link } = row;
  return { link: linkOf(link), company: workspace.name };
}

/** Of one member, the latest first. */
export async function findLinksOf(
  db: Transaction,
  { workspaceId, createdById, limit }: { workspaceId: string; createdById: string; limit: number },
): Promise<FormLink[]> {
  const where = { workspaceId, createdById };
  const rows = await db.formLink.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit });
  return rows.map(linkOf);
}

/** False when it was answered, or revoked before. */
export async function revokeLink(
  db: Transaction,
  { workspaceId, id, createdById, now }: { workspaceId: string; id: string; createdById: string; now: Date },
): Promise<boolean> {
  if (!isRowId(id)) return false;
  const { count } = await db.formLink.updateMany({
    where: { workspaceId, id, createdById, answeredAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

/**
 * Takes the link and keeps its answer in one statement: of two that come at once the second waits for the first's row,
 * finds it taken, and keeps nothing. Undefined when the link may not be answered any more, or the score is not on its scale.
 */
export async function saveAnswer(
  db: Transaction,
  input: { workspaceId: string; linkId: string; answer: FormAnswer; saidOn: CalendarDay; now: Date },
): Promise<{ company: string } | undefined> {
  const { workspaceId, linkId, saidOn, now } = input;
  const { score, words, mayQuote } = input.answer;
  const [kept] = await db.$queryRaw<{ company: string }[]>`
    with taken as (
      update "FormLink" set "answeredAt" = ${now}::timestamptz
       where id = ${linkId}::uuid and "workspaceId" = ${workspaceId}
         and "answeredAt" is null and "revokedAt" is null and "expiresAt" > ${now}::timestamptz
         and ${score}::decimal between "scaleFrom" and "scaleTo"
      returning *
    ), kept as (
      insert into "CustomerVoice" (id, "workspaceId", client, segment, source, "scoreKind", "scaleFrom", "scaleTo", score,
                                   words, "mayQuote", "saidOn", "memberIds", "metricKey", "recordedAt", "linkId")
      select ${randomUUID()}::uuid, "workspaceId", client, segment, 'form', "scoreKind", "scaleFrom", "scaleTo",
             ${score}::decimal, ${words}, ${mayQuote}, ${saidOn}::date, "memberIds", "metricKey", ${now}::timestamptz, id
        from taken
      returning "workspaceId"
    )
    select name as company from "Workspace" join kept on kept."workspaceId" = "Workspace".id`;
  return kept;
}

/** The workspace's own key for signing; the first who asks has it made. */
export async function findOrSaveLinkKey(db: Transaction, workspaceId: string, fresh: string): Promise<string> {
  await db.workspace.updateMany({ where: { id: workspaceId, linkKey: null }, data: { linkKey: fresh } });
  const { linkKey } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { linkKey: true } });
  if (linkKey === null) throw new Error('the key for links was not kept');
  return linkKey;
}
