import { expect, it } from 'vitest';
import { maySeeEvidenceOf } from '../../../src/features/governance/whose-evidence.ts';

const managerOf = new Map([
  ['chief', null],
  ['maya', 'chief'],
  ['ana', 'maya'],
  ['bo', 'maya'],
  ['zoe', null],
]);

it.each([
  ['ana', 'ana', true],
  ['maya', 'ana', true],
  ['chief', 'ana', true],
  ['bo', 'ana', false],
  ['ana', 'maya', false],
  ['zoe', 'ana', false],
  ['nobody', 'ana', false],
  ['maya', 'nobody', false],
])('%s sees the evidence of %s: %s', (actor, subject, may) => {
  expect(maySeeEvidenceOf(managerOf, actor, subject)).toBe(may);
});
