import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { section } from './block-kit.ts';
import { cut, escapeMrkdwn } from './mrkdwn.ts';

// Two people may have the same form open. Whoever saves last must not undo what the other one said: a form remembers
// what its fields stood at when it was filled in, and saving changes only what its own person changed.

/** Of what somebody else said, and of all of it together: Slack takes 3,000 characters in a section. */
const LONGEST = 600;
const MOST = 2900;

/** Fingerprints of the fields of a form as they stood when it was filled in, by name. Short: they travel in the form. */
export type Remembered = Record<string, string>;

export function remember(fields: object): Remembered {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, fingerprint(value)]])),
  );
}

export interface Merged<T> {
  fields: T;
  /** The names of those that somebody else changed meanwhile, and this person too, into something else. */
  clashes: (keyof T & string)[];
}

/**
 * What stands, with what this person changed in its place. A field that is undefined, or of no such name, is not there: a
 * person that was taken out of a list. Where both changed it, it is typed as they left it, and named as a clash.
 */
export function mergeEdit<T extends object>(remembered: Remembered, typed: T, stands: T): Merged<T> {
  const names = [...new Set([...Object.keys(stands), ...Object.keys(typed)])] as (keyof T & string)[];
  const clashes: Merged<T>['clashes'] = [];
  const fields = names.map((name) => {
    const [was, theirs, own] = [remembered[name] ?? '', fingerprint(stands[name]), fingerprint(typed[name])];
    if (own === was || own === theirs) return [name, stands[name]] as const;
    if (theirs !== was) clashes.push(name);
    return [name, typed[name]] as const;
  });
  return { fields: Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as T, clashes };
}

/** The form as it was typed, with what somebody else said meanwhile above it. Labels are mrkdwn, words as they were typed. */
export function withMeanwhile(view: ModalView, said: readonly { label: string; words: string }[]): ModalView {
  const stands = said.map(
    ({ label, words }) => `• *${label}*: ${words === '' ? '(nothing)' : cut(escapeMrkdwn(words), LONGEST)}`,
  );
  const top = [
    section('*Somebody else changed this while you were at it, and nothing is saved yet.* What stands now:'),
    section(cut(stands.join('\n'), MOST)),
    section('What you typed is in the fields. *Save* again puts it in the place of that.'),
  ];
  return { ...view, blocks: [...top, ...view.blocks] };
}

/** Thirty-six bits of SHA-256; of what is not there, nothing. */
function fingerprint(value: unknown): string {
  if (value === undefined) return '';
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 6);
}
