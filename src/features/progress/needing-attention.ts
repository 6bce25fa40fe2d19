import { type CalendarDay, plusDays, shortDay } from '../../platform/time/calendar-day.ts';
import { latestSignals } from '../signals/readable-signal.ts';
import { isTrouble } from '../signals/reading.ts';
import type { MemberProgress } from './load-progress.ts';

/** What is older is known by now; each person's own line has it all the same. */
const RECENT_DAYS = 35;
const LATELY_DAYS = 14;
const MOST_OBSTACLES = 3;

/** The one that is told as so many of all who were asked. */
export const ANSWERING = 'Has a check-in to answer';

/** Something that waits for a manager, and the people it is about. Plain words: whoever shows them escapes them. */
export interface Attention {
  what: string;
  /** As `Ana (Thu 26 Nov)`; as many as there are. */
  who: string[];
}

/** What needs a manager's attention among these people, the nearest first; what concerns nobody is not in the list. */
export function needingAttention(members: readonly MemberProgress[], today: CalendarDay): Attention[] {
  const named = (about: (member: MemberProgress) => string | undefined) =>
    members.flatMap((member) => {
      const words = about(member);
      return words === undefined ? [] : [words === '' ? member.person.name : `${member.person.name} (${words})`];
    });
  const recently = plusDays(today, -RECENT_DAYS);
  const lately = plusDays(today, -LATELY_DAYS);
  const all = [
    {
      what: ANSWERING,
      who: named(({ checkIns }) => {
        const open = checkIns?.openOn.at(0);
        return open && `since ${shortDay(open)}`;
      }),
    },
    {
      what: 'Missed a check-in',
      who: named(({ checkIns }) => {
        const missed = checkIns?.missedOn.at(-1);
        return missed && missed >= lately ? shortDay(missed) : undefined;
      }),
    },
    {
      what: 'Worth talking about',
      who: named(({ trends }) => {
        const names = trends
          .filter((reading) =>
            latestSignals(reading, 1).some(
              ({ signal, period }) => signal && isTrouble(reading, signal) && period.to >= recently,
            ),
          )
          .map(({ metric }) => metric.name);
        return names.length > 0 ? names.join(', ') : undefined;
      }),
    },
    {
      what: 'In the way',
      who: named(({ checkIns }) => {
        const said = checkIns?.obstacles.at(-1);
        return said && said.on >= lately ? said.text : undefined;
      }).slice(0, MOST_OBSTACLES),
    },
    { what: 'Plan to be signed', who: named(({ plans }) => (plans.unsigned.length > 0 ? '' : undefined)) },
  ];
  return all.filter(({ who }) => who.length > 0);
}
