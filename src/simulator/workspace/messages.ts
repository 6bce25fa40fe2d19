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
}

export class Messages {
  readonly #calendar: Calendar;
  readonly #byChannel = new Map<string, Message[]>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  add(message: Omit<Message, 'ts'>): Message {
    const added = { ...message, ts: this.#calendar.nextTs() };
    const messages = this.#byChannel.get(message.channelId);
    if (messages) messages.push(added);
    else this.#byChannel.set(message.channelId, [added]);
    return added;
  }

  remove(message: Message): void {
    const rest = this.inChannel(message.channelId).filter((other) => other !== message);
    this.#byChannel.set(message.channelId, rest);
  }

  /** Oldest first, with replies and ephemerals. */
  inChannel(channelId: string): Message[] {
    return this.#byChannel.get(channelId) ?? [];
  }

  /** Never an ephemeral: those cannot be named by ts. */
  find(channelId: string, ts: string): Message | undefined {
    return this.inChannel(channelId).find((message) => message.ts === ts && !message.visibleTo);
  }

  /** The replies to a message, oldest first. */
  replies(channelId: string, threadTs: string): Message[] {
    return this.inChannel(channelId).filter((message) => message.threadTs === threadTs && !message.visibleTo);
  }
}
