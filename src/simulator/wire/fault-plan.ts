import { createHash } from 'node:crypto';

/** Which calls meet which fault: decided by the seed alone, so that a story of troubles can be told again. */
export interface FaultPlan<Fault> {
  seed: string;
  /** Of all calls, 0 to 1. */
  share: number;
  /** One of these each time. */
  kinds: Fault[];
  /** Only these methods; all when absent. */
  methods?: string[];
}

/** What the call of that number meets, counting the calls of its method from 0. */
export function plannedFault<Fault>(plan: FaultPlan<Fault>, method: string, count: number): Fault | undefined {
  if (plan.methods && !plan.methods.includes(method)) return undefined;
  if (chance(plan.seed, `${method} ${count} whether`) >= plan.share) return undefined;
  return plan.kinds[Math.floor(chance(plan.seed, `${method} ${count} which`) * plan.kinds.length)];
}

/** From 0 to just below 1, always the same for the same words. */
export function chance(seed: string, words: string): number {
  return createHash('sha256').update(`${seed} ${words}`).digest().readUInt32BE(0) / 2 ** 32;
}
