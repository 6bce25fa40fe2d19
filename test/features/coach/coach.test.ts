import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHints } from '../../../src/features/coach/coach.ts';
import { SOURCES, WORDING_CLASSES } from '../../../src/features/coach/word-group.ts';
import { wordGroups } from '../../../src/features/coach/word-groups.ts';
import { developed, heldOut, measureCoach } from './coach-sentences.ts';

describe.each([
  { name: 'the sentences it was developed on', sentences: developed },
  { name: 'the sentences that were held out', sentences: heldOut },
])('on $name', ({ sentences }) => {
  it.each(measureCoach(sentences))('$of: precision $precision, recall $recall', ({ precision, recall, mistakes }) => {
    expect(precision, JSON.stringify(mistakes)).toBeGreaterThanOrEqual(0.9);
    expect(recall, JSON.stringify(mistakes)).toBeGreaterThanOrEqual(0.8);
  });

  it('has enough of each class and of nothing', () => {
    for (const each of WORDING_CLASSES) {
      expect(sentences.filter(({ classes }) => classes.includes(each)).length).toBeGreaterThanOrEqual(12);
    }
    expect(sentences.filter(({ classes }) => classes.length === 0).length).toBeGreaterThanOrEqual(40);
  });
});

it('is measured on no sentence twice', () => {
  const texts = [...developed, ...heldOut].map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(200);
});

describe('the coach', () => {
  it('names the words as they were typed, and where', () => {
    const text = 'In the call she was very ARROGANT, and you’re always late.';
    const hints = findHints(text);
    expect(hints.map(({ of }) => of)).toEqual(['character', 'absolute']);
    for (const { words, at } of hints) expect(text.slice(at, at + words.length)).toBe(words);
    expect(hints[1]?.words).toBe('always');
  });

  it.each([
    ['a word inside a longer one', 'The crazyflie drone of the client was repaired in a day.'],
    ['a word before a hyphen', 'She took the always-on pager rotation.'],
    ['a thing, not a person', 'The aggressive timeline left two days for tests.'],
    [
      'what a client wrote, in quotation marks',
      'The client wrote “you never answer”; two mails were in our spam folder.',
    ],
    ['what a client said, without them', 'The customer said that the old page was crazy; she drew a new one.'],
    ['what somebody said of themselves', 'He told me that he felt attacked, and asked for a day.'],
    ['praise with the deed behind it', 'Great work: the reply time fell from 9 hours to 4.'],
    ['praise whose deed stands in the next sentence', 'Great work! Reply time fell from 9 hours to 4.'],
  ])('leaves alone %s', (_, text) => {
    expect(findHints(text)).toEqual([]);
  });

  it('asks for the effect where it is asked for, once, and is told once that it is wrong', () => {
    const text = 'Great impact, everybody was HAPPY.';
    const hints = findHints(text, new Set(), 'effect');
    expect(hints.map(({ of, words, rule }) => ({ of, words, rule }))).toEqual([
      { of: 'effect', words: 'Great impact', rule: 'effect:great impact' },
    ]);
    expect(findHints(text, new Set(['effect:great impact']), 'effect')).toEqual([]);
    expect(findHints('It helped.')).toEqual([]);
    expect(findHints('Everybody was happy. The queue was empty by noon.', new Set(), 'effect')).toEqual([]);
  });

  it('is told once that it is wrong', () => {
    const [hint] = findHints('Let us meet the ninja team of the client.');
    expect(hint?.words).toBe('ninja');
    expect(findHints('The ninja team came.', new Set([hint?.rule ?? '']))).toEqual([]);
    expect(findHints('The ninja team was lame.', new Set([hint?.rule ?? ''])).map(({ words }) => words)).toEqual([
      'lame',
    ]);
  });

  it('never changes or refuses a text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (noise) => {
        const text = `${noise} She is lazy. ${noise}`;
        for (const { words, at } of findHints(text)) expect(text.slice(at, at + words.length)).toBe(words);
      }),
      { numRuns: 50 },
    );
  });

  it('says of each list why, and how else to say it', () => {
    for (const { sources, instead, anywhere = [], ofPeople = [], judging } of wordGroups) {
      expect(sources.every((source) => source in SOURCES)).toBe(true);
      expect(sources.length).toBeGreaterThan(0);
      expect(instead.length).toBeGreaterThan(40);
      const all = [...anywhere, ...ofPeople, ...(judging ? [...judging.words, ...judging.around] : [])];
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('comes to an end with the longest text, and marks what it marks in a short one', () => {
    const text = 'He is never on time and the client was arrogant, it said. '.repeat(52).slice(0, 3000);
    const found = new Set(findHints(text).map(({ words }) => words));
    expect([...found]).toEqual(['never', 'was arrogant'].filter((words) => found.has(words)));
  });
});
