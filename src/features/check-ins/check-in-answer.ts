import { z } from 'zod';
import { winTold } from '../wins/win-told.ts';

/** What somebody says in a check-in. Kept as it was submitted, one version after the other. */
export const checkInAnswer = z.object({
  /** Null is "no value this time". */
  values: z.array(z.object({ metricKey: z.string(), value: z.string().nullable() })),
  win: winTold.nullable(),
  obstacle: z.string().nullable(),
});

export type CheckInAnswer = z.infer<typeof checkInAnswer>;
