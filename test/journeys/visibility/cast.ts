import type { Piece } from './pieces.ts';

/** Everybody who may look, by how they stand to Ana; the author of a piece is somebody else for each. */
const readers = {
  'the person': 'ana',
  'their manager': 'maya',
  'the manager above': 'chief',
  'a former manager': 'fay',
  'a contributor': 'cleo',
  'a partner of the plan': 'pia',
  'a data owner': 'dan',
  'a sponsor': 'sue',
  'an administrator': 'adam',
  'a teammate': 'bo',
  'a colleague': 'zoe',
} as const;

export const PROGRAM = 'a program with a token';
const authors = ['sam', 'mick', 'nora', 'vera'] as const;

export const everyone = [...Object.values(readers), ...authors];

/** Those who are not of the little company itself. */
export const newcomers = everyone.filter((name) => !['ana', 'maya', 'bo', 'zoe'].includes(name));

const EVERYBODY = 'everybody';

/**
 * Who, of all who looked, learns a part of a piece, in the words of the tables. That its author knows who wrote it is no
 * news. To what they did not write an author is a colleague: one who learns it is told by name, so that no table fits.
 */
export function whoLearns({ author }: Piece, part: string, isSeenBy: (name: string) => boolean): string {
  const called = [
    ...Object.entries(readers).map(([how, name]) => ({ how, name })),
    ...(author !== undefined && part !== 'author' ? [{ how: 'the author', name: author }] : []),
    ...authors.filter((name) => name !== author).map((name) => ({ how: `${name} (who wrote other things)`, name })),
  ];
  const learning = called.filter(({ name }) => isSeenBy(name)).map(({ how }) => how);
  if (learning.length === called.length) return EVERYBODY;
  return [...learning, ...(isSeenBy(PROGRAM) ? [PROGRAM] : [])].join(', ');
}
