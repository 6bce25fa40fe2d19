import type { Ids } from './ids.ts';
import type { Json, JsonObject } from './json.ts';

export interface ScheduledMessage {
  id: string;
  channelId: string;
  /** Unix seconds. */
  postAt: number;
  createdAt: number;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: JsonObject;
  threadTs?: string;
  broadcast?: boolean;
}

/** Messages waiting for their time. */
export class ScheduledMessages {
  readonly #ids: Ids;
  readonly #waiting = new Map<string, ScheduledMessage>();

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  add(message: Omit<ScheduledMessage, 'id'>): ScheduledMessage {
    const added = { ...message, id: this.#ids.next('Q') };
    this.#waiting.set(added.id, added);
    return added;
  }

  find(id: string): ScheduledMessage | undefined {
    return this.#waiting.get(id);
  }

  remove(id: string): void {
    this.#waiting.delete(id);
  }

  /** The next to be posted first. */
  all(): ScheduledMessage[] {
    return [...this.#waiting.values()].sort((a, b) => a.postAt - b.postAt);
  }

  /** Takes out what is due, in order. */
  takeDue(now: number): ScheduledMessage[] {
    if (this.#waiting.size === 0) return [];
    const due = this.all().filter(({ postAt }) => postAt <= now);
    for (const { id } of due) this.#waiting.delete(id);
    return due;
  }
}
