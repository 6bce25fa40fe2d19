import type { JsonObject } from '../workspace/json.ts';

/** What Slack does to one call instead of answering it properly. */
export type Fault =
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  /** HTTP 500; with `done` the effect took place all the same, which is what makes retrying a post dangerous. */
  | { kind: 'server-error'; effect: 'none' | 'done' }
  /** No answer at all, until the caller gives up. */
  | { kind: 'hang'; effect: 'none' | 'done' }
  /** The connection breaks without an answer. */
  | { kind: 'drop'; effect: 'none' | 'done' }
  | { kind: 'error'; error: string };

interface PlannedFault {
  method: string;
  fault: Fault;
  where: JsonObject;
}

/** Troubles to come, each for one call, first planned first met: a story of failures that is the same in every run. */
export class Faults {
  #planned: PlannedFault[] = [];

  /** The next call of the method meets it; with `where`, the next call that has those arguments. */
  next(method: string, fault: Fault, where: JsonObject = {}): void {
    this.#planned.push({ method, fault, where });
  }

  clear(): void {
    this.#planned = [];
  }

  /** Faults not met yet. */
  get waiting(): number {
    return this.#planned.length;
  }

  take(method: string, args: JsonObject): Fault | undefined {
    const met = this.#planned.find(
      (planned) =>
        planned.method === method &&
        Object.entries(planned.where).every(([name, value]) => String(args[name]) === String(value)),
    );
    this.#planned = this.#planned.filter((planned) => planned !== met);
    return met?.fault;
  }
}
