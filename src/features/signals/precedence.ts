import { add, type Covariation, correlation, none, rankCovariation } from './rank-correlation.ts';
import { seededNumbers } from './seeded-numbers.ts';

/** A leading metric and an outcome as one member or team had them: a place for each period, undefined where one is missing. */
export interface UnitSeries {
  leading: readonly (number | undefined)[];
  outcome: readonly (number | undefined)[];
}

export interface Question {
  leadingKey: string;
  outcomeKey: string;
  units: readonly UnitSeries[];
}

export interface Answer {
  leadingKey: string;
  outcomeKey: string;
  /** How many members or teams had enough periods. */
  units: number;
  finding:
    | { outcome: 'too-little' }
    | { outcome: 'nothing-seen' }
    /** The outcome tends to move `lag` periods later, the same way (1) or the other way (-1). A tendency, not a proof. */
    | { outcome: 'tends-to-precede'; lag: number; way: 1 | -1; correlation: number; chance: number };
}

/** How far back it is read. */
export const YEARS = 3;
/** More people tell hardly more and take long: of each pair, those with the most values stand for all. */
export const MOST_PEOPLE = 60;
export const FEWEST_PERIODS = 8;
const MOST_PERIODS = 52;
const LAGS = [1, 2, 3];
const SHUFFLES = 1999;
const SEED = 20_260_401;
/** How likely at most, over all pairs together, one finding is that chance alone made. */
const CHANCE_ALLOWED = 0.05;

/**
 * Which leading metrics tend to move before which outcomes. Ranks are taken within each member or team, so that no
 * difference between people can pass for a relation in time. Chance is told by turning each leading series round in a
 * circle by as many periods as a seeded lot says: unlike a shuffle that keeps neighbouring periods alike, as they are in
 * real series. The best of the lags is compared with the best of the lags, and Holm's method corrects for the number of
 * pairs: it holds the chance of even one false finding, which is what people will remember, and the pairs are few.
 */
export function whatPrecedes(questions: readonly Question[]): Answer[] {
  const random = seededNumbers(SEED);
  const tested = questions.map(({ leadingKey, outcomeKey, units }) => {
    const usable = units.map(lastPeriods).filter((unit) => overlap(unit, 1) >= FEWEST_PERIODS);
    return { leadingKey, outcomeKey, units: usable.length, ...test(usable, random) };
  });
  const chances = holm(tested.map(({ chance }) => chance));
  return tested.map(({ leadingKey, outcomeKey, units, best, chance }, at) => {
    const corrected = chances[at] ?? 1;
    if (chance === undefined) return { leadingKey, outcomeKey, units, finding: { outcome: 'too-little' } };
    if (corrected > CHANCE_ALLOWED) return { leadingKey, outcomeKey, units, finding: { outcome: 'nothing-seen' } };
    const way = best.correlation < 0 ? -1 : 1;
    const finding = { outcome: 'tends-to-precede', ...best, way, chance: corrected } as const;
    return { leadingKey, outcomeKey, units, finding };
  });
}

/**
 * Each chance made larger for being one of many; those that were not tested stay undefined and do not count as pairs.
 */
export function holm(chances: readonly (number | undefined)[]): (number | undefined)[] {
  const order = chances.flatMap((chance, at) => (chance === undefined ? [] : [{ chance, at }]));
  order.sort((a, b) => a.chance - b.chance);
  const corrected = new Array<number | undefined>(chances.length).fill(undefined);
  let largest = 0;
  for (const [rank, { chance, at }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, chance * (order.length - rank)));
    corrected[at] = largest;
  }
  return corrected;
}

interface Best {
  lag: number;
  correlation: number;
}

interface Tested {
  best: Best;
  /** Undefined where there is too little to tell. */
  chance: number | undefined;
}

function test(units: UnitSeries[], random: () => number): Tested {
  // A turn of each series, and what it makes of each lag, is worked out once however often the lot names it.
  const turns = units.map((unit) => unit.leading.map((_, by) => LAGS.map((lag) => covariation(unit, lag, by))));
  const best = bestOf(turns.map((ofUnit) => ofUnit[0] ?? []));
  // So few different turns could not tell anything from chance, whatever they show.
  const possible = turns.reduce((product, { length }) => product * length, 1);
  if (units.length === 0 || possible < 1 / CHANCE_ALLOWED) return { best, chance: undefined };
  let asStrong = 0;
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle += 1) {
    const turned = bestOf(turns.map((ofUnit) => ofUnit[Math.floor(random() * ofUnit.length)] ?? []));
    if (Math.abs(turned.correlation) >= Math.abs(best.correlation) - 1e-12) asStrong += 1;
  }
  return { best, chance: (asStrong + 1) / (SHUFFLES + 1) };
}

/** The lag with the strongest correlation of all units together. */
function bestOf(units: Covariation[][]): Best {
  const each = LAGS.map((lag, at) => {
    const together = units.reduce((sum, ofUnit) => add(sum, ofUnit[at] ?? none), none);
    return { lag, correlation: correlation(together) };
  });
  return each.reduce((best, one) => (Math.abs(one.correlation) > Math.abs(best.correlation) ? one : best));
}

/** Of the outcome with the leading metric `lag` periods before, when the leading series is turned round by `turn`. */
function covariation({ leading, outcome }: UnitSeries, lag: number, turn: number): Covariation {
  const first: number[] = [];
  const second: number[] = [];
  for (let at = 0; at + lag < outcome.length; at += 1) {
    const before = leading[(at + turn) % leading.length];
    const after = outcome[at + lag];
    if (before === undefined || after === undefined) continue;
    first.push(before);
    second.push(after);
  }
  return first.length < FEWEST_PERIODS ? none : rankCovariation(first, second);
}

function overlap({ leading, outcome }: UnitSeries, lag: number): number {
  return leading.filter((value, at) => value !== undefined && outcome[at + lag] !== undefined).length;
}

function lastPeriods({ leading, outcome }: UnitSeries): UnitSeries {
  return { leading: leading.slice(-MOST_PERIODS), outcome: outcome.slice(-MOST_PERIODS) };
}
