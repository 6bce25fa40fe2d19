import { createRequire } from 'node:module';
import type HolidaysOfPlace from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { type CalendarDay, plusDays } from './calendar-day.ts';

/** A country, or one of its states, as the people who live there keep its public holidays: `DE`, `DE-BY`. */
export type HolidayRegion = string;

/** The name of the public holiday that `day` is there, in English; undefined on any other day. */
export function publicHoliday(region: HolidayRegion, day: CalendarDay): string | undefined {
  return holidaysOf(region, Number(day.slice(0, 4))).get(day);
}

/** The countries we know the holidays of, or the states of one: `DE-BB`, `DE-BE`, … */
export function knownHolidayRegions(country?: string): HolidayRegion[] {
  const known = new (library())();
  if (country === undefined) return Object.keys(known.getCountries());
  return Object.keys(known.getStates(country) ?? {}).map((state) => `${country}-${state.toUpperCase()}`);
}

export function isHolidayRegion(region: HolidayRegion): boolean {
  const [country = '', state] = region.split('-');
  return state === undefined ? knownHolidayRegions().includes(country) : knownHolidayRegions(country).includes(region);
}

type Holidays = ReadonlyMap<CalendarDay, string>;

// They are laws, not state: worked out once for each region and year, which takes some 20 ms.
const found = new Map<string, Holidays>();

function holidaysOf(region: HolidayRegion, year: number): Holidays {
  const key = `${region} ${year}`;
  const holidays = found.get(key) ?? workOut(region, year);
  found.set(key, holidays);
  return holidays;
}

function workOut(region: HolidayRegion, year: number): Holidays {
  const [country = '', state = ''] = region.split('-');
  const place = new (library())(country, state, '', { types: ['public'], languages: ['en'] });
  const days = [year - 1, year].flatMap((each) => place.getHolidays(each, 'en').flatMap(namedDays));
  // Of two holidays on one day, the first that is listed names it.
  return new Map(days.reverse());
}

const HOUR = 3_600_000;

/** Some last for days, and some begin on the evening before: the days whose noon they hold are off. */
function namedDays({ date, start, end, name }: HolidaysTypes.Holiday): [CalendarDay, string][] {
  const beginsOn = date.slice(0, 10) as CalendarDay;
  const hour = Number(date.slice(11, 13));
  const hours = (end.getTime() - start.getTime()) / HOUR;
  const first = hour <= 12 ? 0 : 1;
  const count = Math.floor((hour + hours - 12 - first * 24) / 24) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => [plusDays(beginsOn, first + index), name]);
}

/** Loaded when the first region is asked about: it costs 0.1 s and 30 MB, and many will never name one. */
function library(): typeof HolidaysOfPlace {
  return createRequire(import.meta.url)('date-holidays');
}
