import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { isTimeZone, type TimeOfDay } from '../../platform/time/local-time.ts';
import { isHolidayRegion, knownHolidayRegions } from '../../platform/time/public-holidays.ts';

// Every message here says what is expected; schema-problems.ts makes the sentence around it.

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const MAX_ROLE_METRICS = 5;

/** A mapping that knows all its keys. For a key it does not know, the message lists those it does. */
function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a mapping with the keys ${keys}`),
  });
}

const words = (max: number) => {
  const expected = `text of 1 to ${max} characters`;
  return z.string(expected).trim().min(1, expected).max(max, expected);
};

const wholeNumber = (what: string, min: number, max: number) => {
  const expected = `${what} from ${min} to ${max}`;
  return z.int(expected).min(min, expected).max(max, expected);
};

const oneOf = <const Words extends readonly string[]>(choices: Words) =>
  z.enum(choices, `one of ${choices.join(', ')}`);

/** The keys that the file names in each section; an entry may point at another. */
export interface NamedKeys {
  teams: string[];
  metrics: string[];
  roles: string[];
}

const keyOf = (noun: string, named: string[]) => z.enum(named, `the key of a ${noun} in this file`);

const listOf = <Item extends z.ZodType>(item: Item, expected: string) =>
  z.array(item, `a list of ${expected}`).min(1, `a list of at least one of ${expected}`);

const PERSON = 'an e-mail address or a Slack user id such as U012ABCDEF';
const person = z
  .string(PERSON)
  .regex(/^([UW][A-Z0-9]+|[^\s@]+@[^\s@]+)$/, PERSON)
  .transform((reference) => (reference.includes('@') ? reference.toLowerCase() : reference));

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

const digest = mapping({
  day: weekday.default(5),
  time: timeOfDay.default('15:00'),
  time_zone: timeZone.default('Etc/UTC'),
  when_no_wins: oneOf(['say_so', 'stay_silent']).default('say_so'),
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

/** Executive sponsors: they see the numbers and wins of everybody. */
export const sponsorsSchema = z.array(person, 'a list of people');

export const metricSchema = mapping({
  name: words(75),
  meaning: words(500),
  unit: words(24),
  direction: oneOf(['higher', 'lower']),
  timing: oneOf(['leading', 'lagging']),
  source: words(75),
});

export const roleSchema = (named: NamedKeys) =>
  mapping({
    name: words(75),
    metrics: listOf(keyOf('metric', named.metrics), 'metrics').max(
      MAX_ROLE_METRICS,
      `at most ${MAX_ROLE_METRICS} metrics`,
    ),
  });

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
export type MetricEntry = z.infer<typeof metricSchema> & { key: string };
export type CompanyHolidayEntry = z.infer<typeof companyHolidaySchema>;
export type RoleEntry = z.infer<ReturnType<typeof roleSchema>> & { key: string };
export type CadenceEntry = z.infer<ReturnType<typeof cadenceSchema>> & { key: string };
export type ReviewEntry = z.infer<ReturnType<typeof reviewSchema>> & { key: string };
