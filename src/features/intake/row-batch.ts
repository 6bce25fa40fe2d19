import { z } from 'zod';

export type RowBatch = { ok: true; rows: unknown[]; isPartial: boolean } | { ok: false; problem: string };

/**
 * The rows that a program sends at once, each still as it came: what is wrong with one row is told with that row.
 * `example` is a row as it should look, for those who sent something else altogether.
 */
export function readRowBatch(body: unknown, { most, example }: { most: number; example: string }): RowBatch {
  const shape = `Send an object: {"rows": [${example}], "partial": false}.`;
  const batch = batchSchema(most, shape).safeParse(body);
  if (!batch.success) return { ok: false, problem: batch.error.issues[0]?.message ?? shape };
  return { ok: true, rows: batch.data.rows, isPartial: batch.data.partial };
}

function batchSchema(most: number, shape: string) {
  return z.strictObject(
    {
      rows: z
        .array(z.unknown(), 'Give "rows": a list of rows.')
        .min(1, 'Give at least one row.')
        .max(most, `Give at most ${most} rows at once.`),
      partial: z.boolean('"partial" is true or false.').default(false),
    },
    { error: ({ code }) => (code === 'unrecognized_keys' ? 'Give "rows" and "partial" and nothing else.' : shape) },
  );
}
