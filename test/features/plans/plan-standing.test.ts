import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/features/observations/trend.ts';
import { inPercent } from '../../../src/features/plans/fraction.ts';
import { inForceOn } from '../../../src/features/plans/plan.ts';
import { planStanding } from '../../../src/features/plans/plan-standing.ts';
import { targetChanges, targetHistory } from '../../../src/features/plans/target-changes.ts';
import { value } from '../metrics/some-metric.ts';
import { item, plan, signers, version } from './some-plan.ts';

const lagging = item({
  metricKey: 'reopened',
  name: 'Reopened',
  unit: 'tickets',
  weight: '40',
  threshold: '20',
  target: '10',
  cap: null,
});
const both = version({ items: [item(), lagging] });

function standing(values: Record<string, Value[]>, of = both, on: `${number}-${number}-${number}` = '2026-03-31') {
  const { items, score } = planStanding(of, (key) => values[key] ?? [], on);
  const number = score.outcome === 'scored' ? inPercent(score.score) : null;
  return { items, score: number, coverage: inPercent(score.coverage) };
}
const reopened = (on: Value['on'], number: string, more: Partial<Value> = {}) =>
  value({ on, value: number, unit: 'tickets', ...more });

describe('how a plan stands', () => {
  it('is the weighted mean of what is attained', () => {
    // By hand: (6 - 4.5) / 2 = 75 %, (20 - 15) / 10 = 50 %; 0.6 x 75 + 0.4 x 50 = 65.
    const found = standing({
      first_reply_hours: [value({ on: '2026-03-02', value: '4.5' })],
      reopened: [reopened('2026-03-02', '15')],
    });
    expect(found).toMatchObject({ score: '65', coverage: '100' });
  });

  it('leaves out what is missing, which is not zero', () => {
    const found = standing({ first_reply_hours: [value({ on: '2026-03-02', value: '4.5' })] });
    expect(found).toMatchObject({ score: '75', coverage: '60' });
    expect(found.items[1]).toMatchObject({ value: null, attainment: null, because: 'no value yet' });
    expect(standing({ reopened: [reopened('2026-03-02', '15')] })).toMatchObject({ score: null, coverage: '40' });
  });

  it.each([
    ['challenged', 'challenged, and not answered yet'],
    ['returned', 'sent back by its data owner'],
    ['differing', 'two sources differ, and its data owner has not decided'],
    ['withdrawn', 'withdrawn'],
  ] as const)('leaves a %s value out and lists it with the reason', (state, because) => {
    const found = standing({ first_reply_hours: [value({ on: '2026-03-02', value: '3', state })] });
    expect(found.items[0]).toMatchObject({
      value: null,
      because,
      leftOut: [{ on: '2026-03-02', value: '3', because }],
    });
  });

  it('leaves a value out that should be verified and is not', () => {
    const unverified = value({ on: '2026-03-02', value: '3', needsVerification: true });
    expect(standing({ first_reply_hours: [unverified] }).items[0]?.because).toBe(
      'waits for its data owner to verify it',
    );
    const verified = { ...unverified, state: 'verified' as const };
    expect(standing({ first_reply_hours: [verified] }).items[0]?.value).toBe('3');
  });

  it('goes on with the values that may be used, and lists those that may not', () => {
    const values = [
      value({ on: '2026-03-02', value: '5' }),
      value({ on: '2026-03-09', value: '1', state: 'challenged' }),
      value({ on: '2026-03-16', value: '2', state: 'corrected' }),
    ];
    const [first] = standing({ first_reply_hours: values }).items;
    expect(first).toMatchObject({ value: '5', because: null, leftOut: [{ on: '2026-03-09', value: '1' }] });
  });

  it('takes the time of the plan, up to the day that is asked about', () => {
    const values = [
      value({ on: '2025-12-31', value: '1' }),
      value({ on: '2026-03-02', value: '5' }),
      value({ on: '2026-04-06', value: '2' }),
    ];
    expect(standing({ first_reply_hours: values }).items[0]?.value).toBe('5');
  });

  it('takes what the values come to by the aggregation of the metric', () => {
    const summed = version({ items: [{ ...lagging, aggregation: 'sum', weight: '100' }] });
    const values = [
      reopened('2026-03-02', '4', { aggregation: 'sum' }),
      reopened('2026-03-09', '5', { aggregation: 'sum' }),
      reopened('2026-03-10', '6', { aggregation: 'sum' }),
    ];
    // 15 of 20 to 10: half of the way.
    expect(standing({ reopened: values }, summed)).toMatchObject({ score: '50', items: [{ value: '15' }] });
  });

  it('measures by the target of the month that the value is about', () => {
    const steps = [
      { from: '2026-01-01', every: 'month', target: '5' },
      { from: '2026-02-01', every: 'month', target: '4.5' },
    ] as const;
    const stepped = version({ items: [item({ weight: '100', steps: [...steps] })] });
    const at = (on: Value['on']) => standing({ first_reply_hours: [value({ on, value: '5' })] }, stepped);
    expect(at('2026-01-12')).toMatchObject({ score: '100', items: [{ target: '5' }] });
    expect(at('2026-02-09')).toMatchObject({ score: '66.7', items: [{ target: '4.5' }] });
    expect(at('2026-03-09')).toMatchObject({ score: '50', items: [{ target: '4' }] });
  });

  it.each<Partial<Value>>([
    { unit: 'minutes' },
    { format: 'duration' },
    { scaleFrom: '1' },
    { aggregation: 'sum' },
    { frequency: 'month' },
    { direction: 'higher' },
  ])('does not compare numbers that were measured otherwise than agreed: %j', (otherwise) => {
    const anew = value({ on: '2026-03-02', value: '240', version: 2, ...otherwise });
    expect(standing({ first_reply_hours: [anew] }).items[0]).toMatchObject({
      value: null,
      because: 'the metric was defined anew since the plan was agreed',
    });
  });
});

describe('what is in force', () => {
  const first = version();
  const second = version({ version: 2, holdsFrom: '2026-04-01', items: [item({ target: '5' })], reason: 'Two short.' });

  it.each([
    ['2026-03-31', 1],
    ['2026-04-01', 2],
    ['2025-12-01', 1],
  ] as const)('on %s is version %i', (day, number) => {
    expect(inForceOn(plan(first, second), day)?.version).toBe(number);
  });

  it('is never what not all have signed', () => {
    const unsigned = { ...second, agreedAt: null, signers: signers('UANA', 'UMAYA') };
    expect(inForceOn(plan(first, unsigned), '2026-05-01')?.version).toBe(1);
    expect(inForceOn(plan({ ...first, agreedAt: null }), '2026-05-01')).toBeUndefined();
  });

  it('keeps the history: old, new, from when, why, and who signed', () => {
    expect(targetHistory([first, second])).toMatchObject([
      { what: 'target 5 hours, was 4 hours', from: '2026-04-01', reason: 'Two short.', version: 2 },
    ]);
    expect(targetHistory([first, { ...second, agreedAt: null }])).toEqual([]);
  });

  it.each([
    [{ threshold: '7' }, 'threshold 7 hours, was 6 hours'],
    [{ cap: null }, 'cap none, was 3 hours'],
    [{ capCredit: '1.5' }, 'credit at the cap 1.5, was 1.2'],
    [{ weight: '40' }, 'weight 40%, was 60%'],
    [{ target: '4.0000' }, undefined],
    [
      { steps: [{ from: '2026-02-01' as const, every: 'month' as const, target: '5' }] },
      'on the way Feb 2026: 5 hours, was no steps',
    ],
  ])('tells that %j changed', (differences, what) => {
    const changed = targetChanges(first, version({ version: 2, items: [item(differences)] }));
    expect(changed.map((one) => one.what)).toEqual(what === undefined ? [] : [what]);
  });

  it('tells what was added and what was left out', () => {
    expect(targetChanges(first, version({ items: [lagging] })).map(({ name, what }) => `${name}: ${what}`)).toEqual([
      'Reopened: added, with target 10 tickets',
      'Time to first reply: left out from then on',
    ]);
  });
});
