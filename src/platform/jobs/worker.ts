import type { Logger } from 'pino';
import type { Messenger } from '../slack/messenger.ts';
import type { Delivery } from '../storage/client/client.ts';
import type { Database } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import { createLane, type Lane } from './lane.ts';
import type { SlackMethod } from './ledger/limits.ts';
import type { Pace } from './pace.ts';
import type { Address, SendingOutcome } from './send-delivery.ts';

export interface WorkerOptions {
  db: Database;
  clock: Clock;
  log: Logger;
  kinds: DeliveryKind[];
  /** The workspaces this copy holds a token for. */
  messengers: ReadonlyMap<string, Messenger>;
  findAddress(delivery: Delivery): Promise<Address>;
  /** What must be known about the recipients of a batch before any of it is composed. */
  prepare?(deliveries: Delivery[], now: Date): Promise<void>;
  pace: Pace;
  onSettled?(delivery: Delivery, outcome: SendingOutcome): void;
  onRateLimited?(method: SlackMethod): void;
}

export interface Worker {
  /** Sends until nothing is due that may go now. Resolves when what it took is settled. */
  drain(): Promise<void>;
  /** Sends whenever something is due: at once, whenever it is woken, and every few seconds as a net. */
  start(): void;
  wake(): void;
  /** Takes nothing more and waits for what is in hand. */
  stop(): Promise<void>;
}

/** A lane for each workspace, so that a large one, or one that Slack holds up, costs the others nothing. */
export function createWorker(options: WorkerOptions): Worker {
  const kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
  const { prepare = async () => {}, onSettled = () => {}, onRateLimited = () => {} } = options;
  const lanes: Lane[] = [...options.messengers].map(([workspaceId, messenger]) =>
    createLane({ ...options, workspaceId, messenger, kinds, prepare, onSettled, onRateLimited }),
  );
  const all = async (act: (lane: Lane) => Promise<void>) => void (await Promise.all(lanes.map(act)));
  return {
    drain: () => all((lane) => lane.drain()),
    start() {
      for (const lane of lanes) lane.start();
    },
    wake() {
      for (const lane of lanes) lane.wake();
    },
    stop: () => all((lane) => lane.stop()),
  };
}
