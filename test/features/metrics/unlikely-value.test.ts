import { expect, test } from 'vitest';
import { whyUnlikely } from '../../../src/features/metrics/unlikely-value.ts';
import { measure } from './some-metric.ts';

const percent = measure({ unit: '%', format: 'percent' });
const tickets = measure({ unit: 'tickets', format: 'count' });
const money = measure({ unit: 'EUR', format: 'currency' });
const time = measure({ unit: 'hours', format: 'duration' });

test.each([
  ['a slip of the point', '420', ['4.2'], percent, '420% is more than the whole (100%).'],
  ['the first percentage, beyond the whole', '101', [], percent, '101% is more than the whole (100%).'],
  ['less than nothing', '-5', ['5'], percent, '-5% is less than nothing.'],
  ['fewer than none', '-3', [], tickets, '-3 tickets is less than nothing.'],
  ['a hundred times more', '400', ['4', '5'], tickets, '400 tickets is far from what was given before (5 tickets).'],
  ['a hundred times less', '0.04', ['4', '5'], tickets, '0.04 tickets is far from what was given before (5 tickets).'],
  ['minutes for hours', '900000', ['15000'], time, '250h is far from what was given before (4h 10m).'],
])('%s is asked about', (_, value, before, by, why) => {
  expect(whyUnlikely(value, before, by)).toBe(why);
});

test.each([
  ['what is as usual', '4.4', ['4.2'], percent],
  ['all of it', '100', ['99'], percent],
  ['more than the whole, where there was more before', '120', ['115'], percent],
  ['a net change below nothing, where one was before', '-5', ['3', '-2'], percent],
  ['a loss', '-1000', ['900'], money],
  ['nineteen times more', '19', ['1'], tickets],
  ['far from the last, near to an earlier one', '400', ['300', '4'], tickets],
  ['none at all', '0', ['400'], tickets],
  ['the first after none', '400', ['0'], tickets],
  ['the first', '400', [], tickets],
])('%s is not', (_, value, before, by) => {
  expect(whyUnlikely(value, before, by)).toBeUndefined();
});
