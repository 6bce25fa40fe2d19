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
  return (await findLinks(db, workspaceId, [id])).get(id);
}

/** By their ids, as far as there are any. */
export async function findLinks(
  db: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, { link: FormLink; company: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.formLink.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    include: { workspace: { select: { name: true } } },
  });
  return new Map(rows.map(({ workspace, ...link }) => [link.id, { link: linkOf(link), company: workspace.name }]));
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
 * Takes the links and keeps their answers in one statement: of two that come at once the second waits for the first's
 * row, finds it taken, and keeps nothing; rows are locked in one order, so that nobody waits in a circle. What may not be
 * answered any more, or whose score is not on its scale, is not kept. The companies that asked, by the answers' `at`.
 */
export async function saveAnswers(
  db: Transaction,
  input: {
    workspaceId: string;
    answers: readonly (FormAnswer & { at: number; linkId: string })[];
    saidOn: CalendarDay;
    now: Date;
  },
): Promise<Map<number, string>> {
  const { workspaceId, answers, saidOn, now } = input;
  if (answers.length === 0) return new Map();
  const sent = JSON.stringify(answers.map((answer) => ({ ...answer, id: randomUUID() })));
  const linkIds = answers.map(({ linkId }) => linkId);
  // Rows are found by their ids and nothing else: with many new links, the planner knows too little to choose well.
  const kept = await db.$queryRaw<{ at: number; company: string }[]>`
    with sent as (
      select * from jsonb_to_recordset(${sent}::jsonb)
          as sent (at int, id uuid, "linkId" uuid, score decimal, words text, "mayQuote" boolean)
    ), open as (
      select id from "FormLink"
       where id = any(${linkIds}::uuid[])
         and "answeredAt" is null and "revokedAt" is null and "expiresAt" > ${now}::timestamptz
       order by id
         for update
    ), taken as (
      update "FormLink" as link set "answeredAt" = ${now}::timestamptz
        from open join sent on sent."linkId" = open.id
       where link.id = open.id and link."workspaceId" = ${workspaceId} and sent.score between link."scaleFrom" and link."scaleTo"
      returning link.*, sent.at, sent.id as "voiceId", sent.score, sent.words, sent."mayQuote"
    ), kept as (
      insert into "CustomerVoice" (id, "workspaceId", client, segment, source, "scoreKind", "scaleFrom", "scaleTo", score,
                                   words, "mayQuote", "saidOn", "memberIds", "metricKey", "recordedAt", "linkId")
      select "voiceId", "workspaceId", client, segment, 'form', "scoreKind", "scaleFrom", "scaleTo", score,
             words, "mayQuote", ${saidOn}::date, "memberIds", "metricKey", ${now}::timestamptz, id
        from taken
      returning id
    )
    select taken.at, workspace.name as company
      from kept
      join taken on taken."voiceId" = kept.id
      join "Workspace" as workspace on workspace.id = taken."workspaceId"`;
  return new Map(kept.map(({ at, company }) => [at, company]));
}

/** The workspace's own key for signing; the first who asks has it made. */
export async function findOrSaveLinkKey(db: Transaction, workspaceId: string, fresh: string): Promise<string> {
  await db.workspace.updateMany({ where: { id: workspaceId, linkKey: null }, data: { linkKey: fresh } });
  const { linkKey } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { linkKey: true } });
  if (linkKey === null) throw new Error('the key for links was not kept');
  return linkKey;
}
