import type { Button } from '@slack/types';
import type { Transaction } from '../storage/database.ts';
import type { CalendarDay } from '../time/calendar-day.ts';

/** Something that waits for one person. Each feature tells of its own; App Home shows all of them in one list. */
export interface ThingToDo {
  /** A sentence in mrkdwn, escaped. */
  words: string;
  /** The day by which it should be done: the earliest comes first, what has none comes last. */
  dueOn: CalendarDay | null;
  /** What does it, or opens what does. */
  button: Button;
}

/** How a feature is asked for what waits for somebody now; home/load-things-to-do.ts lists all that are. */
export type FindThingsToDo = (
  db: Transaction,
  whose: { workspaceId: string; memberId: string; now: Date },
) => Promise<ThingToDo[]>;
