import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveriesMessage } from '../../../src/features/deliveries/deliveries-message.ts';
import { readableProgress } from '../../../src/features/deliveries/readable-progress.ts';
import { secondsLeft } from '../../../src/features/deliveries/seconds-left.ts';
import { checkMessage } from '../../../src/platform/slack/block-kit-limits.ts';

const now = new Date('2026-03-26T09:10:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('time left', () => {
  it.each([
    ['goes on as in the last minute', { startedAt: secondsAgo(600), waiting: 900, sentLastMinute: 300 }, 180],
    ['has run for ten seconds', { startedAt: secondsAgo(10), waiting: 100, sentLastMinute: 50 }, 20],
    ['has not got going', { startedAt: secondsAgo(10), waiting: 100, sentLastMinute: 0 }, undefined],
  ])('of a send-out that %s', (_, sendOut, seconds) => {
    expect(secondsLeft(sendOut, now)).toBe(seconds);
  });
});

it.each([
  [
    { sent: 340, waiting: 9650, dead: 10, skipped: 0, secondsLeft: 1930 },
    '340 of 10000 sent, 9650 waiting, 10 could not be sent; about 32 minutes left',
  ],
  [{ sent: 5, waiting: 5, dead: 0, skipped: 0 }, '██████████░░░░░░░░░░ 5 of 10 sent, 5 waiting'],
  [{ sent: 0, waiting: 1, dead: 0, skipped: 3, secondsLeft: 40 }, '3 no longer needed; about 40 seconds left'],
])('%j reads "%s"', (progress, words) => {
  expect(readableProgress(progress)).toContain(words);
});

it('Slack takes the message, whatever went wrong', () => {
  const words = fc.oneof(fc.constantFrom('&'.repeat(3000), '<!channel>'.repeat(300)), fc.string({ minLength: 1 }));
  const letter = fc.record({
    id: fc.uuid(),
    kind: fc.constant('check-in-prompt'),
    recipient: fc.constantFrom('U1', 'C1'),
    plannedAt: fc.constant(now),
    reason: words,
    remedy: words,
    inDoubt: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 8 }), fc.nat(40), (dead, page) => {
      const message = deliveriesMessage({ deadCount: dead.length, dead, page, pages: page + 1 }, 'Resent: 1.');
      expect(checkMessage(message)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
