import { readFileSync } from 'node:fs';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type Service, startService } from '../../src/app.ts';
import { applyWorkspaceFile } from '../../src/features/workspaces/apply-workspace-file.ts';
import type { Database } from '../../src/platform/storage/database.ts';
import type { Person } from '../../src/simulator/person/person.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { freshDatabase } from '../setup/fresh-database.ts';
import { type HandClock, handClock } from './hand-clock.ts';

export interface LittleCompany {
  slack: Simulator;
  service: Service;
  db: Database;
  url: string;
  clock: HandClock;
  /** Moves the clock there and lets the minute's work happen. */
  at(instant: string): Promise<void>;
}

export const workspaceFile = readFileSync(new URL('throughline.yaml', import.meta.url), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('../../manifest/socket-mode.json', import.meta.url), 'utf8'));

/** Opens whatever check-in the person should answer, fills it in and saves it. */
export async function answerCheckIn(person: Person, answer: Parameters<Person['fill']>[0]): Promise<void> {
  await person.command('/checkin');
  await person.waitForModal();
  await person.fill(answer);
  await person.submit();
  await person.waitForNoModal();
}

/** Ana (Berlin) and Bo (New York) in support under Maya, in a workspace with one channel, asked on Thursdays at ten. */
export async function littleCompany(
  start: string,
  {
    over = 'socket',
    administrator,
    also = [],
  }: {
    over?: 'socket' | 'http';
    administrator?: string;
    /** People on no team, whom the file does not name. */
    also?: readonly string[];
  } = {},
): Promise<LittleCompany> {
  const clock = handClock(start);
  const { db, url } = await freshDatabase();
  const slack = await startSimulator({
    manifest,
    clock,
    workspace: {
      people: [
        { name: 'maya', timeZone: 'Europe/London', email: 'maya@example.com' },
        { name: 'ana', timeZone: 'Europe/Berlin', email: 'ana@example.com' },
        { name: 'bo', timeZone: 'America/New_York', email: 'bo@example.com' },
        { name: 'zoe', timeZone: 'Europe/Berlin', email: 'zoe@example.com' },
        ...also.map((name) => ({ name, timeZone: 'Europe/Berlin', email: `${name}@example.com` })),
      ].map((person) => ({ ...person, admin: person.name === administrator })),
    },
  });
  const channelId = slack.addChannel({ name: 'support', members: ['maya', 'ana', 'bo'], botIsMember: true });
  onTestFinished(() => slack.close());
  const service = await startOn({ slack, clock, url }, over);
  if (over === 'http') slack.deliverBySignedHttp({ url: `http://127.0.0.1:${service.port}/slack/events` });
  const applied = await applyWorkspaceFile(db, {
    workspaceId: service.workspaceId,
    text: workspaceFile,
    findChannel: async (name) => (name === 'support' ? channelId : undefined),
    now: clock.now(),
    dryRun: false,
  });
  if (applied.outcome !== 'applied') throw new Error(JSON.stringify(applied));
  return {
    slack,
    service,
    db,
    url,
    clock,
    async at(instant) {
      clock.moveTo(instant);
      await service.ring();
      // Slack takes one message a second in a conversation: what else is due there goes out in the seconds after.
      for (let more = 0; more < 5 && (await isAnythingDue(db, clock.now())); more += 1) {
        clock.moveTo(new Date(clock.now().getTime() + 1000).toISOString());
        await service.ring();
      }
    },
  };
}

async function isAnythingDue(db: Database, now: Date): Promise<boolean> {
  return (await db.delivery.count({ where: { status: 'pending', dueAt: { lte: now } } })) > 0;
}

/** Another process, as far as the database and Slack can tell: it shares nothing else with the first. */
export function startCopy({ slack, clock, url }: LittleCompany): Promise<Service> {
  return startOn({ slack, clock, url });
}

async function startOn(
  { slack, clock, url }: Pick<LittleCompany, 'slack' | 'clock' | 'url'>,
  over: 'socket' | 'http' = 'socket',
): Promise<Service> {
  const service = await startService({
    connectionString: url,
    botToken: slack.botToken,
    connection:
      over === 'socket'
        ? { mode: 'socket', appToken: slack.appToken }
        : { mode: 'http', signingSecret: slack.signingSecret },
    slackApiUrl: slack.apiUrl,
    messagesPerSecond: 10,
    port: 0,
    log: pino({ level: 'silent' }),
    clock,
    ringsByItself: false,
  });
  onTestFinished(async () => {
    await service.stop();
  });
  return service;
}
