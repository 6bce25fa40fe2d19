import fc from 'fast-check';
import { expect, it } from 'vitest';
import { latestDay, readObservationRow, type SentRow } from '../../../src/features/observations/observation-row.ts';
import { metric } from '../metrics/some-metric.ts';

const surroundings = {
  metric: (key: string) => (key === 'first_reply_hours' ? metric({ dimensions: ['tier', 'region'] }) : undefined),
  member: (reference: string) => (reference === 'ana@example.com' ? { id: 'U1' } : { problem: 'Nobody is that.' }),
  maySend: () => true,
  latestOn: latestDay(new Date('2026-03-26T10:00:00Z')),
} as const;

const good: SentRow = {
  at: 2,
  metric: 'first_reply_hours',
  member: 'Ana@example.com',
  on: '2026-03-26',
  value: '4.50',
  dimensions: {},
};
const read = (differences: Partial<SentRow> = {}, more = {}) =>
  readObservationRow({ ...good, ...differences }, { ...surroundings, ...more });

it('reads a row, and gives it a key that is the same when it comes again', () => {
  expect(read()).toEqual({
    at: 2,
    metricKey: 'first_reply_hours',
    definitionVersion: 1,
    memberId: 'U1',
    on: '2026-03-26',
    value: '4.50',
    key: '=first_reply_hours/U1/2026-03-26',
    dimensions: {},
    evidenceUrl: null,
    note: null,
  });
  expect(read({ dimensions: { tier: 'gold', region: ' north ' } })).toMatchObject({
    key: '=first_reply_hours/U1/2026-03-26/region:north/tier:gold',
    dimensions: { region: 'north', tier: 'gold' },
  });
  expect(read({ key: ' a-1 ', note: ' -5 % ', evidence_url: 'https://example.com/1' })).toMatchObject({
    key: 'a-1',
    note: '-5 %',
    evidenceUrl: 'https://example.com/1',
  });
});

it.each<[string, Partial<SentRow>, string, RegExp]>([
  ['no metric', { metric: ' ' }, 'metric', /Name a metric/],
  ['an unknown metric', { metric: 'constructor' }, 'metric', /no metric "constructor"/],
  ['no member', { member: undefined }, 'member', /Name a member/],
  ['somebody of another workspace', { member: 'eve@example.com' }, 'member', /Nobody is that/],
  ['no day', { on: '' }, 'on', /^Write the day as 2026-03-26\.$/],
  ['a day that is none', { on: '2026-02-30' }, 'on', /not "2026-02-30"/],
  ['a day in another order', { on: '26.03.2026' }, 'on', /Write the day as/],
  ['a day long ago', { on: '1999-12-31' }, 'on', /not between 2000-01-01/],
  ['a day of next year', { on: '2027-03-26' }, 'on', /and 2026-06-26/],
  ['no value', { value: ' ' }, 'value', /not zero/],
  ['a formula', { value: '=SUM(A1:A9)' }, 'value', /is a formula/],
  ['another formula', { value: '@HYPERLINK("x")' }, 'value', /is a formula/],
  ['a comma that may be either', { value: '4,500' }, 'value', /"4,500": .*comma/],
  ['words', { value: 'four' }, 'value', /"four"/],
  ['more digits than are kept', { value: `1.${'1'.repeat(11)}` }, 'value', /at most 10 decimals/],
  ['a number to a power', { value: '1e5' }, 'value', /"1e5"/],
  ['a key that is a formula', { key: '=1+1' }, 'key', /looks like a formula/],
  ['a long key', { key: 'k'.repeat(201) }, 'key', /At most 200/],
  ['a key with a null', { key: 'a\0b' }, 'key', /no text/],
  ['half a character', { note: 'a\ud800' }, 'note', /no text/],
  ['a script for evidence', { evidence_url: 'javascript:alert(1)' }, 'evidence_url', /https/],
  ['a password in the evidence', { evidence_url: 'https://u:p@example.com' }, 'evidence_url', /https/],
  ['another dimension', { dimensions: { product_line: 'x' } }, 'product_line', /by tier, region/],
  ['a poisonous dimension', { dimensions: JSON.parse('{"__proto__": "x"}') }, '__proto__', /not broken down/],
  ['a broken row', { problem: 'It has 9 cells.' }, 'row', /9 cells/],
])('refuses %s', (_what, differences, field, reason) => {
  expect(read(differences)).toEqual([{ at: 2, field, reason: expect.stringMatching(reason) }]);
});

it('tells everything that is wrong with a row at once', () => {
  expect(read({ metric: 'x', member: 'y', on: 'z' })).toHaveLength(3);
});

it('commas are decimals where that was declared', () => {
  expect(read({ value: '1.234,5' }, { decimalMark: ',' })).toMatchObject({ value: '1234.5' });
  expect(read({ value: '1,234.5' }, { decimalMark: '.' })).toMatchObject({ value: '1234.5' });
});

it('only the data owner sends values of a metric, where that is the rule', () => {
  expect(read({}, { maySend: () => false })).toMatchObject([{ field: 'metric', reason: /data owner/ }]);
});

it('whatever the cells hold, it answers with a row or with problems', () => {
  const cell = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
  const dimensions = fc.dictionary(fc.string(), fc.string());
  const rows = fc.record({
    at: fc.nat(),
    metric: cell,
    member: cell,
    on: cell,
    value: cell,
    key: cell,
    note: cell,
    dimensions,
  });
  fc.assert(
    fc.property(rows, (row) => {
      const answer = read(row);
      expect(Array.isArray(answer) ? answer.length : 1).toBeGreaterThan(0);
    }),
  );
});
