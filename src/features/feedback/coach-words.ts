import type { WordGroup } from './coach-group.ts';
import { absoluteWords } from './coach-words-absolute.ts';
import { characterWords } from './coach-words-character.ts';
import { genderedWords } from './coach-words-gendered.ts';
import { insensitiveWords } from './coach-words-insensitive.ts';
import { mindWords } from './coach-words-mind.ts';
import { vagueWords } from './coach-words-vague.ts';

/** All of them; where two mark the same words, the first is told. */
export const wordGroups: readonly WordGroup[] = [
  ...genderedWords,
  ...insensitiveWords,
  ...mindWords,
  ...absoluteWords,
  ...characterWords,
  ...vagueWords,
];
