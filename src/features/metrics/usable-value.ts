/** Where a value stands with those who answer for it. Kept whatever becomes of it. */
export const VALUE_STATES = [
  /** As it came to us. */
  'reported',
  /** The data owner has confirmed it. */
  'verified',
  /** Somebody brought evidence against it, and the data owner has not answered yet. */
  'challenged',
  /** Another value has taken its place. */
  'corrected',
  /** Taken back. */
  'withdrawn',
] as const;
export type ValueState = (typeof VALUE_STATES)[number];

/** Why a value counts nowhere for now; undefined for one that may be used. What is left out is listed with these words. */
export function whyLeftOut(value: { state: ValueState; needsVerification: boolean }): string | undefined {
  switch (value.state) {
    case 'verified':
      return undefined;
    case 'reported':
      return value.needsVerification ? 'waits for its data owner to verify it' : undefined;
    case 'challenged':
      return 'challenged, and not answered yet';
    case 'corrected':
      return 'corrected by a later value';
    case 'withdrawn':
      return 'withdrawn';
  }
}

export function isUsable(value: { state: ValueState; needsVerification: boolean }): boolean {
  return whyLeftOut(value) === undefined;
}
