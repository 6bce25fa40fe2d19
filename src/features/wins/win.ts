import type { CalendarDay } from '../../platform/time/calendar-day.ts';

/** A client success story: the client, what changed for them, and everyone who contributed. */
export interface Win {
  id: string;
  client: string;
  whatChanged: string;
  wonOn: CalendarDay;
  /** Who told of it, and then everyone who helped. */
  contributorIds: string[];
}
