import type { Calendar } from './calendar.ts';
import type { Ids } from './ids.ts';

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface Channel {
  id: string;
  kind: ChannelKind;
  /** Empty for direct messages. */
  name: string;
  /** Ids of people and of the app's bot user. */
  members: Set<string>;
  archived: boolean;
  creator: string;
  /** Unix seconds. */
  created: number;
}

export class Channels {
  readonly #ids: Ids;
  readonly #calendar: Calendar;
  readonly #byId = new Map<string, Channel>();
  readonly #byName = new Map<string, Channel>();
  /** Direct conversations by exactly who is in them. */
  readonly #direct = new Map<string, Channel>();

  constructor(ids: Ids, calendar: Calendar) {
    this.#ids = ids;
    this.#calendar = calendar;
  }

  add(channel: { kind: ChannelKind; name: string; members: string[]; creator: string; id?: string }): Channel {
    if (channel.name && this.findByName(channel.name)) throw new Error(`There is already a channel #${channel.name}`);
    const prefix = channel.kind === 'im' ? 'D' : 'C';
    const added: Channel = {
      ...channel,
      id: channel.id ?? this.#ids.next(prefix),
      members: new Set(channel.members),
      archived: false,
      created: this.#calendar.seconds(),
    };
    this.#byId.set(added.id, added);
    if (added.name) this.#byName.set(added.name, added);
    else this.#direct.set(keyOf(added.members), added);
    return added;
  }

  all(): Channel[] {
    return [...this.#byId.values()];
  }

  findById(id: string): Channel | undefined {
    return this.#byId.get(id);
  }

  findByName(name: string): Channel | undefined {
    return this.#byName.get(name.replace(/^#/, ''));
  }

  rename(channel: Channel, name: string): void {
    if (this.findByName(name)) throw new Error(`There is already a channel #${name}`);
    this.#byName.delete(channel.name);
    channel.name = name;
    this.#byName.set(name, channel);
  }

  /** By id, `#name` or name. */
  get(which: string): Channel {
    const channel = this.#byId.get(which) ?? this.findByName(which);
    if (!channel) {
      const names = this.all()
        .filter(({ name }) => name)
        .map(({ name }) => `#${name}`);
      throw new Error(`There is no channel ${which}. There are: ${names.join(', ')}`);
    }
    return channel;
  }

  /** The direct conversation of exactly these people. */
  findDirect(members: string[]): Channel | undefined {
    return this.#direct.get(keyOf(members));
  }

  openDirect(members: string[], creator: string): { channel: Channel; alreadyOpen: boolean } {
    const existing = this.findDirect(members);
    if (existing) return { channel: existing, alreadyOpen: true };
    const kind = members.length > 2 ? 'mpim' : 'im';
    return { channel: this.add({ kind, name: '', members, creator }), alreadyOpen: false };
  }
}

function keyOf(members: Iterable<string>): string {
  return [...members].sort().join(' ');
}
