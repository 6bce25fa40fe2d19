import type { SeenFeedback } from './who-reads.ts';

/** Oldest first. What has no day stands at the end of its month, in an order that follows from nothing. */
export function inReadingOrder(seen: readonly SeenFeedback[]): SeenFeedback[] {
  return seen.toSorted((one, other) => placeOf(one).localeCompare(placeOf(other)));
}

function placeOf(seen: SeenFeedback): string {
  if (seen.is === 'hidden') return `${seen.month}-z`;
  return seen.on ?? `${seen.month}-x${seen.id}`;
}
