/** Text that is markup already. Only `html` makes it, so that whatever people typed is escaped on its way in. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | readonly Html[] | undefined;

/** A template whose holes are escaped, inside of attributes too; a hole with `Html` or a list of it goes in as it is. */
export function html(texts: TemplateStringsArray, ...pieces: Piece[]): Html {
  const markup = texts.map((text, at) => text + (at < pieces.length ? markupOf(pieces[at]) : '')).join('');
  return { markup };
}

function markupOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
