import { type CalendarDay, fromDatabaseDate, plusDays } from '../../platform/time/calendar-day.ts';
import { withoutControls } from './form-answer.ts';
import { isOnScale, readScale, type Scale, type Score } from './score.ts';
import { LONGEST_CLIENT, LONGEST_SEGMENT, LONGEST_WORDS, MOST_MEMBERS, sources, type VoiceContent } from './voice.ts';

/** One row of a file or a request, as text. What is not there is undefined or empty. */
export interface SentVoice {
  /** The line of the file, or the place in the request. */
  at: number;
  /** The sender's own name for the answer. */
  key?: string | undefined;
  client?: string | undefined;
  segment?: string | undefined;
  source?: string | undefined;
  scale?: string | undefined;
  score?: string | undefined;
  words?: string | undefined;
  may_quote?: string | undefined;
  on?: string | undefined;
  members?: string | undefined;
  metric?: string | undefined;
  /** What cannot be read at all, told instead of the rest. */
  problem?: string | undefined;
}

export type DateOrder = 'iso' | 'mdy' | 'dmy';

export interface VoiceSurroundings {
  /** The member whom an e-mail address or id means; undefined, nobody. */
  member(reference: string): string | undefined;
  isMetric(key: string): boolean;
  /** Nobody has said anything after this day. */
  latestOn: CalendarDay;
  dates: DateOrder;
}

export type VoiceRead =
  | { outcome: 'voice'; key: string | null; content: VoiceContent }
  /** Neither a score nor words: somebody was asked, and did not answer. */
  | { outcome: 'empty' }
  | { outcome: 'refused'; field: string; reason: string };

const LONGEST_KEY = 200;
const EARLIEST: CalendarDay = '1990-01-01';

class Refused extends Error {
  readonly field: string;
  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
  }
}

/** Reads one row, or says what is wrong with its first field that is. */
export function readSentVoice(row: SentVoice, surroundings: VoiceSurroundings): VoiceRead {
  if (row.problem !== undefined) return { outcome: 'refused', field: 'row', reason: row.problem };
  const words = cleaned(row.words);
  if (!cleaned(row.score) && !words) return { outcome: 'empty' };
  try {
    const mayQuote = readYes(row.may_quote);
    const content: VoiceContent = {
      client: short('client', row.client, LONGEST_CLIENT),
      segment: short('segment', row.segment, LONGEST_SEGMENT),
      source: readSource(row.source),
      score: readScore(row.score, row.scale),
      words: words && cutWords(words),
      mayQuote: mayQuote && words !== null,
      saidOn: readDay(row.on, surroundings),
      memberIds: readMembers(row.members, surroundings),
      metricKey: readMetric(row.metric, surroundings),
    };
    return { outcome: 'voice', key: short('key', row.key, LONGEST_KEY), content };
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', field: error.field, reason: error.message };
    throw error;
  }
}

function cleaned(text: string | undefined): string | null {
  return withoutControls(text ?? '').trim() || null;
}

function short(field: string, text: string | undefined, longest: number): string | null {
  const value = cleaned(text);
  if (value && value.length > longest) throw new Refused(field, `It has more than ${longest} characters.`);
  return value;
}

function cutWords(words: string): string {
  if (words.length > LONGEST_WORDS) throw new Refused('words', `They have more than ${LONGEST_WORDS} characters.`);
  return words;
}

function readSource(text: string | undefined): VoiceContent['source'] {
  const name = (cleaned(text) ?? 'survey').toLowerCase().replace('e-mail', 'email');
  const source = sources.find((one) => one === name && one !== 'form');
  if (!source) throw new Refused('source', `"${name.slice(0, 40)}" is none of survey, support, call, email.`);
  return source;
}

function readScore(text: string | undefined, scaleName: string | undefined): Score | null {
  const typed = cleaned(text)?.toLowerCase();
  if (!typed) return null;
  const scale = readScale(cleaned(scaleName) ?? '');
  if (!scale) {
    const given = cleaned(scaleName);
    const found = given ? `"${given.slice(0, 40)}" is no scale that we know.` : 'The scale is not said.';
    throw new Refused('scale', `${found} Write nps, csat (1 to 5) or such as csat:1-7.`);
  }
  const value = scoreIn(typed, scale);
  if (!isOnScale(scale, value)) {
    throw new Refused('score', `"${typed.slice(0, 40)}" is not on the scale of ${scale.from} to ${scale.to}.`);
  }
  return { ...scale, value };
}

/** As surveys word the five steps of satisfaction, and help desks the two. */
const FIVE_STEPS = [
  'very dissatisfied',
  'dissatisfied',
  'neither satisfied nor dissatisfied',
  'satisfied',
  'very satisfied',
];

function scoreIn(typed: string, { kind, from, to }: Scale): number {
  if (kind === 'csat' && from === 0 && to === 1) {
    if (/^good\b/.test(typed)) return 1;
    if (/^bad\b/.test(typed)) return 0;
  }
  const step = FIVE_STEPS.indexOf(typed);
  if (kind === 'csat' && to - from === 4 && step >= 0) return from + step;
  // `10 - Extremely likely` and `0 - Not at all likely`, as some surveys export the ends.
  const number = /^(\d{1,3}(?:\.\d{1,4})?)(?: ?- ?\D+)?$/.exec(typed)?.[1];
  return number === undefined ? Number.NaN : Number(number);
}

function readYes(text: string | undefined): boolean {
  const answer = (cleaned(text) ?? 'no').toLowerCase();
  if (['yes', 'y', 'true', '1'].includes(answer)) return true;
  if (['no', 'n', 'false', '0'].includes(answer)) return false;
  throw new Refused('may_quote', `"${answer.slice(0, 40)}" is neither yes nor no.`);
}

function readDay(text: string | undefined, { latestOn, dates }: VoiceSurroundings): CalendarDay {
  const typed = cleaned(text);
  if (!typed) throw new Refused('on', 'The day is missing. Write it as 2026-03-26.');
  const day = dayIn(typed, dates);
  if (day === undefined) {
    throw new Refused('on', `"${typed.slice(0, 40)}" is no day that can be read one way only. Write 2026-03-26.`);
  }
  if (day < EARLIEST || day > latestOn) throw new Refused('on', `${day} does not lie between ${EARLIEST} and today.`);
  return day;
}

function dayIn(typed: string, dates: DateOrder): CalendarDay | undefined {
  // Seconds since 1970, as programs write instants.
  if (/^\d{9,10}$/.test(typed)) return fromDatabaseDate(new Date(Number(typed) * 1000));
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(typed);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const [, one, other, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:$|[ ,T])/.exec(typed) ?? [];
  if (dates === 'iso' || one === undefined || other === undefined) return undefined;
  return dates === 'mdy' ? existing(year, one, other) : existing(year, other, one);
}

function existing(year = '', month = '', day = ''): CalendarDay | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` as CalendarDay;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && plusDays(text, 0) === text ? text : undefined;
}

/** Divided by commas, semicolons or spaces. */
export function memberReferences(text: string | undefined): string[] {
  const parts = (cleaned(text) ?? '').split(/[\s,;]+/).filter((part) => part !== '');
  return [...new Set(parts.map((part) => (part.includes('@') ? part.toLowerCase() : part)))];
}

function readMembers(text: string | undefined, { member }: VoiceSurroundings): string[] {
  const references = memberReferences(text);
  if (references.length > MOST_MEMBERS) throw new Refused('members', `It names more than ${MOST_MEMBERS} people.`);
  return references.map((reference) => {
    const id = member(reference);
    if (id === undefined) throw new Refused('members', `"${reference.slice(0, 80)}" is no member of the workspace.`);
    return id;
  });
}

function readMetric(text: string | undefined, { isMetric }: VoiceSurroundings): string | null {
  const key = cleaned(text);
  if (key && !isMetric(key)) throw new Refused('metric', `There is no metric "${key.slice(0, 80)}".`);
  return key;
}
