import type { CalendarDay } from '../platform/time/calendar-day.ts';
import type { Answer } from './answers.ts';

/** A message that Slack took from the bot, as it was when it was posted. */
export interface Post {
  /** A handle, or a channel with its #. */
  to: string;
  ts: string;
  at: Date;
  /** What a notification says, with @handles for ids. */
  text: string;
  threadTs: string | null;
}

/** A message as it reads when the story is over. */
export interface Standing {
  to: string;
  ts: string;
  text: string;
  edited: boolean;
  /** The replies under it, oldest first. */
  thread: string[];
}

/** What somebody said in a check-in, from the moment the form closed on it. */
export interface Said {
  handle: string;
  cadenceName: string;
  day: CalendarDay;
  at: Date;
  answer: Answer;
}

/** Somebody asked for progress and read this. */
interface Look {
  handle: string;
  typed: string;
  reply: string;
}

/** What somebody reads when the story is over: by a command, in a window that it opens, or at Home. */
export interface Reading {
  handle: string;
  /** A command, or `home`. */
  typed: string;
  text: string;
}

/** Everything the expectations are held against. It comes from Slack's side, but for the state of the ledger. */
export interface DemoRecord {
  posts: Post[];
  standing: Standing[];
  /** In the order in which it was said; what is said again replaces what was. */
  said: Said[];
  looks: Look[];
  readings: Reading[];
  /** `answersLost`: posts that Slack took and whose answer never arrived; `searches`: how often the bot read back. */
  restart: { at: Date; interrupted: string; answersLost: number; searches: number } | null;
  ledger: { dead: number; unsettled: number };
  /** What Slack or the service complained about, besides what the story plans. */
  troubles: string[];
}
