import { readFileSync } from 'node:fs';
import { findHints, type Hint } from '../../../src/features/coach/coach.ts';
import { WORDING_CLASSES, type WordingClass } from '../../../src/features/coach/word-group.ts';

// Sentences as people write them in feedback, each with the classes of what is to be marked in it, or none. One part was
// used to develop the lists. The other was written when the lists were finished, without looking at them, and the lists
// were never changed for it. `effect:` stands before what was typed where a form asks what something caused. Both are by the same hand: how other people write may lower the figures.

export interface LabelledSentence {
  text: string;
  tells: 'anything' | 'effect';
  classes: WordingClass[];
}

export const developed = readSentences('coach-developed.txt');
export const heldOut = readSentences('coach-held-out.txt');

function readSentences(file: string): LabelledSentence[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line.includes(' | '))
    .map((line) => {
      const [labels = '', ...text] = line.split(' | ');
      const typed = text.join(' | ');
      return {
        classes: WORDING_CLASSES.filter((each) => labels.split(' ').includes(each)),
        text: typed.replace(/^effect: /, ''),
        tells: typed.startsWith('effect: ') ? 'effect' : 'anything',
      };
    });
}

export interface Measured {
  of: WordingClass;
  /** Of the sentences that were marked for it, how many rightly. */
  precision: number;
  /** Of the sentences that it stands in, how many were marked. */
  recall: number;
  mistakes: { text: string; kind: 'false alarm' | 'missed'; hints: Hint[] }[];
}

export function measureCoach(sentences: LabelledSentence[]): Measured[] {
  const judged = sentences.map((sentence) => ({
    ...sentence,
    hints: findHints(sentence.text, new Set(), sentence.tells),
  }));
  return WORDING_CLASSES.map((of) => {
    const marked = judged.filter(({ hints }) => hints.some((hint) => hint.of === of));
    const meant = judged.filter(({ classes }) => classes.includes(of));
    const right = marked.filter(({ classes }) => classes.includes(of));
    const mistakes = [
      ...marked.filter((one) => !right.includes(one)).map((one) => ({ ...one, kind: 'false alarm' as const })),
      ...meant.filter((one) => !right.includes(one)).map((one) => ({ ...one, kind: 'missed' as const })),
    ];
    return { of, precision: right.length / marked.length, recall: right.length / meant.length, mistakes };
  });
}
