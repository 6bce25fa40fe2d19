import type { PersonRecord } from '../workspace/people.ts';
import { nextQuietStretch } from '../workspace/quiet-hours.ts';
import { tell } from '../workspace/workspace.ts';
import type { LittleSlack } from './little-slack.ts';
import type { Person } from './person.ts';

/** What people set for themselves: when they are not to be disturbed, whether they are there, how they are. */
export function ownSettings(
  { slack, events }: LittleSlack,
  record: PersonRecord,
): Pick<Person, 'setsQuietHours' | 'pausesNotifications' | 'setsPresence' | 'setsStatus'> {
  const toldQuiet = async () => {
    tell(slack, { type: 'quiet-hours-changed', person: record });
    await events.settled();
  };
  return {
    setsQuietHours(daily) {
      const { daily: _before, ...pause } = record.quiet;
      const quiet = daily ? { ...pause, daily } : pause;
      nextQuietStretch(quiet, record.timeZone, slack.calendar.seconds());
      record.quiet = quiet;
      return toldQuiet();
    },
    pausesNotifications(minutes) {
      const now = slack.calendar.seconds();
      record.quiet = { ...record.quiet, pausedFrom: now, pausedUntil: now + minutes * 60 };
      return toldQuiet();
    },
    async setsPresence(presence) {
      record.presence = presence;
      slack.changes.announce();
    },
    async setsStatus(text, emoji = '') {
      record.status = { text, emoji };
      record.updated = slack.calendar.seconds();
      tell(slack, { type: 'person-changed', person: record });
      await events.settled();
    },
  };
}
