import type { Calendar } from './calendar.ts';
import type { Ids } from './ids.ts';

export interface UserGroup {
  id: string;
  /** `@handle` without the sign. */
  handle: string;
  name: string;
  members: string[];
  disabled: boolean;
  created: number;
  updated: number;
}

export class UserGroups {
  readonly #ids: Ids;
  readonly #calendar: Calendar;
  readonly #byId = new Map<string, UserGroup>();

  constructor(ids: Ids, calendar: Calendar) {
    this.#ids = ids;
    this.#calendar = calendar;
  }

  add(group: { handle: string; name: string; members: string[] }): UserGroup {
    const now = this.#calendar.seconds();
    const added = { ...group, id: this.#ids.next('S'), disabled: false, created: now, updated: now };
    this.#byId.set(added.id, added);
    return added;
  }

  update(which: string, changes: { members?: string[]; disabled?: boolean }): UserGroup {
    const group = this.get(which);
    Object.assign(group, changes, { updated: this.#calendar.seconds() });
    return group;
  }

  all(): UserGroup[] {
    return [...this.#byId.values()];
  }

  findById(id: string): UserGroup | undefined {
    return this.#byId.get(id);
  }

  /** By id, `@handle` or handle. */
  get(which: string): UserGroup {
    const handle = which.replace(/^@/, '');
    const group = this.#byId.get(which) ?? this.all().find((other) => other.handle === handle);
    if (!group) throw new Error(`There is no user group ${which}`);
    return group;
  }
}
