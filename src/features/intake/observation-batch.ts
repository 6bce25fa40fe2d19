import { z } from 'zod';
import type { SentRow } from '../observations/observation-row.ts';
import { readRowBatch } from './row-batch.ts';

/** So many rows in one request; more come in several. */
const MOST_ROWS = 5000;

const EXAMPLE = '{"metric": …, "member": …, "on": …, "value": …}';

const text = z.string().optional();
const FIELDS = { metric: text, member: text, on: text, value: text, key: text, evidence_url: text, note: text };
const rowSchema = z.strictObject({ ...FIELDS, dimensions: z.record(z.string(), z.string()).default({}) });

/** The rows of a batch, each with its index; what is wrong with one row is told with that row. */
export function readObservationBatch(
  body: unknown,
): { ok: true; rows: SentRow[]; isPartial: boolean } | { ok: false; problem: string } {
  const batch = readRowBatch(body, { most: MOST_ROWS, example: EXAMPLE });
  return batch.ok ? { ...batch, rows: batch.rows.map(readRow) } : batch;
}

function readRow(sent: unknown, at: number): SentRow {
  const row = rowSchema.safeParse(sent);
  if (row.success) return { at, ...row.data };
  const [issue] = row.error.issues;
  const field = issue?.path.join('.');
  const known = [...Object.keys(FIELDS), 'dimensions'].join(', ');
  const problem = field
    ? `"${field}" is to be text${field.startsWith('dimensions') ? ' under each name' : ''}.`
    : `A row is an object with some of these and no others: ${known}.`;
  return { at, dimensions: {}, problem };
}
