/** Characters of all the texts in a piece of Block Kit: everything under a key `text` that is a string. */
export function textLengthOf(piece: unknown): number {
  if (Array.isArray(piece)) return piece.reduce<number>((sum, item) => sum + textLengthOf(item), 0);
  if (typeof piece !== 'object' || piece === null) return 0;
  let sum = 0;
  for (const [key, value] of Object.entries(piece)) {
    sum += key === 'text' && typeof value === 'string' ? value.length : textLengthOf(value);
  }
  return sum;
}
