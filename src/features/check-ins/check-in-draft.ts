import { z } from 'zod';

/** What stood in the fields of a form that was closed, as it was typed, right or wrong. */
export const checkInDraft = z.object({
  values: z.array(z.object({ metricKey: z.string(), typed: z.string().nullable() })),
  client: z.string().nullable(),
  whatChanged: z.string().nullable(),
  contributorIds: z.array(z.string()),
  obstacle: z.string().nullable(),
});

export type CheckInDraft = z.infer<typeof checkInDraft>;

/** Nothing is in it that somebody could miss. */
export function isEmptyDraft({ values, client, whatChanged, contributorIds, obstacle }: CheckInDraft): boolean {
  const texts = [...values.map(({ typed }) => typed), client, whatChanged, obstacle];
  return contributorIds.length === 0 && texts.every((text) => text === null);
}
