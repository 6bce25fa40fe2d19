import { developed, heldOut, type LabelledSentence, measureCoach } from '../features/coach/coach-sentences.ts';
import type { Bench, Figure } from './bench.ts';

/** The neutral-wording coach on the labelled sentences that the tests keep. The worst class counts. */
export const coach: Bench = {
  name: 'coach',
  says: 'how rightly and how completely the coach marks words, in its worst class',
  async run() {
    return [
      ...figures('', [...developed, ...heldOut]),
      ...figures('held_out_', heldOut),
      { figure: 'sentences', value: developed.length + heldOut.length, unit: 'sentences' },
      { figure: 'held_out_sentences', value: heldOut.length, unit: 'sentences' },
    ];
  },
};

function figures(prefix: string, sentences: LabelledSentence[]): Figure[] {
  const measured = measureCoach(sentences);
  const worst = (of: 'precision' | 'recall') => Math.min(...measured.map((each) => each[of]));
  return [
    { figure: `${prefix}precision_min`, value: worst('precision'), unit: 'share' },
    { figure: `${prefix}recall_min`, value: worst('recall'), unit: 'share' },
    ...measured.flatMap(({ of, precision, recall }) => [
      { figure: `${prefix}precision_${of}`, value: precision, unit: 'share' },
      { figure: `${prefix}recall_${of}`, value: recall, unit: 'share' },
    ]),
  ];
}
