import type { Json } from './json.ts';

/** One thing that went over the wire and what came back, either way. */
export interface TrafficEntry {
  id: number;
  /** The app asked; Slack told the app; or the app used a response_url. */
  kind: 'call' | 'delivery' | 'response';
  /** `chat.postMessage`, `/progress`, `block_actions answer`, `app_home_opened` ... */
  name: string;
  /** By the workspace's calendar. */
  at: Date;
  milliseconds: number;
  ok: boolean;
  /** A word or two: `ok`, an error, how it was acknowledged. */
  outcome: string;
  sent: Json;
  answer: Json;
}

const mostKept = 500;

/** The latest traffic between this Slack and the app, for people to look at. */
export class Traffic {
  #entries: TrafficEntry[] = [];
  #count = 0;

  /** Oldest first. */
  after(id: number): TrafficEntry[] {
    return this.#entries.filter((entry) => entry.id > id);
  }

  note(entry: Omit<TrafficEntry, 'id'>): void {
    this.#count += 1;
    this.#entries.push({ ...entry, id: this.#count });
    if (this.#entries.length > mostKept) this.#entries.shift();
  }
}
