import { expect, it } from 'vitest';
import { readObservationBatch } from '../../../src/features/intake/observation-batch.ts';

it.each<[string, unknown, RegExp]>([
  ['a list', [], /Send an object/],
  ['null', null, /Send an object/],
  ['no rows', {}, /"rows": a list/],
  ['an empty list', { rows: [] }, /at least one/],
  ['too many rows', { rows: Array.from({ length: 5001 }, () => 0) }, /at most 5000/],
  ['another key', { rows: [{}], force: true }, /nothing else/],
  ['a poisoned object', JSON.parse('{"rows":[{}],"__proto__":{"partial":true}}'), /nothing else/],
  ['partial as text', { rows: [{}], partial: 'yes' }, /true or false/],
])('a body that is %s is refused in words', (_what, body, message) => {
  expect(readObservationBatch(body)).toEqual({ ok: false, problem: expect.stringMatching(message) });
});

it('what is wrong with one row is told with that row', () => {
  const rows = [
    { metric: 'a', dimensions: { tier: 'gold' } },
    { metric: 1 },
    { dimensions: { tier: 2 } },
    { on: [] },
    'x',
  ];
  const read = readObservationBatch({ rows, partial: true });
  if (!read.ok) throw new Error(read.problem);
  expect(read.isPartial).toBe(true);
  expect(read.rows.map(({ at, problem }) => [at, problem])).toEqual([
    [0, undefined],
    [1, '"metric" is to be text.'],
    [2, '"dimensions.tier" is to be text under each name.'],
    [3, '"on" is to be text.'],
    [4, expect.stringContaining('A row is an object')],
  ]);
});
