import type { JsonObject } from '../workspace/json.ts';
import type { Stopwatch } from '../workspace/stopwatch.ts';
import { type FaultPlan, plannedFault } from './fault-plan.ts';

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

interface SlowNetwork {
  milliseconds: number;
  methods?: string[];
}

/** Troubles to come: single ones, first planned first met, and a share of all calls by a plan with a seed. */
export class Faults {
  readonly #stopwatch: Stopwatch;
  readonly #counts = new Map<string, number>();
  #planned: PlannedFault[] = [];
  #plan: FaultPlan<Fault> | undefined;
  #slow: SlowNetwork | undefined;

  constructor(stopwatch: Stopwatch) {
    this.#stopwatch = stopwatch;
  }

  /** The next call of the method meets it; with `where`, the next call that has those arguments. */
  next(method: string, fault: Fault, where: JsonObject = {}): void {
    this.#planned.push({ method, fault, where });
  }

  /** From now on that share of the calls meets one of the kinds; the same seed makes it the same calls. */
  plan(plan: FaultPlan<Fault>): void {
    if (!(plan.share >= 0 && plan.share <= 1)) throw new Error(`A share is from 0 to 1, not ${plan.share}`);
    if (plan.kinds.length === 0) throw new Error('A plan needs at least one kind of fault');
    this.#plan = plan;
    this.#counts.clear();
  }

  /** Answers come that much later, by the stopwatch; what was asked is done at once all the same. 0 is fast again. */
  slowDown(slow: SlowNetwork): void {
    this.#slow = slow.milliseconds > 0 ? slow : undefined;
  }

  clear(): void {
    this.#planned = [];
    this.#plan = undefined;
    this.#slow = undefined;
  }

  /** Single faults not met yet. */
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
    return met?.fault ?? this.#takeFromPlan(method);
  }

  /** Resolves when an answer has come through the network. */
  travel(method: string): Promise<void> {
    const slow = this.#slow;
    if (!slow || (slow.methods && !slow.methods.includes(method))) return Promise.resolve();
    return new Promise((resolve) => {
      this.#stopwatch.after(slow.milliseconds, resolve);
    });
  }

  #takeFromPlan(method: string): Fault | undefined {
    if (!this.#plan) return undefined;
    const count = this.#counts.get(method) ?? 0;
    this.#counts.set(method, count + 1);
    return plannedFault(this.#plan, method, count);
  }
}
