import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import type { SlackStatus } from './slack-user.ts';

const EMOJI = new Set([':palm_tree:', ':desert_island:', ':beach_with_umbrella:']);
/** In the languages we know; `vacationing` is what Slack offers by itself. */
const WORDS =
  /\b(?:vacation|vacationing|holidays?|out of (?:the )?office|ooo|on leave|urlaub|ferien|vacances|vacaciones)\b/i;

/** Whether a Slack status says that somebody is away, not merely busy or working elsewhere. */
export function saysAway({ text, emoji }: SlackStatus): boolean {
  return EMOJI.has(emoji) || WORDS.test(text);
}

/** The last day that it holds for: today, where it has no end and is read again tomorrow. */
export function awayUntil({ endsAt }: SlackStatus, timeZone: string, now: Date): CalendarDay {
  // One that ends at midnight does not hold for the day that begins then.
  return dayOf(endsAt && endsAt > now ? new Date(endsAt.getTime() - 1) : now, timeZone);
}
