/** Where a value stands with those who answer for it. Kept whatever becomes of it. */
export const VALUE_STATES = [
  /** As it came to us. */
  'reported',
  /** The data owner has confirmed it. */
  'verified',
  /** The data owner sent it back to whoever reported it. */
  'returned',
  /** Another source says something else of the same period, and the data owner has not decided. */
  'differing',
  /** Somebody brought evidence against it, and the data owner has not answered yet. */
  'challenged',
  /** Another value has taken its place. */
  'corrected',
  /** Taken back. */
  'withdrawn',
] as const;
export type ValueState = (typeof VALUE_STATES)[number];

/** What happened to a value, as far as its state follows from it. */
export interface ValueFacts {
  isWithdrawn: boolean;
  isSuperseded: boolean;
  /** The last that was said of it; null, nothing. */
  verdict: 'verified' | 'returned' | 'set_aside' | null;
  /** Its number is challenged, and the challenge has no answer. */
  isChallenged: boolean;
}

/** What weighs most comes first: a challenged value waits even where it was verified before. */
export function stateOf({ isWithdrawn, isSuperseded, verdict, isChallenged }: ValueFacts): ValueState {
  if (isWithdrawn) return 'withdrawn';
  if (isSuperseded || verdict === 'set_aside') return 'corrected';
  if (isChallenged) return 'challenged';
  return verdict ?? 'reported';
}

/** Why a value counts nowhere for now; undefined for one that may be used. What is left out is listed with these words. */
export function whyLeftOut(value: { state: ValueState; needsVerification: boolean }): string | undefined {
  switch (value.state) {
    case 'verified':
      return undefined;
    case 'reported':
      return value.needsVerification ? 'waits for its data owner to verify it' : undefined;
    case 'returned':
      return 'sent back by its data owner';
    case 'differing':
      return 'two sources differ, and its data owner has not decided';
    case 'challenged':
      return 'challenged, and not answered yet';
    case 'corrected':
      return 'another value stands in its place';
    case 'withdrawn':
      return 'withdrawn';
  }
}

export function isUsable(value: { state: ValueState; needsVerification: boolean }): boolean {
  return whyLeftOut(value) === undefined;
}
