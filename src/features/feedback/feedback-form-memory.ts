import { z } from 'zod';
import type { Concerned } from './visibility-choice.ts';

/** What a form for feedback is about, as Slack keeps it while the form is open. */
export const feedbackFormMemory = z.object({
  subjectId: z.string(),
  feedbackId: z.string().nullable(),
  requestId: z.string().nullable(),
  messageLink: z.string().nullable(),
  /** The coach has spoken: what is submitted now is saved as it is. */
  isCoached: z.boolean(),
  /** Whom the form named as the subject's manager, null nobody; absent before it named anyone. */
  managerId: z.string().nullable().optional(),
});

export type FeedbackFormMemory = z.infer<typeof feedbackFormMemory>;

/** Whether those whom the form named as readers are still those who would read it. */
export function isSameManager({ managerId }: FeedbackFormMemory, { manager }: Concerned): boolean {
  return managerId === (manager?.id ?? null);
}
