import type { RichTextBlockElement } from '@slack/types';
import { cut } from '../../platform/slack/mrkdwn.ts';
import { bold, line, quote } from '../../platform/slack/rich-text.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';

/** A voice among other things, for every surface that shows one. */
export interface VoiceWords {
  client: string | null;
  words: string | null;
  /** As it is read: `9 of 10 (NPS)`. */
  score: string | null;
}

/** Who, and what else there is to say of it, in a line, such as `Northwind, 9 of 10 (NPS)`; below it the words. */
export function voiceElements(
  { client, words, score }: VoiceWords,
  { length, mark, about = [] }: { length: number; mark?: string; about?: readonly string[] },
): RichTextBlockElement[] {
  const facts = [...(score === null ? [] : [score]), ...about].map((fact) => `, ${fact}`);
  const who = bold(cut(client ?? 'A customer', 150));
  const said = words === null ? '' : cut(words, length);
  return [line(...(mark === undefined ? [] : [`${mark} `]), who, ...facts), ...(said === '' ? [] : [quote(said)])];
}

export function datedVoiceElements(
  voice: VoiceWords & { on: CalendarDay; source: string },
  shown: { length: number; mark?: string },
): RichTextBlockElement[] {
  return voiceElements(voice, { ...shown, about: [voice.source, readableDay(voice.on)] });
}
