import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';

/** A voice in one line of words, for every surface that shows one among other things. */
export interface VoiceWords {
  client: string | null;
  words: string | null;
  /** As it is read: `9 of 10 (NPS)`. */
  score: string | null;
}

/** `*Northwind*: “They answered within the hour.” 9 of 10 (NPS)`; `length`, of the words at most. */
export function voiceWords({ client, words, score }: VoiceWords, length: number): string {
  const said = words === null ? [] : [`“${cut(escapeMrkdwn(words), length)}”`];
  const who = client === null ? 'A customer' : cut(escapeMrkdwn(client), 150);
  return `*${who}*: ${[...said, ...(score === null ? [] : [score])].join(' ')}`;
}

export function datedVoiceWords(voice: VoiceWords & { on: CalendarDay; source: string }, length: number): string {
  return `${voiceWords(voice, length)} (${voice.source}, ${readableDay(voice.on)})`;
}
