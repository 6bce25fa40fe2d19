const MARK = '…';

/**
 * Makes typed words harmless inside mrkdwn: with `<` and `>` escaped, `<!channel>`, `<@U1>` and `<https://…|words>` come
 * out as the characters the person typed. Escape before cutting, `cut` keeps the entities whole.
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What somebody typed behind a command, which Slack escapes on its way to us. */
export function unescapeTyped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A link that shows these words. Only web addresses become one; anything else comes out as it was typed. */
export function linkTo(address: string, words: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return escapeMrkdwn(address);
  return `<${escapeMrkdwn(url.href).replaceAll('|', '%7C')}|${escapeMrkdwn(words).replaceAll('|', '/')}>`;
}

/**
 * At most `limit` characters, the last one `…` when something was left out. Never splits a character outside the basic
 * plane, an emoji built of several, or an escaped entity. Counts UTF-16 units, like the limit checks.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  let kept = '';
  for (const piece of piecesOf(text)) {
    if (kept.length + piece.length > limit - MARK.length) break;
    kept += piece;
  }
  return kept.trimEnd() + MARK;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ENTITY = /^&(?:amp|lt|gt);/;

function* piecesOf(text: string): Generator<string> {
  let entityEnd = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    if (index < entityEnd) continue;
    const entity = segment === '&' ? ENTITY.exec(text.slice(index, index + 5))?.[0] : undefined;
    entityEnd = index + (entity ?? segment).length;
    yield entity ?? segment;
  }
}
