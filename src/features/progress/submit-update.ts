import type { Database } from '../../platform/storage/database.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { findUnlikelyValues, type Sure, type UnlikelyValue } from '../observations/find-unlikely-values.ts';
import { recordOwnValues } from '../observations/record-own-values.ts';
import type { UpdateAnswer } from './update-form.ts';

export type UpdateSubmitted =
  | { outcome: 'saved'; added: number; corrected: number; unchanged: number }
  | { outcome: 'unlikely'; values: UnlikelyValue[] }
  | { outcome: 'needs-reason'; standing: { metricKey: string; readable: string }[] };

/** Puts the values of the form on record, all or none. */
export async function submitUpdate(
  db: Database,
  { answer, sureOf, ...who }: { workspaceId: string; memberId: string; answer: UpdateAnswer; sureOf: Sure; now: Date },
): Promise<UpdateSubmitted> {
  const values = answer.values.map(({ metric, value }) => ({ metricKey: metric.key, value }));
  const unlikely = await findUnlikelyValues(db, { ...who, values, sureOf });
  if (unlikely.length > 0) return { outcome: 'unlikely', values: unlikely };
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
