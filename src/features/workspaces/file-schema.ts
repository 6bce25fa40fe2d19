import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { isTimeZone, type TimeOfDay } from '../../platform/time/local-time.ts';
import { isHolidayRegion, knownHolidayRegions } from '../../platform/time/public-holidays.ts';
import { keyOf, listOf, mapping, type NamedKeys, oneOf, person, wholeNumber, words } from './expected-values.ts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const CHANNEL = 'a channel name in quotes such as "#customer-support", or a channel id such as C012ABCDEF';
const channel = z.string(CHANNEL).regex(/^(#[^\s#]+|[CG][A-Z0-9]+)$/, CHANNEL);

const TIME = 'a time of day such as "09:30"';
const timeOfDay = z
  .string(TIME)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME)
  .transform((time) => time as TimeOfDay);

const ZONE = 'a time zone such as Europe/Berlin';
const timeZone = z.string(ZONE).refine(isTimeZone, ZONE);

const day = z.iso.date('a day such as 2026-06-30').transform((text) => text as CalendarDay);
const weekday = oneOf(WEEKDAYS).transform((name) => WEEKDAYS.indexOf(name) + 1);

const workingDays = z
  .array(weekday, `a list of ${WEEKDAYS.join(', ')}`)
  .min(1, 'at least one working day')
  .transform((days) => [...new Set(days)].sort());

const REGION = 'a country or one of its states, such as DE or DE-BY';
const region = z.string(REGION).superRefine((name, context) => {
  if (isHolidayRegion(name)) return;
  const states = knownHolidayRegions(name.split('-')[0] ?? '');
  const known = states.length > 0 ? states : knownHolidayRegions();
  context.addIssue({ code: 'custom', message: `${REGION} (known are ${known.join(', ')})`, input: name });
});

/** What a channel may do without in its client-win digest. */
const DIGEST_PARTS = ['initiatives', 'quotes', 'picture'] as const;

const digest = mapping({
  day: weekday.default(5),
  time: timeOfDay.default('15:00'),
  time_zone: timeZone.default('Etc/UTC'),
  when_no_wins: oneOf(['say_so', 'stay_silent']).default('say_so'),
  leaves_out: z
    .array(oneOf(DIGEST_PARTS), `a list of ${DIGEST_PARTS.join(', ')}`)
    .default([])
    .transform((parts) => [...new Set(parts)].sort()),
});

const quietHours = mapping({ from: timeOfDay.default('19:00'), until: timeOfDay.default('07:00') });

export const teamSchema = (named: NamedKeys) =>
  mapping({
    name: words(75),
    manager: person,
    channel: channel.optional(),
    digest: digest.prefault({}),
    working_days: workingDays.default([1, 2, 3, 4, 5]),
    holidays: region.optional(),
    quiet_hours: quietHours.prefault({}),
    members: listOf(
      mapping({
        member: person,
        role: keyOf('role', named.roles),
        manager: person.optional(),
        working_days: workingDays.optional(),
        holidays: region.optional(),
      }),
      'members',
    ),
  });

/** A day off for the whole company, or for those of its people who keep the holidays of a region. */
export const companyHolidaySchema = mapping({ on: day, name: words(75), region: region.optional() });

/** Where and when the lessons of a month are told. */
export const lessonsSchema = mapping({
  channel,
  day: wholeNumber('a day of the month', 1, 31).default(1),
  time: timeOfDay.default('10:00'),
  time_zone: timeZone.default('Etc/UTC'),
});

/** Executive sponsors: they see the numbers and wins of everybody. */
export const sponsorsSchema = z.array(person, 'a list of people');

const cadence = <Day extends z.ZodType<number | null>>(dayOfPeriod: Day, named: NamedKeys) =>
  mapping({
    name: words(75),
    teams: listOf(keyOf('team', named.teams), 'teams'),
    every: oneOf(['week', 'fortnight', 'month', 'quarter']),
    day: dayOfPeriod,
    time: timeOfDay,
    starts_on: day.optional(),
    ends_on: day.optional(),
    paused_until: day.optional(),
    reminder_after_days: z
      .union(
        [wholeNumber('a whole number of working days', 1, 20), z.literal('never')],
        'a whole number of working days, or never',
      )
      .default(1)
      .transform((days) => (days === 'never' ? null : days)),
    reminders: wholeNumber('a whole number', 0, 3).default(1),
    window_days: wholeNumber('a whole number of working days', 1, 20).default(3),
    grace_days: wholeNumber('a whole number of working days', 0, 20).default(2),
  });

const DAY_OF_MONTH = 'a day of the month from 1 to 31, or last_working_day';
const dayOfMonth = z
  .union([wholeNumber('a day of the month', 1, 31), z.literal('last_working_day')], DAY_OF_MONTH)
  .transform((when) => (when === 'last_working_day' ? null : when));

/** What `day` means depends on `every`; choosing first lets one reading find all that is wrong. */
export function cadenceSchema(named: NamedKeys, raw: unknown) {
  const every = typeof raw === 'object' && raw !== null && 'every' in raw ? raw.every : undefined;
  return every === 'month' || every === 'quarter' ? cadence(dayOfMonth, named) : cadence(weekday, named);
}

export const reviewSchema = (named: NamedKeys) =>
  mapping({
    name: words(75),
    review_on: day,
    evidence_from: day,
    digest_days_before: wholeNumber('a whole number of days', 0, 60).default(7),
    teams: listOf(keyOf('team', named.teams), 'teams').default([]),
    members: listOf(person, 'members').default([]),
    dates: z.record(person, day, 'a mapping from people to days').default({}),
  });

export type TeamEntry = z.infer<ReturnType<typeof teamSchema>> & { key: string };
export type LessonsEntry = z.infer<typeof lessonsSchema>;
export type CompanyHolidayEntry = z.infer<typeof companyHolidaySchema>;
export type CadenceEntry = z.infer<ReturnType<typeof cadenceSchema>> & { key: string };
export type ReviewEntry = z.infer<ReturnType<typeof reviewSchema>> & { key: string };
