import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { readableScore } from './score.ts';
import { sourceNames, type Voice } from './voice.ts';

/** What a customer said, as a frozen packet keeps it: in words that need no table of ours to be read. */
export const packetVoice = z.object({
  on: z.string().transform((text) => text as CalendarDay),
  client: z.string().nullable(),
  words: z.string().nullable(),
  score: z.string().nullable(),
  source: z.string(),
  mayQuote: z.boolean(),
});

export type PacketVoice = z.infer<typeof packetVoice>;

export function packetVoiceOf({ saidOn: on, client, words, score, source, mayQuote }: Voice): PacketVoice {
  return { on, client, words, score: score && readableScore(score), source: sourceNames[source], mayQuote };
}
