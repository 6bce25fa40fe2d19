/** Numbers from 0 up to 1 that look random and are the same for the same seed, which is what makes a test repeatable. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  // Mulberry32, by Tommy Ettinger, who gave it to the public domain.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
