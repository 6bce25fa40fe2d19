import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { type Service, startService } from '../app.ts';
import { recordVoiceFile } from '../features/customer-voice/record-voice-file.ts';
import { createSource } from '../features/governance/create-source.ts';
import { syncMembers } from '../features/people/sync-members.ts';
import { refreshQuotingDigests } from '../features/wins/refresh-quoting-digests.ts';
import { applyWorkspaceFile } from '../features/workspaces/apply-workspace-file.ts';
import { createChannelLookup } from '../features/workspaces/create-channel-lookup.ts';
import { endLeases } from '../platform/jobs/ledger/end-leases.ts';
import { readQueue } from '../platform/jobs/ledger/queue.ts';
import { countByStatus } from '../platform/jobs/ledger.ts';
import { createBoltLogger } from '../platform/slack/bolt-logger.ts';
import { callOptions } from '../platform/slack/web-client-options.ts';
import { closeDatabase, openDatabase } from '../platform/storage/database.ts';
import { startEmbeddedPostgres } from '../platform/storage/embedded-postgres.ts';
import type { Clock } from '../platform/time/clock.ts';
import { createVirtualClock, type VirtualClock } from '../simulator/clock/virtual-clock.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { createDemoPage, type DemoPage } from './demo-page.ts';
import type { DemoRecord } from './demo-record.ts';
import { createErrorLog } from './error-log.ts';
import { startLarkfieldSlack } from './larkfield-slack.ts';
import { INSTALLED_AT } from './quarter.ts';
import { chooseDataFolder } from './throwaway-folder.ts';

/** The demo's whole world: a database, a little Slack with the company in it, and the service between them. */
export interface DemoWorld {
  slack: Simulator;
  clock: VirtualClock;
  page: DemoPage;
  /** Moves the clock there and lets the minute's work happen. */
  ringAt(instant: Date): Promise<void>;
  ring(): Promise<void>;
  stopService(): Promise<void>;
  startService(): Promise<void>;
  /** Puts a workspace file in force as the command does; answers what changed, line by line. */
  apply(text: string): Promise<string[]>;
  /** Makes a source, as the command does; answers its token, or an empty text for one that sends files only. */
  addSource(source: { key: string; name: string; sendsFilesOnly: boolean }): Promise<string>;
  /** Imports a survey's file, as the command does; answers what it was read as. */
  importVoices(source: string, csv: string): Promise<string>;
  /** Where programs reach the service. */
  serviceUrl(): string;
  ledger(): Promise<DemoRecord['ledger']>;
  /** Lines the service logged as errors. */
  errors: readonly string[];
  /** Ends everything and leaves nothing behind that was not asked for. */
  end(): Promise<void>;
}

export interface DemoWorldOptions {
  /** Kept; without it a folder that is gone at the end. */
  dataDir?: string;
  /** The simulator's; without it any that is free. */
  port?: number;
  realClock: Clock;
}

const MINUTE_MILLISECONDS = 60_000;
const MOST_SECONDS = 20;

export async function startDemoWorld({ dataDir, port, realClock }: DemoWorldOptions): Promise<DemoWorld> {
  const undo: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = await chooseDataFolder(dataDir);
    undo.push(() => folder.leave());
    const postgres = await startEmbeddedPostgres({ dataDir: folder.path });
    undo.push(() => postgres.stop());
    const clock = createVirtualClock(INSTALLED_AT, realClock);
    const db = openDatabase(postgres.url, { poolSize: 2 });
    undo.push(() => closeDatabase(db));
    let service: Service | undefined;
    const ring = async () => {
      await service?.ring();
      // A conversation takes one message a second: what else is due there goes out in the seconds after.
      for (let more = 0; more < MOST_SECONDS && (await isAnythingDue()); more += 1) {
        clock.moveTo(new Date(clock.now().getTime() + 1000));
        await service?.ring();
      }
    };
    const page = createDemoPage(clock, ring);
    const slack = await startLarkfieldSlack(clock, page.host, port).catch((cause: unknown) => {
      throw port === undefined
        ? cause
        : new Error(`Port ${port} cannot be used; give another one, or none.`, { cause });
    });
    undo.push(() => slack.close());

    const { log, errors } = createErrorLog();
    const start = () =>
      startService({
        connectionString: postgres.url,
        botToken: slack.botToken,
        connection: { mode: 'socket', appToken: slack.appToken },
        slackApiUrl: slack.apiUrl,
        messagesPerSecond: 1000,
        port: 0,
        log,
        clock,
        ringsByItself: false,
      });
    service = await start();
    const stop = async () => {
      await service?.stop();
      service = undefined;
    };
    undo.push(stop);
    const { workspaceId } = service;
    const isAnythingDue = async () => (await readQueue(db, workspaceId, clock.now())).waiting > 0;
    const client = new WebClient(
      slack.botToken,
      callOptions({ slackApiUrl: slack.apiUrl, logger: createBoltLogger(log) }),
    );

    return {
      slack,
      clock,
      page,
      errors,
      end,
      stopService: stop,
      ring,
      async ringAt(instant) {
        clock.moveTo(instant);
        await ring();
      },
      async startService() {
        // The minutes since it stopped have passed for the demo's clock only.
        await endLeases(db);
        service = await start();
      },
      async apply(text) {
        const now = clock.now();
        // As the command does: whoever came this minute may be known to Slack and not yet to us.
        await syncMembers(db, { workspaceId, client, now, freshForMs: MINUTE_MILLISECONDS, wait: (ms) => delay(ms) });
        const findChannel = createChannelLookup(client);
        const applied = await applyWorkspaceFile(db, {
          workspaceId,
          text,
          findChannel,
          now,
          dryRun: false,
        });
        if (applied.outcome === 'refused') throw new Error(applied.problems.map(({ message }) => message).join('; '));
        return applied.outcome === 'unchanged' ? [] : applied.changes.map(({ line }) => line);
      },
      async addSource(source) {
        const created = await createSource(db, {
          ...{ workspaceId, maySend: ['customer_voice'], now: clock.now() },
          ...source,
        });
        if (created.outcome === 'refused') throw new Error(created.problem);
        return created.token ?? '';
      },
      async importVoices(origin, csv) {
        const file = await recordVoiceFile(db, {
          ...{
            workspaceId,
            origin,
            encoding: 'utf-8',
            wishes: {},
            isPartial: false,
            isDryRun: false,
            now: clock.now(),
          },
          bytes: Readable.from([Buffer.from(csv)]),
          refreshQuoting: refreshQuotingDigests,
        });
        if (file.outcome === 'unreadable') throw new Error(file.problem);
        const { isApplied, problems } = file.recorded;
        if (!isApplied) throw new Error(problems.map(({ at, reason }) => `line ${at}: ${reason}`).join('; '));
        return file.readAs;
      },
      serviceUrl: () => `http://127.0.0.1:${service?.port}`,
      async ledger() {
        const { dead = 0, pending = 0, sending = 0, refreshing = 0 } = await countByStatus(db, workspaceId);
        return { dead, unsettled: pending + sending + refreshing };
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
