import { absoluteWords } from './absolute-words.ts';
import { characterWords } from './character-words.ts';
import { effectWords } from './effect-words.ts';
import { genderedWords } from './gendered-words.ts';
import { insensitiveWords } from './insensitive-words.ts';
import { mindWords } from './mind-words.ts';
import { vagueWords } from './vague-words.ts';
import type { WordGroup } from './word-group.ts';

/** All of them; where two mark the same words, the first is told. */
export const wordGroups: readonly WordGroup[] = [
  ...genderedWords,
  ...insensitiveWords,
  ...mindWords,
  ...absoluteWords,
  ...characterWords,
  ...vagueWords,
  ...effectWords,
];
