import type { CalendarDay } from '../platform/time/calendar-day.ts';

/** What a message of the bot is, told from its words alone, as a reader would. */
export type MessageKind =
  | { kind: 'prompt' | 'reminder'; cadenceName: string; day: CalendarDay }
  | { kind: 'win-digest' | 'stories' | 'other' }
  | { kind: 'review'; whose: string };

const PROMPT = /^(.+), (\w{3} \d+ \w{3} \d{4}): how is it going\?/;
const REMINDER = /^A reminder, the only one: your (.+) of (\w{3} \d+ \w{3} \d{4}) is still open\./;
const REVIEW = /^The evidence for (?:your review|the review of @(\w+)) on /;

export function kindOf({ text, to }: { text: string; to: string }): MessageKind {
  const asked = PROMPT.exec(text) ?? undefined;
  if (asked) return { kind: 'prompt', cadenceName: asked[1] ?? '', day: dayFromWords(asked[2] ?? '') };
  const reminded = REMINDER.exec(text) ?? undefined;
  if (reminded) return { kind: 'reminder', cadenceName: reminded[1] ?? '', day: dayFromWords(reminded[2] ?? '') };
  const review = REVIEW.exec(text);
  if (review) return { kind: 'review', whose: review[1] ?? to };
  if (/^(Client wins: |No client wins were recorded for )/.test(text)) return { kind: 'win-digest' };
  return { kind: text.startsWith('The stories behind ') ? 'stories' : 'other' };
}

/** `Thu 8 Jan 2026` as the calendar has it. */
function dayFromWords(words: string): CalendarDay {
  return new Date(`${words.slice(4)} UTC`).toISOString().slice(0, 10) as CalendarDay;
}
