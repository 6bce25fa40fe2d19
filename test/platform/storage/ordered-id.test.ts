import { expect, it } from 'vitest';
import { createOrderedIds } from '../../../src/platform/storage/ordered-id.ts';

it('makes ids of version 7 that sort as they were made, also past every carry', () => {
  const nextId = createOrderedIds(new Date('2026-03-26T09:00:00Z'));
  const ids = Array.from({ length: 100_000 }, nextId);
  expect(ids[0]).toMatch(/^019d295f-3a80-7000-8000-[0-9a-f]{12}$/);
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true);
  expect(ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id)).toBe(true);
});

it('another row of ids from the same moment has other ids', () => {
  const at = new Date('2026-03-26T09:00:00Z');
  expect(createOrderedIds(at)()).not.toBe(createOrderedIds(at)());
});
