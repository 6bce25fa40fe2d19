import { readFile } from 'node:fs/promises';
import { checkInPrompt } from '../../../src/features/check-ins/jobs.ts';
import { planDeliveries } from '../../../src/platform/jobs/plan-deliveries.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import type { Clock } from '../../../src/platform/time/clock.ts';
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts';

/** What our database holds once a company of that size was set up. */
export interface LargeCompany {
  workspaceId: string;
  size: number;
  /** Everybody owes a check-in that fell due this minute; returns the seconds it took to write that down. */
  plan(): Promise<number>;
}

/** The same people in a simulated Slack, each with the conversation that was opened long ago. */
export interface LargeCompanyInSlack extends LargeCompany {
  slack: Simulator;
}

const TOGETHER = 20;
const CADENCE = {
  key: 'weekly',
  name: 'Weekly check-in',
  every: 'week',
  day: 4,
  time: '10:00',
  windowDays: 3,
} as const;
const TEAM = 'everybody';

interface Surroundings {
  db: Database;
  size: number;
  clock: Clock;
}

export function largeCompany({ db, size, clock }: Surroundings): Promise<LargeCompany> {
  const ids = Array.from({ length: size }, (_, at) => `U${at}`);
  const conversations = ids.map((id) => `D${id}`);
  return setUp(db, { workspaceId: `T${size}`, botUserId: 'U0BOT', ids, conversations, clock });
}

export async function largeCompanyInSlack({
  db,
  size,
  clock,
  rateLimits,
}: Surroundings & { rateLimits: 'real' | number }): Promise<LargeCompanyInSlack> {
  const names = Array.from({ length: size }, (_, at) => `p${at}`);
  const manifestFile = new URL('../../../manifest/socket-mode.json', import.meta.url);
  let skipped = 0;
  const slack = await startSimulator({
    manifest: JSON.parse(await readFile(manifestFile, 'utf8')),
    clock,
    // Its limits count by this: conversations that were opened over months are opened here in a moment.
    stopwatch: {
      elapsedMilliseconds: () => performance.now() + skipped,
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    workspace: { people: names.map((name) => ({ name, timeZone: 'Europe/Berlin' })) },
    rateLimits,
    seed: `company of ${size}`,
  });
  const ids = names.map((name) => slack.as(name).id);
  const conversations = await openAll(slack, ids, () => {
    skipped += 60_000;
  });
  const { teamId: workspaceId, botUserId } = slack;
  return { ...(await setUp(db, { workspaceId, botUserId, ids, conversations, clock })), slack };
}

async function setUp(db: Database, company: Inserted): Promise<LargeCompany> {
  await insertCompany(db, company);
  // PostgreSQL does so by itself within a minute; a bench that does not wait would measure its first guesses.
  await db.$executeRaw`analyze`;
  const { workspaceId, ids, clock } = company;
  return {
    workspaceId,
    size: ids.length,
    async plan() {
      await db.delivery.deleteMany({ where: { workspaceId } });
      await db.checkIn.deleteMany({ where: { workspaceId } });
      const before = performance.now();
      await planDeliveries(db, { workspaceId, kind: checkInPrompt, now: clock.now() });
      return (performance.now() - before) / 1000;
    },
  };
}

async function openAll(slack: Simulator, ids: string[], passAMinute: () => void): Promise<string[]> {
  const channels: string[] = [];
  for (let at = 0; at < ids.length; at += TOGETHER) {
    if ((at / TOGETHER) % 2 === 0) passAMinute();
    channels.push(...(await Promise.all(ids.slice(at, at + TOGETHER).map((id) => open(slack, id)))));
  }
  passAMinute();
  return channels;
}

async function open({ apiUrl, botToken }: Simulator, users: string): Promise<string> {
  const response = await fetch(`${apiUrl}conversations.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}` },
    body: new URLSearchParams({ users }),
  });
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer && 'channel' in answer && typeof answer.channel === 'object') {
    const { channel } = answer;
    if (channel && 'id' in channel && typeof channel.id === 'string') return channel.id;
  }
  throw new Error(`A conversation could not be opened: ${JSON.stringify(answer)}`);
}

interface Inserted {
  workspaceId: string;
  botUserId: string;
  ids: string[];
  conversations: string[];
  clock: Clock;
}

async function insertCompany(db: Database, company: Inserted): Promise<void> {
  const { workspaceId, botUserId, ids, conversations } = company;
  const now = company.clock.now();
  const longAgo = new Date(now.getTime() - 3_600_000);
  await db.workspace.create({
    data: {
      id: workspaceId,
      name: 'Large company',
      botUserId,
      installedAt: longAgo,
      membersSyncedAt: new Date(now.getTime() + 3_600_000),
      teams: { create: { key: TEAM, name: TEAM, definedAt: longAgo } },
      cadences: { create: { ...CADENCE, startsOn: new Date('2026-01-01'), definedAt: longAgo, watchedAt: longAgo } },
    },
  });
  await db.cadenceTeam.create({ data: { workspaceId, cadenceKey: CADENCE.key, teamKey: TEAM, since: longAgo } });
  await db.member.createMany({
    data: ids.map((id, at) => ({
      workspaceId,
      id,
      kind: 'person' as const,
      name: `Person ${at}`,
      timeZone: 'Europe/Berlin',
      teamKey: TEAM,
      teamSince: longAgo,
      directMessageId: conversations[at] ?? null,
    })),
  });
}
