import { z } from 'zod';
import { WIN_KINDS } from './win-kinds.ts';

// Answers and drafts that were kept before wins had these have none: everybody could read a win then.
const details = {
  kind: z.enum(WIN_KINDS).nullable().default(null),
  evidenceUrl: z.string().nullable().default(null),
  metricKey: z.string().nullable().default(null),
  isShareable: z.boolean().default(true),
  /** What each of them did, as far as it was said. */
  parts: z.array(z.object({ memberId: z.string(), part: z.string() })).default([]),
};

/** A win as somebody tells it. */
export const winTold = z.object({
  client: z.string(),
  whatChanged: z.string(),
  contributorIds: z.array(z.string()),
  ...details,
});

/** The same while it is being typed. */
export const winTyped = z.object({
  client: z.string().nullable(),
  whatChanged: z.string().nullable(),
  contributorIds: z.array(z.string()),
  ...details,
});

const fingerprints = z.record(z.string(), z.string());

/** What the fields of a form stood at when a win was filled in; empty where none stood. */
export const rememberedWin = z.object({ words: fingerprints, parts: fingerprints });

export type RememberedWin = z.infer<typeof rememberedWin>;
export type WinTold = z.infer<typeof winTold>;
export type WinTyped = z.infer<typeof winTyped>;

export function isNothingTyped({
  client,
  whatChanged,
  contributorIds,
  kind,
  evidenceUrl,
  metricKey,
}: WinTyped): boolean {
  return !client && !whatChanged && !kind && !evidenceUrl && !metricKey && contributorIds.length === 0;
}
