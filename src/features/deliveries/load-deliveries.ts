import { countDead, findDead } from '../../platform/jobs/ledger/dead-letters.ts';
import { findSendOut, type SendOut } from '../../platform/jobs/ledger/queue.ts';
import { meaningOf } from '../../platform/slack/slack-errors.ts';
import type { Delivery } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { secondsLeft } from './seconds-left.ts';

/** A message that could not be sent, and what to do about it. */
export interface DeadLetter {
  id: string;
  kind: string;
  recipient: string;
  plannedAt: Date;
  reason: string;
  remedy: string;
  /** It may have arrived all the same. */
  inDoubt: boolean;
}

/** How deliveries stand, with one page of the dead letters, latest first. */
export interface Deliveries {
  /** None while nothing waits to be sent. */
  sendOut?: SendOut & { secondsLeft?: number };
  deadCount: number;
  dead: DeadLetter[];
  page: number;
  pages: number;
}

export async function loadDeliveries(
  db: Transaction,
  query: { workspaceId: string; page: number; perPage: number; now: Date },
): Promise<Deliveries> {
  const { workspaceId, perPage, now } = query;
  const sendOut = await findSendOut(db, workspaceId, now);
  const left = sendOut && secondsLeft(sendOut, now);
  const deadCount = await countDead(db, workspaceId);
  const pages = Math.max(1, Math.ceil(deadCount / perPage));
  const page = Math.min(query.page, pages - 1);
  const dead = await findDead(db, { workspaceId, skip: page * perPage, take: perPage });
  return {
    ...(sendOut && { sendOut: { ...sendOut, ...(left !== undefined && { secondsLeft: left }) } }),
    deadCount,
    dead: dead.map(deadLetter),
    page,
    pages,
  };
}

function deadLetter({ id, kind, recipient, plannedAt, reason, inDoubt }: Delivery): DeadLetter {
  const why = reason ?? 'no reason was kept';
  return { id, kind, recipient, plannedAt, reason: why, remedy: remedyOf(why, inDoubt), inDoubt };
}

function remedyOf(reason: string, inDoubt: boolean): string {
  if (inDoubt) return 'Look whether it arrived. If not, resend it; if so, leave it.';
  const [, error] = /^Slack: (.+)$/s.exec(reason) ?? [];
  if (error === undefined) return 'This is a bug in Throughline. Report it with the log line; resend it afterwards.';
  return `${meaningOf(error).remedy} Then resend it.`;
}
