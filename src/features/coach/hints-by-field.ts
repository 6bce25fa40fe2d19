import { findHints, type Hint } from './coach.ts';

/** More than so many at once nobody reads. */
const MOST_HINTS = 6;

/**
 * What the coach has to say to each field of a form, by the field's name; fields without hints are left out. The same rule
 * in the same field is told once. `effect` is the field that asks what something caused. For any form in which people
 * write about people.
 */
export function findHintsByField<Field extends string>(
  fields: Partial<Record<Field, string | null>>,
  effect: Field,
  dismissed: ReadonlySet<string>,
): Map<Field, Hint[]> {
  const found = new Map<Field, Hint[]>();
  let left = MOST_HINTS;
  for (const [field, text] of Object.entries(fields) as [Field, string | null][]) {
    const all = findHints(text ?? '', dismissed, field === effect ? 'effect' : 'anything');
    const hints = [...new Map(all.map((hint) => [hint.rule, hint])).values()];
    if (hints.length > 0 && left > 0) found.set(field, hints.slice(0, left));
    left -= hints.length;
  }
  return found;
}
