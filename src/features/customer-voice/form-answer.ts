import { z } from 'zod';
import { isOnScale, type Scale } from './score.ts';
import { LONGEST_WORDS } from './voice.ts';

/** The names of the fields, on the page and in what it posts. */
export const FIELDS = { score: 'score', words: 'words', mayQuote: 'quote' } as const;

/** As a browser posts it: everything is text, and anything may be missing. */
export interface TypedAnswer {
  score: string;
  words: string;
  mayQuote: boolean;
}

export interface FormAnswer {
  score: number;
  words: string | null;
  mayQuote: boolean;
}

export type ReadAnswer =
  | { ok: true; answer: FormAnswer }
  | { ok: false; typed: TypedAnswer; errors: Partial<Record<'score' | 'words', string>> };

const posted = z.record(z.string(), z.unknown());

/** Reads what the page posted. Browsers write line ends as two characters; one is kept. */
export function readFormAnswer(body: unknown, scale: Scale): ReadAnswer {
  const fields = posted.safeParse(body).data ?? {};
  const field = (name: string) => withoutControls(String(fields[name] ?? '')).trim();
  const typed = {
    score: field(FIELDS.score),
    words: field(FIELDS.words),
    mayQuote: fields[FIELDS.mayQuote] === 'yes',
  };
  const score = /^\d{1,3}$/.test(typed.score) ? Number(typed.score) : Number.NaN;
  const errors: Partial<Record<'score' | 'words', string>> = {};
  if (!isOnScale(scale, score)) errors.score = 'Choose one of the numbers.';
  if (typed.words.length > LONGEST_WORDS) {
    errors.words = `Please write at most ${LONGEST_WORDS} characters; this is ${typed.words.length}.`;
  }
  if (Object.keys(errors).length > 0) return { ok: false, typed, errors };
  return { ok: true, answer: { score, words: typed.words || null, mayQuote: typed.mayQuote && typed.words !== '' } };
}

/** PostgreSQL takes no zero character, and people see none of the other controls; line ends and tabs are kept. */
export function withoutControls(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .toWellFormed();
}
