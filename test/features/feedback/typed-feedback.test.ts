import { expect, it } from 'vitest';
import { asTyped, wordsTyped } from '../../../src/features/feedback/typed-feedback.ts';
import { someWords } from './some-feedback.ts';

const gap = { ...asTyped(someWords), kind: 'gap' as const, nextStep: 'Ask first.', nextStepOn: '2026-04-10' };

it.each([
  [{ nextStep: null }, ['nextStep']],
  [{ nextStepOn: null }, ['nextStepOn']],
  [{ nextStep: null, nextStepOn: null }, ['nextStep', 'nextStepOn']],
])('a gap with %o is refused, whatever Slack let through', (left, fields) => {
  const read = wordsTyped({ ...gap, ...left });
  expect(Object.keys(read.ok ? {} : read.problems).sort()).toEqual(fields);
});

it('a gap with a step and a day is taken as it is', () => {
  expect(wordsTyped(gap)).toMatchObject({ ok: true, words: { nextStep: 'Ask first.', nextStepOn: '2026-04-10' } });
});
