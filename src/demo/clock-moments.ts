import { localInstant } from '../platform/time/local-time.ts';
import type { Moment } from './moment.ts';
import { thursdayOf } from './quarter.ts';
import { onTheWall } from './spoken-time.ts';

const CHANGES = [
  { week: 10, day: 'Sunday 8 March', timeZone: 'America/New_York', where: 'New York' },
  { week: 13, day: 'Sunday 29 March', timeZone: 'Europe/Berlin', where: 'Berlin and London' },
];

/** Clocks go forward on one side of the Atlantic, and three weeks later on the other. */
export function clockMoments(): Moment[] {
  return CHANGES.map(({ week, day, timeZone, where }) => {
    const promptAt = localInstant(thursdayOf(week), '10:00', timeZone);
    const before = onTheWall(localInstant(thursdayOf(week - 1), '10:00', timeZone), 'UTC').time;
    const after = onTheWall(promptAt, 'UTC').time;
    return {
      // Just behind the ring itself.
      at: new Date(promptAt.getTime() + 1000),
      async play({ narrator }) {
        const text = `Clocks went forward on ${day}. Ten in ${where} was ${before} UTC last week and is ${after} UTC now; people are asked at ten.`;
        narrator.tell(promptAt, timeZone, text);
      },
    };
  });
}
