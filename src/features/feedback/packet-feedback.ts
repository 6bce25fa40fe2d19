import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { BEHAVIOURS } from './behaviour.ts';
import type { SeenFeedback } from './who-reads.ts';

const day = z.string().transform((text) => text as CalendarDay);

const seenWords = z.object({
  is: z.literal('words'),
  id: z.string(),
  subjectId: z.string(),
  authorId: z.string().nullable(),
  visibility: z.enum(['shared', 'manager_only', 'anonymous']),
  // Packets that were frozen before the manager read this have none.
  because: z.string().nullable().default(null),
  on: day.nullable(),
  month: z.string(),
  words: z.object({
    kind: z.enum(['strength', 'gap']),
    situation: z.string().nullable(),
    behaviours: z.array(z.enum(BEHAVIOURS)),
    observed: z.string(),
    effect: z.string(),
    nextStep: z.string().nullable(),
    nextStepOn: day.nullable(),
  }),
  messageLink: z.string().nullable(),
  isEdited: z.boolean(),
  isStepDone: z.boolean(),
});

const hiddenFeedback = z.object({
  is: z.literal('hidden'),
  subjectId: z.string(),
  month: z.string(),
  because: z.string(),
});

const seenFeedback = z.discriminatedUnion('is', [seenWords, hiddenFeedback]);

/** One piece of feedback in a frozen packet, as each side reads it. */
export const packetFeedback = z.object({ member: seenFeedback, manager: seenFeedback });

export type PacketFeedback = z.infer<typeof packetFeedback>;

/** As the person reads it, where nobody else does. */
export function asOwn(seen: SeenFeedback): PacketFeedback {
  return { member: seen, manager: seen };
}
