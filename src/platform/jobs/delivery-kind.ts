import type { PicturedMessage } from '../slack/picture.ts';
import type { Delivery } from '../storage/client/client.ts';
import type { Transaction } from '../storage/database.ts';

/** One message that is owed: to whom, about what, from when on. The three names together are sent at most once. */
export interface PlannedDelivery {
  /** A member (U…, W…), several of them with commas between, or a channel (C…, G…). */
  recipient: string;
  occurrence: string;
  dueAt: Date;
}

/** What a delivery says at the moment it is sent, or why it says nothing. */
export type Composition =
  | { outcome: 'message'; message: PicturedMessage; threadTs?: string }
  | { outcome: 'skip'; reason: string }
  | { outcome: 'wait'; until: Date; reason: string };

/** A reason for the bot to speak first. Features bring these; the planner and the worker know nothing else of them. */
export interface DeliveryKind {
  name: string;
  /** For people at the command line: what it sends, in a few words. */
  describes: string;
  /** For the same: what becomes of it when it comes too late, because we were down or Slack was. */
  lateness: string;
  /** Goes to people who may ask not to be disturbed; what they said is known when it is composed. */
  waitsForPeople?: true;
  /**
   * Names what is owed at `now`. Asked every minute by every copy: naming the same thing again must be harmless, and
   * rows it writes for what it names belong to the transaction it is given.
   */
  plan(transaction: Transaction, workspaceId: string, now: Date): Promise<PlannedDelivery[]>;
  /**
   * Follows each plan: writes down what time alone has decided by `now`, as that somebody was here to plan. A plan made as
   * if it were another moment (`run-job --at`) is not followed by it: that moment has not come.
   */
  recordPassing?(transaction: Transaction, workspaceId: string, now: Date): Promise<void>;
  /** Looks at the world as it is `now`: a message already sent is brought up to date by composing it again. */
  compose(db: Transaction, delivery: Delivery, now: Date): Promise<Composition>;
}
