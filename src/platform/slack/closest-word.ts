/** ` (did you mean "support"?)` where one of the words is near enough to be a slip of the pen; else nothing. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const closest = closestWord(word, words);
  return closest === undefined ? '' : ` (did you mean "${closest}"?)`;
}

/** The one that is near enough to be a slip of the pen, and nearest. */
export function closestWord(word: string, words: Iterable<string>): string | undefined {
  const near = [...words]
    .map((candidate) => ({ candidate, slips: slipsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= slipsForgiven(word, candidate));
  return near.sort((one, other) => one.slips - other.slips)[0]?.candidate;
}

/** A third of the shorter word, or whatever was put on or left off at its end: weekly for week. */
function slipsForgiven(word: string, candidate: string): number {
  const shorter = Math.min(word.length, candidate.length);
  const begins = word.startsWith(candidate) || candidate.startsWith(word);
  return begins && shorter >= 3 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(shorter / 3));
}

/** Letters to add, drop or replace to get from one word to the other (Levenshtein distance). */
function slipsBetween(one: string, other: string): number {
  let row = [...other, ''].map((_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
