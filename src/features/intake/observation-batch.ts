import { z } from 'zod';
import type { SentRow } from '../observations/observation-row.ts';

/** So many rows in one request; more come in several. */
const MOST_ROWS = 5000;

const batchSchema = z.strictObject(
  {
    rows: z
      .array(z.unknown(), 'Give "rows": a list of rows.')
      .min(1, 'Give at least one row.')
      .max(MOST_ROWS, `Give at most ${MOST_ROWS} rows at once.`),
    partial: z.boolean('"partial" is true or false.').default(false),
  },
  { error: ({ code }) => (code === 'unrecognized_keys' ? 'Give "rows" and "partial" and nothing else.' : BATCH) },
);

const BATCH = 'Send an object: {"rows": [{"metric": …, "member": …, "on": …, "value": …}], "partial": false}.';

const text = z.string().optional();
const FIELDS = { metric: text, member: text, on: text, value: text, key: text, evidence_url: text, note: text };
const rowSchema = z.strictObject({ ...FIELDS, dimensions: z.record(z.string(), z.string()).default({}) });

/** The rows of a batch, each with its index; what is wrong with one row is told with that row. */
export function readObservationBatch(
  body: unknown,
): { ok: true; rows: SentRow[]; isPartial: boolean } | { ok: false; problem: string } {
  const batch = batchSchema.safeParse(body);
  if (!batch.success) return { ok: false, problem: batch.error.issues[0]?.message ?? BATCH };
  return { ok: true, rows: batch.data.rows.map(readRow), isPartial: batch.data.partial };
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
