import type { Calendar } from './calendar.ts';
import type { Ids } from './ids.ts';

type GuestKind = 'single-channel' | 'multi-channel';

export interface PersonDescription {
  /** The handle, unique in this little Slack so that tests can call people by it. */
  name: string;
  realName?: string;
  displayName?: string;
  /** IANA name. */
  timeZone: string;
  email?: string;
  guest?: GuestKind;
  bot?: boolean;
  admin?: boolean;
  deactivated?: boolean;
  id?: string;
}

export interface PersonRecord {
  id: string;
  name: string;
  realName: string;
  displayName: string;
  timeZone: string;
  email: string | undefined;
  guest: GuestKind | undefined;
  bot: boolean;
  admin: boolean;
  deactivated: boolean;
  /** Unix seconds of the last change. */
  updated: number;
}

export class People {
  readonly #ids: Ids;
  readonly #calendar: Calendar;
  readonly #byId = new Map<string, PersonRecord>();

  constructor(ids: Ids, calendar: Calendar) {
    this.#ids = ids;
    this.#calendar = calendar;
  }

  add(description: PersonDescription): PersonRecord {
    const { name, id = this.#ids.next('U') } = description;
    if (this.find(name) || this.#byId.has(id)) throw new Error(`There is already a person called ${name} or ${id}`);
    requireTimeZone(description.timeZone);
    const person: PersonRecord = {
      id,
      name,
      realName: description.realName ?? name,
      displayName: description.displayName ?? '',
      timeZone: description.timeZone,
      email: description.email,
      guest: description.guest,
      bot: description.bot ?? false,
      admin: description.admin ?? false,
      deactivated: description.deactivated ?? false,
      updated: this.#calendar.seconds(),
    };
    this.#byId.set(id, person);
    return person;
  }

  update(who: string, changes: Partial<Omit<PersonDescription, 'id' | 'bot'>>): PersonRecord {
    const person = this.get(who);
    if (changes.timeZone) requireTimeZone(changes.timeZone);
    Object.assign(person, changes, { updated: this.#calendar.seconds() });
    return person;
  }

  all(): PersonRecord[] {
    return [...this.#byId.values()];
  }

  findById(id: string): PersonRecord | undefined {
    return this.#byId.get(id);
  }

  /** By id, `@handle`, handle, display name or real name; two people of one real name must be told apart by handle. */
  find(who: string): PersonRecord | undefined {
    const wanted = who.replace(/^@/, '');
    const people = this.all();
    const exact = this.#byId.get(wanted) ?? people.find((person) => person.name === wanted);
    if (exact) return exact;
    const alike = people.filter((person) => person.displayName === wanted || person.realName === wanted);
    return alike.length === 1 ? alike[0] : undefined;
  }

  get(who: string): PersonRecord {
    const person = this.find(who);
    if (!person) {
      const names = this.all().map(({ name }) => name);
      throw new Error(`Nobody here is called ${who}. There are: ${names.join(', ')}`);
    }
    return person;
  }
}

/** What others see as the person's name. */
export function shownName(person: PersonRecord): string {
  return person.displayName || person.realName;
}

function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new Error(`${timeZone} is not an IANA time zone`);
  }
}
