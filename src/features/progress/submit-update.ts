import type { Database } from '../../platform/storage/database.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { recordOwnValues } from '../observations/record-own-values.ts';
import type { UpdateAnswer } from './update-form.ts';

export type UpdateSubmitted =
  | { outcome: 'saved'; added: number; corrected: number; unchanged: number }
  | { outcome: 'needs-reason'; standing: { metricKey: string; readable: string }[] };

/** Puts the values of the form on record, all or none. */
export async function submitUpdate(
  db: Database,
  { answer, ...who }: { workspaceId: string; memberId: string; answer: UpdateAnswer; now: Date },
): Promise<UpdateSubmitted> {
  const recorded = await recordOwnValues(db, { ...who, ...answer });
  if (recorded.outcome === 'needs-reason') {
    const standing = recorded.standing.map(({ metricKey, value, ...measure }) => {
      return { metricKey, readable: value === null ? '"No value"' : readableValue(value, measure) };
    });
    return { outcome: 'needs-reason', standing };
  }
  const { added, corrected, unchanged } = recorded;
  return { outcome: 'saved', added: added.length, corrected: corrected.length, unchanged: unchanged.length };
}
