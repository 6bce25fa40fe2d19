import type { Calendar } from './calendar.ts';
import type { Json, JsonObject } from './json.ts';

export interface Message {
  channelId: string;
  ts: string;
  /** Set on replies. */
  threadTs?: string;
  /** A reply that is also shown in the channel. */
  broadcast?: boolean;
  userId: string;
  /** True when the app's bot wrote it. */
  byBot: boolean;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: JsonObject;
  editedTs?: string;
  /** Ephemeral: only this person sees it, and no Web API method reads it back. */
  visibleTo?: string;
  /** Emoji name to the people who reacted with it, first come first. */
  reactions?: Map<string, Set<string>>;
  /** Files shared with it. */
  fileIds?: string[];
}

interface Shelf {
  /** Oldest first, with replies and ephemerals. */
  all: Message[];
  byTs: Map<string, Message>;
  replies: Map<string, Message[]>;
}

/** What was said, channel by channel. Finding one and reading a page take no longer in a channel with a long past. */
export class Messages {
  readonly #calendar: Calendar;
  readonly #byChannel = new Map<string, Shelf>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  add(message: Omit<Message, 'ts'>): Message {
    const added = { ...message, ts: this.#calendar.nextTs() };
    const empty: Shelf = { all: [], byTs: new Map(), replies: new Map() };
    const shelf = this.#byChannel.get(message.channelId) ?? empty;
    this.#byChannel.set(message.channelId, shelf);
    shelf.all.push(added);
    if (added.visibleTo) return added;
    shelf.byTs.set(added.ts, added);
    if (added.threadTs) shelf.replies.set(added.threadTs, [...this.replies(added.channelId, added.threadTs), added]);
    return added;
  }

  remove(message: Message): void {
    const shelf = this.#byChannel.get(message.channelId);
    if (!shelf) return;
    shelf.byTs.delete(message.ts);
    // A new list, because whoever is reading the old one must not skip its next.
    shelf.all = shelf.all.filter((other) => other !== message);
    if (!message.threadTs) return;
    const rest = this.replies(message.channelId, message.threadTs).filter((other) => other !== message);
    shelf.replies.set(message.threadTs, rest);
  }

  /** Oldest first, with replies and ephemerals. */
  inChannel(channelId: string): Message[] {
    return this.#byChannel.get(channelId)?.all ?? [];
  }

  /** Newest first from that ts on, without ephemerals. */
  *backwards(channelId: string, from = Number.POSITIVE_INFINITY): Generator<Message> {
    const all = this.inChannel(channelId);
    for (let index = lastUpTo(all, from); index >= 0; index -= 1) {
      const message = all[index];
      if (message && !message.visibleTo) yield message;
    }
  }

  /** Never an ephemeral: those cannot be named by ts. */
  find(channelId: string, ts: string): Message | undefined {
    return this.#byChannel.get(channelId)?.byTs.get(ts);
  }

  /** The replies to a message, oldest first. */
  replies(channelId: string, threadTs: string): Message[] {
    return this.#byChannel.get(channelId)?.replies.get(threadTs) ?? [];
  }
}

/** Stamps rise, so the place can be found by halving. */
function lastUpTo(messages: Message[], ts: number): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(messages[middle]?.ts) <= ts) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
