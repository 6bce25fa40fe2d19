import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { fromDatabaseDate, plusDays } from '../../platform/time/calendar-day.ts';
import { DIMENSIONS, type Dimension, type Metric } from '../metrics/metric.ts';
import { type DecimalMark, readTypedNumber } from '../metrics/typed-number.ts';

/** A value as a file or a program sends it: text, nothing of it checked. */
export interface SentRow {
  /** Its line in a file, or its place in a list. */
  at: number;
  metric?: string | undefined;
  member?: string | undefined;
  on?: string | undefined;
  value?: string | undefined;
  key?: string | undefined;
  evidence_url?: string | undefined;
  note?: string | undefined;
  dimensions: Readonly<Record<string, string>>;
  /** What is wrong with the row as a whole. */
  problem?: string;
}

/** What is wrong with one row, for whoever has to mend it. */
export interface RowProblem {
  at: number;
  field: string;
  reason: string;
}

/** A value that can be put on record, if nothing on record speaks against it. */
export interface ReadRow {
  at: number;
  memberId: string;
  metricKey: string;
  definitionVersion: number;
  on: CalendarDay;
  value: string;
  /** The sender's, or one made of metric, member, day and dimensions: it is the same when the row comes again. */
  key: string;
  dimensions: Partial<Record<Dimension, string>>;
  evidenceUrl: string | null;
  note: string | null;
}

export interface RowSurroundings {
  /** By key; undefined, there is none in force. */
  metric(key: string): Metric | undefined;
  /** By Slack id or e-mail address in small letters: the member's id, or what is wrong. */
  member(reference: string): { id: string } | { problem: string };
  /** Whether whoever sends may send values of this metric. */
  maySend(metric: Metric): boolean;
  decimalMark?: DecimalMark;
  /** The latest day that is taken. */
  latestOn: CalendarDay;
}

const EARLIEST_ON: CalendarDay = '2000-01-01';
/** A number of this quarter may carry the last day of it; what lies further ahead is a slip of the year. */
const DAYS_AHEAD = 92;
const MOST = { key: 200, dimension: 100, evidence_url: 2000, note: 2000 } as const;

export function latestDay(now: Date): CalendarDay {
  return plusDays(fromDatabaseDate(now), DAYS_AHEAD);
}

/** Reads one row, or tells everything that is wrong with it. */
export function readObservationRow(sent: SentRow, surroundings: RowSurroundings): ReadRow | RowProblem[] {
  const problems: RowProblem[] = [];
  const wrong = (field: string, reason: string) => void problems.push({ at: sent.at, field, reason });
  if (sent.problem !== undefined) return [{ at: sent.at, field: 'row', reason: sent.problem }];

  const text = (field: 'key' | 'note' | 'evidence_url') => {
    const given = sent[field]?.trim() ?? '';
    const reason = problemOfText(given, MOST[field]);
    if (reason !== undefined) wrong(field, reason);
    return given === '' || reason !== undefined ? null : given;
  };

  const metric = readMetric();
  const memberId = readMember();
  const on = readDay();
  const value = metric && readValue(metric);
  const dimensions = metric ? readDimensions(metric) : {};
  const key = text('key');
  if (key?.startsWith('=')) wrong('key', 'A key does not begin with "="; this looks like a formula.');
  const evidenceUrl = text('evidence_url');
  if (evidenceUrl !== null && !isWebAddress(evidenceUrl)) {
    wrong('evidence_url', 'Give a web address that begins with https:// or http://.');
  }
  const note = text('note');
  if (problems.length > 0 || !metric || !memberId || !on || value === undefined) return problems;
  const { key: metricKey, version: definitionVersion } = metric;
  const own = { metricKey, memberId, on, dimensions };
  const row = { at: sent.at, ...own, definitionVersion, value, evidenceUrl, note };
  return { ...row, key: key ?? keyOf(own) };

  function readMetric(): Metric | undefined {
    const named = sent.metric?.trim() ?? '';
    if (named === '') return void wrong('metric', 'Name a metric by its key.');
    const metric = surroundings.metric(named);
    if (!metric) return void wrong('metric', `There is no metric ${quoted(named)} in force. Write its key.`);
    if (surroundings.maySend(metric)) return metric;
    return void wrong(
      'metric',
      `You are not the data owner of ${quoted(named)}. Its data owner or an administrator imports it.`,
    );
  }

  function readMember(): string | undefined {
    const named = sent.member?.trim() ?? '';
    if (named === '') return void wrong('member', 'Name a member by e-mail address or Slack id.');
    const found = surroundings.member(named.includes('@') ? named.toLowerCase() : named);
    return 'id' in found ? found.id : void wrong('member', found.problem);
  }

  function readDay(): CalendarDay | undefined {
    const given = sent.on?.trim() ?? '';
    if (!isDay(given))
      return void wrong('on', `Write the day as 2026-03-26${given === '' ? '.' : `, not ${quoted(given)}.`}`);
    if (given >= EARLIEST_ON && given <= surroundings.latestOn) return given;
    return void wrong('on', `${given} is not between ${EARLIEST_ON} and ${surroundings.latestOn}.`);
  }

  function readValue(measure: Metric): string | undefined {
    const given = sent.value?.trim() ?? '';
    if (given === '') return void wrong('value', 'There is no value. Leave the row out: a missing number is not zero.');
    if (/^[=@]/.test(given))
      return void wrong('value', `${quoted(given)} is a formula. Export values instead of formulas.`);
    const read = readTypedNumber(given, measure, surroundings.decimalMark);
    if (read.ok && read.value !== null) return read.value;
    return void wrong('value', read.ok ? 'There is no value.' : `${quoted(given)}: ${read.problem}`);
  }

  function readDimensions(metric: Metric): ReadRow['dimensions'] {
    const given = Object.entries(sent.dimensions).filter(([, value]) => value.trim() !== '');
    const known: [Dimension, string][] = [];
    for (const [name, value] of given) {
      const dimension = DIMENSIONS.find((one) => one === name && metric.dimensions.includes(one));
      const reason = problemOfText(value.trim(), MOST.dimension);
      if (!dimension)
        wrong(name.slice(0, 50), `${quoted(metric.key)} is not broken down by ${quoted(name)}.${byWhat(metric)}`);
      else if (reason !== undefined) wrong(name, reason);
      else known.push([dimension, value.trim()]);
    }
    return Object.fromEntries(known.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

function byWhat({ dimensions }: Metric): string {
  return dimensions.length > 0 ? ` It is by ${dimensions.join(', ')}.` : ' Its definition names no dimensions.';
}

/** No key of a sender begins so. */
function keyOf({ metricKey, memberId, on, dimensions }: Pick<ReadRow, 'metricKey' | 'memberId' | 'on' | 'dimensions'>) {
  const where = Object.entries(dimensions).map(([name, value]) => `/${name}:${value}`);
  return `=${metricKey}/${memberId}/${on}${where.join('')}`;
}

function isDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function problemOfText(text: string, most: number): string | undefined {
  if (text.length > most) return `At most ${most} characters, not ${text.length}.`;
  // The database keeps neither.
  return text.includes('\0') || !text.isWellFormed() ? 'It holds characters that are no text.' : undefined;
}

/** Where evidence may stand: a page, without a password in its address. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '';
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
