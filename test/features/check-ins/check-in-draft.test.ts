import { describe, expect, it } from 'vitest';
import { type CheckInDraft, filledNumbers, fillNumbers } from '../../../src/features/check-ins/check-in-draft.ts';
import type { Measure } from '../../../src/features/metrics/metric.ts';
import { readTypedNumber } from '../../../src/features/metrics/typed-number.ts';
import { measure } from '../metrics/some-metric.ts';

const plainHours = measure({ unit: 'hours' });
const hours = measure({ unit: 'hours', format: 'duration' });
const percent = measure({ unit: '%', format: 'percent' });

/** What stands in the field when an answer that was given under one definition is opened under another. */
function filled(value: string | null, then: Measure, now: Measure): string | null | undefined {
  return filledNumbers([{ metricKey: 'reply', value, ...then }], [{ key: 'reply', ...now }]).get('reply')?.text;
}

describe('an answer that is opened again', () => {
  it.each([
    ['9000', hours, hours, '2h 30m'],
    ['0.5', percent, percent, '0.5%'],
    ['1234.5', plainHours, plainHours, '1234.5'],
    ['4.2', plainHours, hours, '4.2 hours'],
    ['9000', hours, plainHours, '2h 30m'],
    [null, hours, hours, null],
  ])('%s of %j in %j stands there as %s', (value, then, now, typed) => {
    expect(filled(value, then, now)).toBe(typed);
  });

  it('means the same number when it is saved unchanged, or has to be said anew', () => {
    const again = (value: string, then: Measure, now: Measure) => readTypedNumber(filled(value, then, now), now);
    expect(again('0.5', percent, percent)).toEqual({ ok: true, value: '0.5' });
    expect(again('4.2', plainHours, hours)).toEqual({ ok: true, value: '15120' });
    expect(again('9000', hours, plainHours).ok).toBe(false);
  });
});

describe('a draft that is opened again', () => {
  const stood = filledNumbers([{ metricKey: 'reply', value: '3.5', ...plainHours }], [{ key: 'reply', ...plainHours }]);
  const fields = (value: CheckInDraft['values'][number]) => fillNumbers({ values: [value] }, stood).get('reply');

  it('shows what was typed, and else what stands by now', () => {
    expect(fields({ metricKey: 'reply', typed: '5', filled: '4' })).toBe('5');
    expect(fields({ metricKey: 'reply', typed: null, filled: '4' })).toBeNull();
    expect(fields({ metricKey: 'reply', typed: '4', filled: '4' })).toBe('3.5');
    // From before drafts knew what had been filled in.
    expect(fields({ metricKey: 'reply', typed: '4' })).toBe('4');
  });
});
