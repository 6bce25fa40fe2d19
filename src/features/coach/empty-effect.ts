import type { WordGroup } from './word-group.ts';

/** In the middle of a sentence, or where it is said how they felt, a name is somebody and no change. */
const NAME =
  /(?<=[^.!?\s]\s+)\p{Lu}\p{L}+|\p{Lu}\p{L}+(?=\s+(?:and\s+\p{Lu}\p{L}+\s+)?(?:is|was|were|felt|feels|liked|loved|enjoyed|appreciated)\s)/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'/-]*/gu;

/**
 * Where a text judges, when it holds nothing else: "great impact" in "It had a great impact on us". One word of what
 * happened, and it is left alone: whether that is enough cannot be known from words.
 */
export function findEmptyEffect(text: string, { words, around }: NonNullable<WordGroup['judging']>) {
  const names = new Set([...text.matchAll(NAME)].map(({ index }) => index));
  const typed = [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const isJudging = words.includes(word.toLowerCase());
    const isKnown = isJudging || around.includes(word.toLowerCase()) || names.has(index);
    return { at: index, end: index + word.length, isJudging, isKnown };
  });
  const first = typed.findIndex(({ isJudging }) => isJudging);
  const start = typed[first];
  if (!start || typed.some(({ isKnown }) => !isKnown)) return undefined;
  const after = typed.slice(first).findIndex(({ isJudging }) => !isJudging);
  const last = (after < 0 ? typed.at(-1) : typed[first + after - 1]) ?? start;
  return { at: start.at, end: last.end };
}
