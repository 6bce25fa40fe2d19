import { readFileSync } from 'node:fs';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type Service, startService } from '../../src/app.ts';
import type { Database } from '../../src/platform/storage/database.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { freshDatabase } from '../setup/fresh-database.ts';

/** A clock that stands still until it is told otherwise. */
export interface HandClock {
  now(): Date;
  moveTo(instant: string): void;
}

export interface LittleCompany {
  slack: Simulator;
  service: Service;
  db: Database;
  clock: HandClock;
  /** Moves the clock there and lets the minute's work happen. */
  at(instant: string): Promise<void>;
}

const manifest = JSON.parse(readFileSync(new URL('../../manifest/socket-mode.json', import.meta.url), 'utf8'));

export function handClock(start: string): HandClock {
  let now = new Date(start);
  return {
    now: () => now,
    moveTo: (instant) => {
      now = new Date(instant);
    },
  };
}

/** Ana (Berlin) and Bo (New York) in support under Maya, in a workspace with one channel, asked on Thursdays at ten. */
export async function littleCompany(start: string): Promise<LittleCompany> {
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
      ],
      channels: [{ name: 'support', members: ['maya', 'ana', 'bo'], botIsMember: true }],
    },
  });
  onTestFinished(() => slack.close());
  const service = await startService({
    connectionString: url,
    botToken: slack.botToken,
    connection: { mode: 'socket', appToken: slack.appToken },
    slackApiUrl: slack.apiUrl,
    port: 0,
    log: pino({ level: process.env['LOG'] ?? 'silent' }),
    clock,
    ringsByItself: false,
  });
  onTestFinished(async () => {
    await service.stop();
  });
  return {
    slack,
    service,
    db,
    clock,
    async at(instant) {
      clock.moveTo(instant);
      await service.ring();
    },
  };
}
