import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedbackWords } from '../../../src/features/feedback/feedback.ts';
import { termsIn, trendsOf } from '../../../src/features/feedback/feedback-trends.ts';
import { type SeenWords, wholly } from '../../../src/features/feedback/who-reads.ts';
import { anySeen, someFeedback } from './some-feedback.ts';

function seen(words: Partial<FeedbackWords>, more: Partial<SeenWords> = {}): SeenWords {
  return { ...wholly(someFeedback({ words })), ...more };
}

describe('trends', () => {
  it('count behaviours by month, and words that come back, with what they stand in', () => {
    const one = seen({
      observed: 'You wrote a runbook for the import.',
      effect: 'No calls.',
      behaviours: ['responded'],
    });
    const two = seen(
      {
        observed: 'The runbooks were read by Contoso.',
        effect: 'Import in a day.',
        behaviours: ['responded', 'listened'],
      },
      { month: '2026-04' },
    );
    const { behaviours, themes } = trendsOf([one, two], 0);
    expect(behaviours).toEqual([
      { behaviour: 'listened', count: 1, byMonth: [{ month: '2026-04', count: 1 }] },
      {
        behaviour: 'responded',
        count: 2,
        byMonth: [
          { month: '2026-03', count: 1 },
          { month: '2026-04', count: 1 },
        ],
      },
    ]);
    expect(themes).toEqual([
      { term: 'import', among: [one, two] },
      { term: 'runbook', among: [one, two] },
    ]);
  });

  it('leave out what has no name until three people gave some, and say how much', () => {
    const unnamed = [seen({}, { authorId: null }), seen({}, { authorId: null })];
    expect(trendsOf(unnamed, 2)).toMatchObject({ leftOut: 2, behaviours: [], themes: [] });
    expect(trendsOf(unnamed, 2).strengths).toHaveLength(2);
    expect(trendsOf(unnamed, 3)).toMatchObject({ leftOut: 0, behaviours: [{ behaviour: 'listened', count: 2 }] });
  });

  it('never lose or invent feedback, whatever it says', () => {
    const words = (most: number) => fc.string({ maxLength: Math.min(most, 40), unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(anySeen(words), { maxLength: 12 }), fc.nat(5), (all, authors) => {
        const { strengths, gaps, themes, behaviours } = trendsOf(all, authors);
        const readable = all.filter(({ is }) => is === 'words');
        expect(strengths.length + gaps.length).toBe(readable.length);
        for (const { among } of themes) expect(among.every((one) => readable.includes(one))).toBe(true);
        for (const { count, byMonth } of behaviours) {
          expect(byMonth.reduce((sum, month) => sum + month.count, 0)).toBe(count);
        }
      }),
    );
  });

  it.each([
    ['The clients called the team about the invoices.', ['invoice']],
    ['Status, status and STATUS!', ['status']],
    ['You were there, and it was good.', []],
    ['Überblick und 42 Zahlen', ['überblick', 'und', 'zahlen']],
  ])('%s', (text, terms) => {
    expect([...termsIn(text)]).toEqual(terms);
  });
});
