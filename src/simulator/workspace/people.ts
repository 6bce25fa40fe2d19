import type { Calendar } from './calendar.ts';
import type { Ids } from './ids.ts';
import type { QuietHours } from './quiet-hours.ts';

type GuestKind = 'single-channel' | 'multi-channel';

export interface PersonDescription {
  /** The handle, unique in this little Slack so that tests can call people by it. */
  name: string;
  realName?: string;
  displayName?: string;
  /** What they do, as their profile says it. */
  title?: string;
  /** IANA name. */
  timeZone: string;
  email?: string;
  guest?: GuestKind;
  bot?: boolean;
  admin?: boolean;
  deactivated?: boolean;
  /** Asked to join and not there yet: listed like anybody. */
  invited?: boolean;
  /** Custom profile fields by id, e.g. `Xf01`. */
  fields?: { [id: string]: { value: string; label: string } };
  id?: string;
}

export interface PersonRecord {
  id: string;
  name: string;
  realName: string;
  displayName: string;
  title: string;
  timeZone: string;
  email: string | undefined;
  guest: GuestKind | undefined;
  bot: boolean;
  admin: boolean;
  deactivated: boolean;
  invited: boolean;
  presence: 'active' | 'away';
  status: { text: string; emoji: string };
  quiet: QuietHours;
  /** Custom profile fields by id. */
  fields: { [id: string]: { value: string; label: string } };
  /** Files they could give, by name. */
  disk: Map<string, Buffer>;
  /** Unix seconds of the last change. */
  updated: number;
}

export class People {
  readonly #ids: Ids;
  readonly #calendar: Calendar;
  readonly #byId = new Map<string, PersonRecord>();
  readonly #byName = new Map<string, PersonRecord>();
  readonly #byEmail = new Map<string, PersonRecord>();
  readonly #knownZones = new Set<string>();

  constructor(ids: Ids, calendar: Calendar) {
    this.#ids = ids;
    this.#calendar = calendar;
  }

  add(description: PersonDescription): PersonRecord {
    const { name, id = this.#ids.next('U') } = description;
    if (this.#byName.has(name) || this.#byId.has(id))
      throw new Error(`There is already a person called ${name} or ${id}`);
    this.#requireTimeZone(description.timeZone);
    const person: PersonRecord = {
      id,
      name,
      realName: description.realName ?? name,
      displayName: description.displayName ?? '',
      title: description.title ?? '',
      timeZone: description.timeZone,
      email: description.email,
      guest: description.guest,
      bot: description.bot ?? false,
      admin: description.admin ?? false,
      deactivated: description.deactivated ?? false,
      invited: description.invited ?? false,
      presence: 'active',
      status: { text: '', emoji: '' },
      quiet: {},
      fields: description.fields ?? {},
      disk: new Map(),
      updated: this.#calendar.seconds(),
    };
    this.#byId.set(id, person);
    this.#index(person);
    return person;
  }

  update(who: string, changes: Partial<Omit<PersonDescription, 'id' | 'bot'>>): PersonRecord {
    const person = this.get(who);
    if (changes.timeZone) this.#requireTimeZone(changes.timeZone);
    this.#byName.delete(person.name);
    if (person.email && this.findByEmail(person.email) === person) this.#byEmail.delete(person.email.toLowerCase());
    Object.assign(person, changes, { updated: this.#calendar.seconds() });
    this.#index(person);
    return person;
  }

  #index(person: PersonRecord): void {
    this.#byName.set(person.name, person);
    if (person.email) this.#byEmail.set(person.email.toLowerCase(), person);
  }

  #requireTimeZone(timeZone: string): void {
    if (this.#knownZones.has(timeZone)) return;
    try {
      new Intl.DateTimeFormat('en', { timeZone });
    } catch {
      throw new Error(`${timeZone} is not an IANA time zone`);
    }
    this.#knownZones.add(timeZone);
  }

  all(): PersonRecord[] {
    return [...this.#byId.values()];
  }

  findById(id: string): PersonRecord | undefined {
    return this.#byId.get(id);
  }

  findByEmail(email: string): PersonRecord | undefined {
    return this.#byEmail.get(email.toLowerCase());
  }

  /** By id, `@handle`, handle, display name or real name; two people of one real name must be told apart by handle. */
  find(who: string): PersonRecord | undefined {
    const wanted = who.replace(/^@/, '');
    const exact = this.#byId.get(wanted) ?? this.#byName.get(wanted);
    if (exact) return exact;
    const alike = this.all().filter((person) => person.displayName === wanted || person.realName === wanted);
    return alike.length === 1 ? alike[0] : undefined;
  }

  get(who: string): PersonRecord {
    const person = this.find(who);
    if (!person) {
      const names = this.all().map(({ name }) => name);
      const some = names.length > 50 ? [...names.slice(0, 50), `and ${names.length - 50} more`] : names;
      throw new Error(`Nobody here is called ${who}. There are: ${some.join(', ')}`);
    }
    return person;
  }
}

/** What others see as the person's name. */
export function shownName(person: PersonRecord): string {
  return person.displayName || person.realName;
}
