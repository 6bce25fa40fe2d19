import type { Ids } from './ids.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A trigger is good for three seconds and one use. */
const lifetimeMilliseconds = 3000;
/** So long it is known that an old one was one; a demonstration may run for weeks. */
const memoryMilliseconds = 3_600_000;

export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export class Triggers {
  readonly #ids: Ids;
  readonly #stopwatch: Stopwatch;
  readonly #issued = new Map<string, { personId: string; at: number; used: boolean }>();

  constructor(ids: Ids, stopwatch: Stopwatch) {
    this.#ids = ids;
    this.#stopwatch = stopwatch;
  }

  issue(personId: string): string {
    const id = `${this.#ids.nextDigits(13)}.${this.#ids.nextDigits(12)}.${this.#ids.nextHex(32)}`;
    const at = this.#stopwatch.elapsedMilliseconds();
    this.#forgetBefore(at - memoryMilliseconds);
    this.#issued.set(id, { personId, at, used: false });
    return id;
  }

  #forgetBefore(elapsed: number): void {
    for (const [id, { at }] of this.#issued) {
      if (at >= elapsed) return;
      this.#issued.delete(id);
    }
  }

  /** Uses it up and tells whose it was. */
  exchange(id: string): { personId: string } | { refusal: TriggerRefusal } {
    const trigger = this.#issued.get(id);
    if (!trigger) return { refusal: 'invalid_trigger_id' };
    if (trigger.used) return { refusal: 'exchanged_trigger_id' };
    if (this.#stopwatch.elapsedMilliseconds() - trigger.at >= lifetimeMilliseconds) {
      return { refusal: 'expired_trigger_id' };
    }
    trigger.used = true;
    return { personId: trigger.personId };
  }
}
