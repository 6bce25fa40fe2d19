import { setTimeout as delay } from 'node:timers/promises';
import type { Bench, Figure } from './bench.ts';
import {
  type LargeCompany,
  type LargeCompanyInSlack,
  largeCompany,
  largeCompanyInSlack,
} from './delivery/large-company.ts';
import { commits, type SendOutOptions, type SendOutResult, sendOut, startCopy } from './delivery/send-out.ts';
import { type OwnDatabase, onOwnDatabase } from './own-database.ts';
import { median } from './statistics.ts';

/** A Thursday in Berlin, half a minute after everybody's check-in fell due. */
const START = new Date('2026-03-26T09:00:30Z');
/** What the simulator takes from an app in one workspace: "several hundred a minute", says Slack. */
const LIMIT_PER_SECOND = 5;
const FASTER = 50;
const PLANS = 3;

/** Everything in real processes and through the wire, at the pace of Slack's own limits and at fifty times it. */
export const delivery: Bench = {
  name: 'delivery',
  says: 'planning ten thousand prompts and sending them, within limits, by several copies, and while copies are killed',
  run: () => onOwnDatabase(3, measure),
};

async function measure({ db, url, later }: OwnDatabase): Promise<Figure[]> {
  const aheadMilliseconds = START.getTime() - Date.now();
  const clock = { now: () => new Date(Date.now() + aheadMilliseconds) };
  const surroundings = { db, databaseUrl: url, aheadMilliseconds };
  const inSlack = async (size: number, rateLimits: 'real' | number) => {
    const company = await largeCompanyInSlack({ db, size, clock, rateLimits });
    later(() => company.slack.close());
    return company;
  };

  const planned = { small: 0, large: 0, huge: 0 };
  for (const [name, size] of [
    ['small', 1000],
    ['large', 10_000],
    ['huge', 20_000],
  ] as const) {
    planned[name] = await planning(await largeCompany({ db, size, clock }));
    say(`${size} planned in ${planned[name].toFixed(2)} s`);
  }

  const slowly = await inSlack(1000, 'real');
  const idle = await idleMinute(slowly, surroundings);
  say(`an idle minute: ${idle} transactions`);
  const few = { ...surroundings, messagesPerSecond: LIMIT_PER_SECOND };
  const slow = await told(
    'limits as Slack has them, 75 s, one copy',
    sendOut(slowly, { ...few, copies: 1, seconds: 75 }),
  );
  const large = await inSlack(10_000, FASTER);
  const fast = { ...surroundings, messagesPerSecond: LIMIT_PER_SECOND * FASTER };
  const one = await told('limits x50, one copy', sendOut(large, { ...fast, copies: 1 }));
  const two = await told('limits x50, two copies', sendOut(large, { ...fast, copies: 2 }));
  const four = await told('limits x50, four copies', sendOut(large, { ...fast, copies: 4 }));
  const inTurn = { ...fast, copies: 2, killEverySeconds: 5 };
  const killed = await told('limits x50, two copies, killed in turn', sendOut(large, inTurn));
  const quiet = [slow, one, two, four];
  const sum = (of: (result: SendOutResult) => number) => quiet.reduce((total, result) => total + of(result), 0);

  return [
    { figure: 'plan_10k_seconds', value: planned.large, unit: 's' },
    { figure: 'plan_cost_growth', value: planned.huge / 20 / planned.small, unit: 'times' },
    { figure: 'share_of_limit', value: inWindow(slow, 10, 70) / (60 * LIMIT_PER_SECOND), unit: 'of 1' },
    { figure: 'share_of_limit_x50', value: rate(one) / (LIMIT_PER_SECOND * FASTER), unit: 'of 1' },
    { figure: 'lost', value: sum(({ lost }) => lost), unit: '' },
    { figure: 'doubled', value: sum(({ doubled }) => doubled), unit: '' },
    { figure: 'lost_with_kills', value: large.size - killed.sent, unit: '' },
    { figure: 'doubled_with_kills', value: killed.doubled, unit: '' },
    ...[slow, one, two, four, killed].flatMap(({ figures }) => figures),
    { figure: 'kills', value: killed.kills, unit: '' },
    { figure: 'idle minute, transactions', value: idle, unit: '' },
  ];
}

async function planning(company: LargeCompany): Promise<number> {
  const seconds: number[] = [];
  for (let time = 0; time < PLANS; time += 1) seconds.push(await company.plan());
  return median(seconds);
}

/** What a copy asks of the database in a minute in which nothing is owed. */
async function idleMinute(
  company: LargeCompanyInSlack,
  options: Pick<SendOutOptions, 'db' | 'databaseUrl' | 'aheadMilliseconds'>,
): Promise<number> {
  await company.plan();
  await options.db.delivery.updateMany({ where: { workspaceId: company.workspaceId }, data: { status: 'skipped' } });
  await setAutovacuum(options.db, 'off');
  const copy = await startCopy(company, { ...options, messagesPerSecond: LIMIT_PER_SECOND, rings: true });
  await delay(3000);
  const before = await commits(options.db);
  await delay(60_000);
  const count = (await commits(options.db)) - before - 1;
  await copy.stop();
  await setAutovacuum(options.db, 'on');
  return count;
}

/** PostgreSQL tidies up after the planning before, and its transactions would be counted as the copy's. */
async function setAutovacuum(db: OwnDatabase['db'], to: 'on' | 'off'): Promise<void> {
  await db.$executeRawUnsafe(`alter system set autovacuum = ${to}`);
  await db.$executeRaw`select pg_reload_conf()`;
}

async function told(run: string, sending: Promise<SendOutResult>): Promise<SendOutResult & { figures: Figure[] }> {
  const result = await sending;
  const { sent, lost, doubled, seconds, transactionsPerMessage, megabytes } = result;
  const figures = [
    { figure: `${run}: sent`, value: sent, unit: '' },
    { figure: `${run}: time`, value: seconds, unit: 's' },
    { figure: `${run}: transactions a message`, value: transactionsPerMessage, unit: '' },
    { figure: `${run}: memory of a copy`, value: megabytes, unit: 'MB' },
  ];
  say(`${run}: ${sent} sent, ${lost} lost, ${doubled} doubled in ${seconds.toFixed(1)} s`);
  return { ...result, figures };
}

/** It takes minutes: whoever waits may read how far it is. */
function say(line: string): void {
  console.error(line);
}

/** After the first burst, which any limit allows. */
function inWindow({ arrivedAt }: SendOutResult, from: number, to: number): number {
  const first = arrivedAt[0] ?? 0;
  return arrivedAt.filter((at) => at - first >= from && at - first < to).length;
}

function rate({ sent, seconds }: SendOutResult): number {
  return sent / seconds;
}
