/** What the typeface of our pictures can draw; anything else would come out as boxes. */
const DRAWABLE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{M}\p{N}\p{P}\p{Sc}\p{Sm}\p{Zs}°]*$/u;

/** The text, cut with a mark to so many characters, or undefined where it has letters that cannot be drawn. */
export function drawableText(text: string, length: number): string | undefined {
  if (!DRAWABLE.test(text)) return undefined;
  const characters = [...text.normalize('NFC')];
  return characters.length <= length
    ? characters.join('')
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
