import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { Composition, DeliveryKind } from '../../../src/platform/jobs/delivery-kind.ts';
import { type Claim, type Claimed, claim } from '../../../src/platform/jobs/ledger/claim.ts';
import { insertPlanned } from '../../../src/platform/jobs/ledger.ts';
import { createWorker, type Worker, type WorkerOptions } from '../../../src/platform/jobs/worker.ts';
import type { Messenger } from '../../../src/platform/slack/messenger.ts';
import type { Delivery } from '../../../src/platform/storage/client/client.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { type HandClock, handClock } from '../../journeys/hand-clock.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

/** A Slack that takes whatever it is given and remembers it; a test replaces what it wants to fail. */
export interface FakeSlack extends Messenger {
  posted: { channel: string; key: string; text: string }[];
  updated: { channel: string; text: string }[];
}

export function fakeSlack(): FakeSlack {
  const posted: FakeSlack['posted'] = [];
  const updated: FakeSlack['updated'] = [];
  return {
    posted,
    updated,
    openDirectMessage: async (userId) => ({ ok: true, channel: `D${userId}` }),
    async post({ channel, key, text }) {
      posted.push({ channel, key, text });
      return { ok: true, channel, ts: `${posted.length}.000000` };
    },
    async update({ channel, ts, text }) {
      updated.push({ channel, text });
      return { ok: true, channel, ts };
    },
    async findByKey({ key }) {
      const at = posted.findIndex((one) => one.key === key);
      return at === -1 ? { found: false } : { found: true, ts: `${at + 1}.000000` };
    },
  };
}

export interface SmallWorld {
  db: Database;
  url: string;
  clock: HandClock;
  slack: FakeSlack;
  /** Notes to these, due now. */
  owe(recipients: string[], options?: { occurrence?: string; workspaceId?: string }): Promise<void>;
  claim(options?: Partial<Claim>): Promise<Claimed>;
  worker(options?: Partial<WorkerOptions>): Worker;
  all(): Promise<Delivery[]>;
  /** Lets that many seconds pass, for the clock that is an argument. */
  pass(seconds: number): void;
}

export const HERE = 'T1';
export const ELSEWHERE = 'T2';

export function note(compose: (delivery: Delivery) => Promise<Composition> | Composition): DeliveryKind {
  return {
    name: 'note',
    describes: 'a note',
    lateness: 'sent',
    plan: async () => [],
    compose: async (_db, delivery) => compose(delivery),
  };
}

export const hello = note(() => ({ outcome: 'message', message: { text: 'Hello', blocks: [] } }));

/** A database with two workspaces, a Slack of the test's own, and a clock that stands still. */
export async function smallWorld(): Promise<SmallWorld> {
  const { db, url } = await freshDatabase();
  const clock = handClock('2026-03-26T09:00:00Z');
  const slack = fakeSlack();
  for (const id of [HERE, ELSEWHERE]) {
    await db.workspace.create({ data: { id, name: id, botUserId: 'U0', installedAt: clock.now() } });
  }
  return {
    db,
    url,
    clock,
    slack,
    async owe(recipients, { occurrence = 'today', workspaceId = HERE } = {}) {
      const planned = recipients.map((recipient) => ({ recipient, occurrence, dueAt: clock.now() }));
      await insertPlanned(db, workspaceId, 'note', planned, clock.now());
    },
    claim: (options) =>
      claim(db, {
        workspaceId: HERE,
        kinds: ['note'],
        now: clock.now(),
        limit: 100,
        pace: { perSecond: 100 },
        ...options,
      }),
    worker(options) {
      const worker = createWorker({
        db,
        clock,
        log: pino({ level: 'silent' }),
        kinds: [hello],
        messengers: new Map([[HERE, slack]]),
        findAddress: async ({ recipient }) => ({ ok: true, channel: recipient }),
        pace: { perSecond: 100 },
        ...options,
      });
      onTestFinished(() => worker.stop());
      return worker;
    },
    all: () => db.delivery.findMany({ orderBy: { recipient: 'asc' } }),
    pass(seconds) {
      clock.moveTo(new Date(clock.now().getTime() + seconds * 1000).toISOString());
    },
  };
}

export function channels(count: number, prefix = 'C'): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(4, '0')}`);
}
