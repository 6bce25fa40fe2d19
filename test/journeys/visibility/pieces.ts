// Everything that somebody could learn. Each part of each piece is told by a word that stands nowhere else, so that it is
// found wherever it comes out.

export interface Piece {
  /** With its setting, as the tables call it. */
  name: string;
  /** Who brought it, where they are somebody of their own. */
  author?: string;
  /** What can be learned of it, each by its word. */
  parts: { [part: string]: string };
}

/** All of it is about Ana, or was told by her, but for what concerns nobody. */
export const pieces = {
  shared: {
    name: 'feedback, shared',
    author: 'sam',
    parts: { words: 'agate', author: 'sam' },
  },
  managerOnly: {
    name: 'feedback, for the manager only',
    author: 'mick',
    parts: { words: 'basalt', author: 'mick', 'why not the person': 'chalk' },
  },
  unnamed: {
    name: 'feedback, without the name',
    author: 'nora',
    parts: { words: 'dolomite', author: 'nora' },
  },
  sharedWin: {
    name: 'win, may be told',
    parts: { client: 'Alderwood', words: 'beechen', 'part of the contributor': 'cedarwood' },
  },
  guardedWin: {
    name: 'win, only for those involved',
    parts: { client: 'Dogwood', words: 'elderberry', 'part of the contributor': 'firwood' },
  },
  quotable: {
    name: 'words of a customer, may be quoted',
    author: 'vera',
    parts: { client: 'Kestrel', words: 'lapwing' },
  },
  unquotable: {
    name: 'words of a customer, may not be quoted',
    author: 'vera',
    parts: { client: 'Mallard', words: 'nightjar' },
  },
  ofNobody: {
    name: 'words of a customer, may not be quoted, concern nobody',
    author: 'vera',
    parts: { client: 'Osprey', words: 'partridge' },
  },
  goal: { name: 'development goal', parts: { objective: 'quartet' } },
  lesson: { name: 'experiment', parts: { bottleneck: 'rondo', lesson: 'sonata' } },
  ownedNumber: { name: 'number, with a data owner and in the plan of a partner', parts: { value: '4.21' } },
  otherNumber: { name: 'number, other', parts: { value: '77' } },
  plan: { name: 'plan, signed by a partner', parts: { 'what it is for': 'scherzo', target: '3.89' } },
  obstacle: { name: 'words of a check-in', parts: { words: 'toccata' } },
} as const satisfies Record<string, Piece>;

export const allPieces: readonly Piece[] = Object.values(pieces);

/** Which parts of a piece somebody learns from what they see. */
export function learned({ parts }: Piece, seen: string): string[] {
  return Object.entries(parts).flatMap(([part, word]) => (isIn(seen, word) ? [part] : []));
}

function isIn(seen: string, word: string): boolean {
  return new RegExp(`(?<![\\w.])${word.replace('.', '\\.')}(?!\\w|\\.\\d)`, 'i').test(seen);
}
