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
    return added;
  }

  all(): Channel[] {
    return [...this.#byId.values()];
  }

  findById(id: string): Channel | undefined {
    return this.#byId.get(id);
  }

  findByName(name: string): Channel | undefined {
    const wanted = name.replace(/^#/, '');
    return this.all().find((channel) => channel.name !== '' && channel.name === wanted);
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
    return this.all().find(
      (channel) =>
        (channel.kind === 'im' || channel.kind === 'mpim') &&
        channel.members.size === members.length &&
        members.every((member) => channel.members.has(member)),
    );
  }

  openDirect(members: string[], creator: string): { channel: Channel; alreadyOpen: boolean } {
    const existing = this.findDirect(members);
    if (existing) return { channel: existing, alreadyOpen: true };
    const kind = members.length > 2 ? 'mpim' : 'im';
    return { channel: this.add({ kind, name: '', members, creator }), alreadyOpen: false };
  }
}
