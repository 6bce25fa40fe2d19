import { describe, expect, it } from 'vitest';
import { readableLeftOut } from '../../../src/features/observations/left-out.ts';
import { valuesByPeriod } from '../../../src/features/observations/period-value.ts';
import { isUsable, stateOf, VALUE_STATES, type ValueFacts } from '../../../src/features/observations/usable-value.ts';
import { plusDays } from '../../../src/platform/time/calendar-day.ts';
import { value } from '../metrics/some-metric.ts';

const nothing: ValueFacts = { isWithdrawn: false, isSuperseded: false, verdict: null, isChallenged: false };

it.each<[Partial<ValueFacts>, string]>([
  [{}, 'reported'],
  [{ verdict: 'verified' }, 'verified'],
  [{ verdict: 'returned' }, 'returned'],
  [{ verdict: 'set_aside' }, 'corrected'],
  [{ isSuperseded: true }, 'corrected'],
  [{ isChallenged: true }, 'challenged'],
  [{ isChallenged: true, verdict: 'verified' }, 'challenged'],
  [{ isChallenged: true, isSuperseded: true }, 'corrected'],
  [{ isWithdrawn: true, isChallenged: true, verdict: 'verified' }, 'withdrawn'],
])('%j is %s', (facts, state) => {
  expect(stateOf({ ...nothing, ...facts })).toBe(state);
});

it('counts what nothing speaks against; of metrics that need it, only what was verified', () => {
  const usable = (needsVerification: boolean) => VALUE_STATES.filter((state) => isUsable({ state, needsVerification }));
  expect(usable(false)).toEqual(['reported', 'verified']);
  expect(usable(true)).toEqual(['verified']);
});

describe('what is left out', () => {
  it('is listed too where the metric was defined anew within the period, and where only its words changed nothing is', () => {
    const month = { frequency: 'month', aggregation: 'sum' } as const;
    const before = value({ ...month, on: '2026-03-05', value: '5' });
    const after = { ...month, on: '2026-03-12', value: '6', version: 2 } as const;
    expect(readableLeftOut([before, value({ ...after, unit: 'days' })])).toBe(
      'left out: 5 hours of Mar 2026 (the metric was defined anew since)',
    );
    expect(readableLeftOut([before, value(after)])).toBeUndefined();
  });

  it('is listed with its reason, the latest first', () => {
    const values = [
      value({ on: '2026-03-05', value: '1', state: 'returned' }),
      value({ on: '2026-03-12', value: '2', state: 'challenged' }),
      value({ on: '2026-03-19', value: '3', state: 'corrected' }),
      value({ on: '2026-03-26', value: '4', needsVerification: true }),
    ];
    expect(valuesByPeriod(values)).toEqual([]);
    expect(readableLeftOut(values)).toBe(
      'left out: 4 hours of 23 to 29 Mar 2026 (waits for its data owner to verify it); ' +
        '2 hours of 9 to 15 Mar 2026 (challenged, and not answered yet); ' +
        '1 hours of 2 to 8 Mar 2026 (sent back by its data owner)',
    );
  });

  it('is counted where it is much, and not spoken of where nothing is', () => {
    const challenged = [0, 7, 14, 21, 28].map((days) =>
      value({ on: plusDays('2026-03-02', days), state: 'challenged' }),
    );
    expect(readableLeftOut(challenged)).toMatch(/^left out: 4.2 hours of 30 Mar .* and 2 more \(challenged/);
    expect(readableLeftOut([value()])).toBeUndefined();
  });
});
