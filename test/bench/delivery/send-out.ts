import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../../src/platform/storage/database.ts';
import { type MeasuredProcess, startMeasured } from '../measured-process.ts';
import type { LargeCompanyInSlack } from './large-company.ts';
import { type Tally, tally } from './tally.ts';

export interface SendOutOptions {
  db: Database;
  databaseUrl: string;
  aheadMilliseconds: number;
  messagesPerSecond: number;
  copies: number;
  /** Stopped, in good order, after so long. Without it: when all is sent. */
  seconds?: number;
  /** Every so often one copy is killed and another started. */
  killEverySeconds?: number;
}

export interface SendOutResult extends Tally {
  seconds: number;
  transactionsPerMessage: number;
  /** Of the largest copy. */
  megabytes: number;
  kills: number;
}

const LOOK_MILLISECONDS = 500;
/** Nothing takes so long unless something is wrong: the figures then tell what is missing. */
const LONGEST_MILLISECONDS = 6 * 60_000;

/** Plans for everybody and lets copies of the service, in processes of their own, send it. */
export async function sendOut(company: LargeCompanyInSlack, options: SendOutOptions): Promise<SendOutResult> {
  const { db } = options;
  const copies = await Promise.all(Array.from({ length: options.copies }, () => startCopy(company, options)));
  try {
    const before = await commits(db);
    await company.plan();
    await db.$executeRaw`select pg_notify('deliveries', '')`;
    const startedAt = performance.now();
    const kills = await untilDone(company, options, copies);
    const { arrivedAt } = await tally(db, company);
    const seconds = options.seconds ?? (arrivedAt.at(-1) ?? 0) - (arrivedAt[0] ?? 0);
    const megabytes = Math.max(...copies.map((copy) => copy.residentMegabytes()));
    const spent = (await commits(db)) - before - (performance.now() - startedAt) / LOOK_MILLISECONDS;
    await Promise.all(copies.map((copy) => copy.stop()));
    const result = await tally(db, company);
    return { ...result, seconds, transactionsPerMessage: spent / result.sent, megabytes, kills };
  } finally {
    await Promise.all(copies.map((copy) => copy.stop()));
  }
}

async function untilDone(
  company: LargeCompanyInSlack,
  options: SendOutOptions,
  copies: MeasuredProcess[],
): Promise<number> {
  const { db, seconds, killEverySeconds = Number.POSITIVE_INFINITY } = options;
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  let kills = 0;
  for (;;) {
    await delay(LOOK_MILLISECONDS);
    if (elapsed() > (seconds === undefined ? LONGEST_MILLISECONDS : seconds * 1000)) return kills;
    const left = await db.delivery.count({ where: { workspaceId: company.workspaceId, status: { not: 'sent' } } });
    if (left === 0) return kills;
    // The last few wait for leases to end, and need nobody killed any more.
    if (elapsed() < (kills + 1) * killEverySeconds * 1000 || left < company.size / 20) continue;
    await copies.shift()?.kill();
    copies.push(await startCopy(company, options));
    kills += 1;
  }
}

export function startCopy(
  { slack }: LargeCompanyInSlack,
  options: Pick<SendOutOptions, 'databaseUrl' | 'aheadMilliseconds' | 'messagesPerSecond'> & { rings?: boolean },
): Promise<MeasuredProcess> {
  return startMeasured(
    join(import.meta.dirname, 'copy.ts'),
    {
      DATABASE_URL: options.databaseUrl,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      MESSAGES_PER_SECOND: String(options.messagesPerSecond),
      AHEAD_MILLISECONDS: String(options.aheadMilliseconds),
      RINGS: options.rings ? 'yes' : 'no',
    },
    (line) => line === 'ready',
  );
}

/** Transactions in this database so far; a statement of its own is one. */
export async function commits(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select (xact_commit + xact_rollback)::float8 as count, pg_stat_clear_snapshot()::text as cleared
      from pg_stat_database where datname = current_database()`;
  return row?.count ?? 0;
}
