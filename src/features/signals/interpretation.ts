import type { CalendarDay } from '../../platform/time/calendar-day.ts';

/** What lay behind a number, and the words for it. */
export const CONTEXTS = {
  resources: 'resources',
  competing_priorities: 'competing priorities',
  market: 'the market',
  other: 'something else',
} as const;
export type Context = keyof typeof CONTEXTS;

/** What a member says one of their numbers means. Never changed: a later one joins the earlier ones. */
export interface Interpretation {
  memberId: string;
  metricKey: string;
  /** The day that the value is about; its period is what they speak of. */
  periodOn: CalendarDay;
  meaning: string;
  context: Context;
  recordedAt: Date;
}
