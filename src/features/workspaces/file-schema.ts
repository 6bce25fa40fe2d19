import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { isTimeZone, type TimeOfDay } from '../../platform/time/local-time.ts';

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

const digest = mapping({
  day: weekday.default(5),
  time: timeOfDay.default('15:00'),
  time_zone: timeZone.default('Etc/UTC'),
  when_no_wins: oneOf(['say_so', 'stay_silent']).default('say_so'),
});

export const teamSchema = (named: NamedKeys) =>
  mapping({
    name: words(75),
    manager: person,
    channel: channel.optional(),
    digest: digest.prefault({}),
    members: listOf(
      mapping({ member: person, role: keyOf('role', named.roles), manager: person.optional() }),
      'members',
    ),
  });

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

const cadence = <Day extends z.ZodType<number>>(dayOfPeriod: Day, named: NamedKeys) =>
  mapping({
    name: words(75),
    teams: listOf(keyOf('team', named.teams), 'teams'),
    every: oneOf(['week', 'fortnight', 'month']),
    day: dayOfPeriod,
    time: timeOfDay,
    starts_on: day.optional(),
    reminder_after_days: z
      .union(
        [wholeNumber('a whole number of working days', 1, 20), z.literal('never')],
        'a whole number of working days, or never',
      )
      .default(1)
      .transform((days) => (days === 'never' ? null : days)),
    window_days: wholeNumber('a whole number of working days', 1, 20).default(3),
  });

/** What `day` means depends on `every`; choosing first lets one reading find all that is wrong. */
export function cadenceSchema(named: NamedKeys, raw: unknown) {
  const monthly = typeof raw === 'object' && raw !== null && 'every' in raw && raw.every === 'month';
  return monthly ? cadence(wholeNumber('a day of the month', 1, 31), named) : cadence(weekday, named);
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
export type RoleEntry = z.infer<ReturnType<typeof roleSchema>> & { key: string };
export type CadenceEntry = z.infer<ReturnType<typeof cadenceSchema>> & { key: string };
export type ReviewEntry = z.infer<ReturnType<typeof reviewSchema>> & { key: string };
