import { expect, it } from 'vitest';
import { readProgressRequest } from '../../../src/features/progress/progress-request.ts';

it.each([
  ['', { asks: 'own-people' }],
  ['  ', { asks: 'own-people' }],
  ['Help', { asks: 'help' }],
  [' update', { asks: 'update' }],
  ['Correct', { asks: 'correct' }],
  ['update team', { asks: 'team', name: 'update team' }],
  ['<@U012ABC|ana>', { asks: 'member', memberId: 'U012ABC' }],
  ['<@W012ABC>', { asks: 'member', memberId: 'W012ABC' }],
  ['@ana', { asks: 'member', memberId: '@ana' }],
  ['#support', { asks: 'team', name: 'support' }],
  ['Customer Support', { asks: 'team', name: 'Customer Support' }],
])('%j', (typed, request) => {
  expect(readProgressRequest(typed)).toEqual(request);
});
