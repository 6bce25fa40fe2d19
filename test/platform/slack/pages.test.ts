import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkMessage } from '../../../src/platform/slack/block-kit-limits.ts';
import { pageButtons, pageOf, readPageButton, turnsPages } from '../../../src/platform/slack/pages.ts';

it('the pages of a list hold each of its items once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (all, size) => {
      const { pages } = pageOf(all, 0, size);
      const read = Array.from({ length: pages }, (_, page) => pageOf(all, page, size).items);
      expect(read.flat()).toEqual(all);
      expect(read.every((items) => items.length <= size)).toBe(true);
    }),
  );
});

it.each([-1, 3, 99, Number.NaN, Number.MAX_SAFE_INTEGER, 0.5])('page %d of three is one of the three', (wanted) => {
  const { page, items } = pageOf([1, 2, 3, 4, 5], wanted, 2);
  expect([0, 1, 2]).toContain(page);
  expect(items.length).toBeGreaterThan(0);
});

it('buttons lead to the pages beside, and remember which list it is', () => {
  const all = Array.from({ length: 5 }, (_, at) => at);
  const read = (wanted: number) => {
    const blocks = pageButtons('turn', pageOf(all, wanted, 2), { of: 'Kestrel: the second' });
    return blocks
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .map((element) => {
        if (element.type !== 'button') throw new Error(element.type);
        expect(element.action_id).toMatch(turnsPages('turn'));
        return readPageButton(element.value);
      });
  };
  const of = 'Kestrel: the second';
  expect(read(0)).toEqual([{ page: 1, of }]);
  expect(read(1)).toEqual([
    { page: 0, of },
    { page: 2, of },
  ]);
  expect(read(2)).toEqual([{ page: 1, of }]);
  expect(pageButtons('turn', pageOf(all, 0, 5))).toEqual([]);
});

it('whatever the list is called, Slack takes the buttons', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4000, unit: 'grapheme' }), (of) => {
      const blocks = pageButtons('turn', { page: 1, pages: 3 }, { of });
      expect(checkMessage({ text: 'Pages', blocks })).toEqual([]);
    }),
  );
});
