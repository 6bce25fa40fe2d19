import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managementCircles, managersAbove, manages } from '../../../src/features/people/management.ts';

const company = new Map([
  ['ana', 'maya'],
  ['bo', 'maya'],
  ['maya', 'vic'],
  ['vic', null],
  ['cy', null],
]);

describe('in a company without mistakes', () => {
  it('names the managers above, the nearest first', () => {
    expect(managersAbove(company, 'ana')).toEqual(['maya', 'vic']);
    expect(managersAbove(company, 'vic')).toEqual([]);
    expect(managersAbove(company, 'nobody')).toEqual([]);
  });

  it('reaches through the chain, downwards only', () => {
    expect(manages(company, 'vic', 'ana')).toBe(true);
    expect(manages(company, 'ana', 'vic')).toBe(false);
    expect(manages(company, 'bo', 'ana')).toBe(false);
    expect(manages(company, 'ana', 'ana')).toBe(false);
  });

  it('has no circles', () => {
    expect(managementCircles(company)).toEqual([]);
  });
});

it('finds a circle once, also from a member who hangs below it', () => {
  const circle = new Map([
    ['dan', 'ana'],
    ['ana', 'bo'],
    ['bo', 'cy'],
    ['cy', 'ana'],
    ['eve', 'eve'],
  ]);
  expect(managementCircles(circle)).toEqual([['ana', 'bo', 'cy'], ['eve']]);
  expect(managersAbove(circle, 'dan')).toEqual(['ana', 'bo', 'cy']);
});

it('ends, and nobody manages themselves, whatever the mistake', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(
    fc.property(fc.dictionary(ids, fc.option(ids)), (links) => {
      const managerOf = new Map(Object.entries(links));
      for (const id of managerOf.keys()) expect(managersAbove(managerOf, id)).not.toContain(id);
      const circled = managementCircles(managerOf).flat();
      expect(new Set(circled).size).toBe(circled.length);
    }),
  );
});
