import { BEHAVIOURS, type Behaviour } from './behaviour.ts';
import { stopWords } from './stop-words.ts';
import type { SeenFeedback, SeenWords } from './who-reads.ts';

/** Feedback without a name counts in trends once so many people gave some: fewer could be told apart by what changes. */
export const FEWEST_AUTHORS = 3;

/** A word is a theme when it comes back in so many pieces of feedback. */
const FEWEST_FOR_THEME = 2;

const MOST_THEMES = 6;

export interface FeedbackTrends {
  /** How often each was seen, in all and in each month that has any, the months in order. */
  behaviours: { behaviour: Behaviour; count: number; byMonth: { month: string; count: number }[] }[];
  /** The words that come back most, with all the feedback that they stand in. */
  themes: { term: string; among: SeenWords[] }[];
  strengths: SeenWords[];
  gaps: SeenWords[];
  /** Without a name, from too few people to count. They can be read all the same. */
  leftOut: number;
}

/**
 * What feedback comes to over time, by counting alone: nothing is scored. A theme is a word that is not a stop word, in
 * small letters and without its plural s; it counts once for each piece of feedback, however often it stands there.
 */
export function trendsOf(seen: readonly SeenFeedback[], unnamedAuthors: number): FeedbackTrends {
  const words = seen.filter((one) => one.is === 'words');
  const counted = unnamedAuthors >= FEWEST_AUTHORS ? words : words.filter(({ authorId }) => authorId !== null);
  return {
    behaviours: BEHAVIOURS.map((behaviour) => countBehaviour(behaviour, counted)).filter(({ count }) => count > 0),
    themes: themesOf(counted),
    strengths: words.filter(({ words: { kind } }) => kind === 'strength'),
    gaps: words.filter(({ words: { kind } }) => kind === 'gap'),
    leftOut: words.length - counted.length,
  };
}

function countBehaviour(behaviour: Behaviour, all: readonly SeenWords[]): FeedbackTrends['behaviours'][number] {
  const seen = all.filter(({ words }) => words.behaviours.includes(behaviour));
  const months = Map.groupBy(seen, ({ month }) => month);
  const byMonth = [...months].map(([month, ones]) => ({ month, count: ones.length }));
  byMonth.sort((one, other) => one.month.localeCompare(other.month));
  return { behaviour, count: seen.length, byMonth };
}

function themesOf(all: readonly SeenWords[]): FeedbackTrends['themes'] {
  const among = new Map<string, SeenWords[]>();
  for (const one of all) {
    for (const term of termsIn(`${one.words.observed} ${one.words.effect}`)) {
      among.set(term, [...(among.get(term) ?? []), one]);
    }
  }
  return [...among]
    .map(([term, ones]) => ({ term, among: ones }))
    .filter((theme) => theme.among.length >= FEWEST_FOR_THEME)
    .sort((one, other) => other.among.length - one.among.length || one.term.localeCompare(other.term))
    .slice(0, MOST_THEMES);
}

/** The different terms of a text. */
export function termsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !stopWords.has(word)).map(withoutPlural));
}

function withoutPlural(word: string): string {
  return word.length > 4 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
