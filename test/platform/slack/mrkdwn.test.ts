import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, escapeMrkdwn } from '../../../src/platform/slack/mrkdwn.ts';

describe('what people typed', () => {
  test.each([
    ['<!channel> look', '&lt;!channel&gt; look'],
    ['<@U123> did it', '&lt;@U123&gt; did it'],
    ['<https://evil.example|our wiki>', '&lt;https://evil.example|our wiki&gt;'],
    ['R&D > sales & <marketing>', 'R&amp;D &gt; sales &amp; &lt;marketing&gt;'],
    ['&lt;', '&amp;lt;'],
  ])('%s cannot mention or link', (typed, shown) => {
    expect(escapeMrkdwn(typed)).toBe(shown);
  });

  test('comes back whole when Slack undoes the escaping', () => {
    const undo = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    fc.assert(fc.property(fc.string(), (text) => undo(escapeMrkdwn(text)) === text));
  });
});

describe('cutting', () => {
  test.each([
    ['fits exactly', 12, 'fits exactly'],
    ['one too long', 11, 'one too lo…'],
    ['ends at a space', 5, 'ends…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
    ['ab👍👍', 4, 'ab…'],
    ['ab👍👍', 5, 'ab👍…'],
    ['a👩‍👩‍👧b', 8, 'a…'],
    ['a &amp; b', 5, 'a…'],
    ['a&amp;bc', 7, 'a&amp;…'],
    ['&ampersand', 5, '&amp…'],
  ])('%s at %i gives %s', (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  test('never longer than the limit, never half a character or entity, and marked when shorter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const escaped = escapeMrkdwn(text);
        const short = cut(escaped, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        expect(short.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
        expect(short === escaped || short.endsWith('…')).toBe(true);
      }),
    );
  });
});
