import { z } from 'zod';
import { readRowBatch } from '../intake/row-batch.ts';
import type { SentVoice } from './sent-voice.ts';

/** So many rows in one request; more come in several. */
const MOST_ROWS = 1000;

const EXAMPLE = '{"key": …, "client": …, "scale": "nps", "score": 9, "words": …, "on": …}';

const text = z.string().nullish();
const rowSchema = z.strictObject({
  // What is sent again is known by it.
  key: z.string().min(1),
  client: text,
  segment: text,
  source: text,
  scale: text,
  score: text,
  words: text,
  may_quote: z.union([z.boolean(), z.string()]).nullish(),
  on: text,
  members: z.union([z.array(z.string()), z.string()]).nullish(),
  metric: text,
});

/** The rows of a batch, each with its index; what is wrong with one row is told with that row. */
export function readVoiceBatch(
  body: unknown,
): { ok: true; rows: SentVoice[]; isPartial: boolean } | { ok: false; problem: string } {
  const batch = readRowBatch(body, { most: MOST_ROWS, example: EXAMPLE });
  return batch.ok ? { ...batch, rows: batch.rows.map(readRow) } : batch;
}

function readRow(sent: unknown, at: number): SentVoice {
  const row = rowSchema.safeParse(sent);
  if (!row.success) return { at, problem: problemOf(row.error) };
  const { may_quote: mayQuote, members, ...texts } = row.data;
  const given = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? undefined]));
  return {
    at,
    ...given,
    may_quote: mayQuote === undefined || mayQuote === null ? undefined : String(mayQuote),
    members: Array.isArray(members) ? members.join(' ') : (members ?? undefined),
  };
}

function problemOf({ issues: [issue] }: z.ZodError): string {
  const field = issue?.path.join('.');
  if (field === 'key')
    return '"key" is missing: your own name for the answer, by which it is known when it comes again.';
  if (field) return `"${field}" cannot be read. Send text; "members" may be a list of it, "may_quote" true or false.`;
  return `A row is an object with some of these and no others: ${Object.keys(rowSchema.shape).join(', ')}.`;
}
