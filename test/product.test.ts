import { expect, it } from 'vitest';
import { deliveryKinds } from '../src/product.ts';

// Whoever adds a kind of message decides here. One that shows numbers is named by its feature's `FindMessagesShowing`, so that
// it changes when a number does, and has a story in journeys/numbers-stay-true.test.ts or beside its feature's own.
const showNumbers = [
  'check-in-prompt',
  'missed-check-ins',
  'signals-to-member',
  'verification-list',
  'returned-values',
  'challenge',
  'challenge-answer',
];
const showNone = [
  'check-in-reminder',
  'win-digest',
  'win-digest-stories',
  'win-part',
  'lessons-note',
  'feedback-request',
  'feedback-reminder',
  'feedback-news',
  // Targets, and no values.
  'plan-session',
  'plan-news',
  // Numbers as they were frozen.
  'review-digest',
  'review-digest-pages',
];

it('every kind of message shows numbers and stays true, or shows none that could change', () => {
  expect(deliveryKinds.map(({ name }) => name).sort()).toEqual([...showNumbers, ...showNone].sort());
});
