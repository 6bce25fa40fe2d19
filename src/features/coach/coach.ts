import { findEmptyEffect } from './empty-effect.ts';
import type { WordGroup, WordingClass } from './word-group.ts';
import { wordGroups } from './word-groups.ts';
import { patternOfAny, patternsOfPeople } from './word-pattern.ts';

/** Words that say little to the person they are about, and how to say what was done and what it caused instead. */
export interface Hint {
  of: WordingClass;
  /** As they were typed. */
  words: string;
  /** Names what marked them, so that a false alarm can be remembered: `character:lazy`. */
  rule: string;
  instead: string;
  /** Where they begin, in UTF-16 units. */
  at: number;
}

/**
 * Marks words in feedback, in the order in which they stand, each place once. It runs here and tells nobody. What stands
 * in quotation marks, or is told as a client's words, is left alone, and so is any rule in `dismissed`. Where a form asks
 * what something caused (`tells` is `effect`), a text that only judges is marked as well.
 */
export function findHints(
  text: string,
  dismissed: ReadonlySet<string> = new Set(),
  tells: 'anything' | 'effect' = 'anything',
): Hint[] {
  const own = withoutWordsOfOthers(text.replaceAll('’', "'"));
  const asSaid = withoutReports(own);
  const hints: Hint[] = [];
  for (const { group, pattern } of patterns()) {
    for (const found of (group.of === 'mind' ? asSaid : own).matchAll(pattern)) {
      const words = text.slice(found.index, found.index + found[0].length);
      const rule = ruleOf(group.of, found.slice(1).find((one) => one !== undefined) ?? found[0]);
      const hint = { of: group.of, words, rule, instead: group.instead, at: found.index };
      if (dismissed.has(hint.rule) || hints.some((other) => other.of === hint.of && overlap(other, hint))) continue;
      if (group.unlessSpecific && saysWhatWasDone(without(own, hint))) continue;
      hints.push(hint);
    }
  }
  const judged = tells === 'effect' ? effectHints(text, own) : [];
  const others = judged.length > 0 ? hints.filter(({ of }) => of !== 'vague') : hints;
  return [...others, ...judged.filter(({ rule }) => !dismissed.has(rule))].sort((one, other) => one.at - other.at);
}

/** At most one, in place of what is marked as vague: both would ask for the same, and this one by its right name. */
function effectHints(text: string, own: string): Hint[] {
  return wordGroups.flatMap(({ of, instead, judging }) => {
    const found = judging && findEmptyEffect(own, judging);
    if (!found) return [];
    const words = text.slice(found.at, found.end);
    return [{ of, words, rule: ruleOf(of, words), instead, at: found.at }];
  });
}

/** However it was typed, it is one rule. */
function ruleOf(of: WordingClass, words: string): string {
  return `${of}:${words.toLowerCase().replaceAll(/\s+/gu, ' ')}`;
}

let compiled: { group: WordGroup; pattern: RegExp }[] | undefined;

function patterns() {
  compiled ??= wordGroups.flatMap((group) => [
    ...(group.anywhere ? [{ group, pattern: patternOfAny(group.anywhere) }] : []),
    ...(group.ofPeople ? patternsOfPeople(group.ofPeople).map((pattern) => ({ group, pattern })) : []),
  ]);
  return compiled;
}

function overlap(one: Hint, other: Hint): boolean {
  return one.at < other.at + other.words.length && other.at < one.at + one.words.length;
}

const QUOTED = /"[^"\n]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`|(?<=^|[\s:(])'[^'\n]{3,}'(?=$|[\s.,;:!?)])/gu;
const CLIENTS_WORDS =
  /\b(?:clients?|customers?|partners?|users?|vendors?|sponsors?)\b(?:\s+\S+){0,3}?\s+(?:said|says|wrote|writes|called|calls|told|thinks?|thought|felt|feels|found|finds|asked|described)\b[^;.!?]*/giu;
const REPORTED =
  /\b(?:[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|\p{Lu}\p{Ll}+) (?:also )?(?:said|told|wrote|mentioned|explained|asked|answered)\b[^;.!?]*/gu;

function withoutWordsOfOthers(text: string): string {
  return text.replaceAll(QUOTED, blank).replaceAll(CLIENTS_WORDS, blank);
}

function withoutReports(text: string): string {
  return text.replaceAll(REPORTED, blank).replaceAll(/[^;.!?]*\b(?:told|said to) (?:me|us)\b[^;.!?]*/gu, blank);
}

/** As long as before: places stay where they were. */
function blank(text: string): string {
  return ' '.repeat(text.length);
}

function without(text: string, { at, words }: Hint): string {
  return text.slice(0, at) + text.slice(at + words.length);
}

/** A number, a cause, a time, or simply enough words to hold a deed. */
function saysWhatWasDone(text: string): boolean {
  if (
    /\d|: \p{L}|\b(?:because|so that|which (?:let|meant|made|saved)|by \p{L}+ing|when (?:you|he|she|they)|as a result)\b/iu.test(
      text,
    )
  )
    return true;
  return text.split(/\s+/u).length > ENOUGH_WORDS;
}

const ENOUGH_WORDS = 18;
