import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDraft } from '../../../src/features/plans/first-draft.ts';
import { evenWeights, withMetrics } from '../../../src/features/plans/plan-draft.ts';
import { type DraftedPlan, planProblems } from '../../../src/features/plans/plan-problems.ts';
import { metric } from '../metrics/some-metric.ts';

const leading = metric({ key: 'leading', name: 'Leading', timing: 'leading', dataOwnerId: 'UOWNER' });
const lagging = metric({ key: 'lagging', name: 'Lagging', timing: 'lagging', dataOwnerId: 'UOWNER' });
const partner = (id: string, status: 'here' | 'gone' | 'unknown' = 'here') => ({ id, name: `${id}.`, status });

function drafted(differences: Partial<DraftedPlan> = {}): DraftedPlan {
  const metrics = differences.metrics ?? [leading, lagging];
  return {
    memberId: 'UANA',
    managerId: 'UMAYA',
    from: '2026-01-01',
    to: '2026-06-30',
    change: null,
    reason: 'Clients who get help stay.',
    partners: [],
    metrics,
    weights: evenWeights(metrics.map(({ key }) => key)),
    nameOf: (key) => `The metric ${key}`,
    ...differences,
  };
}

const found = (differences: Partial<DraftedPlan>) =>
  planProblems(drafted(differences)).map(({ at, message }) => `${at}: ${message}`);

describe('what keeps a plan from being saved', () => {
  it('is nothing in a good one', () => {
    expect(found({})).toEqual([]);
    expect(found({ partners: [partner('UZOE')] })).toEqual([]);
    expect(found({ change: { holdsFrom: '2026-03-01' } })).toEqual([]);
  });

  it.each<[string, Partial<DraftedPlan>, string[]]>([
    ['no metrics', { metrics: [], weights: {} }, ['metrics: Pick the metrics: at least one leading and one lagging.']],
    [
      'none leading',
      { metrics: [lagging] },
      ['metrics: None of these is leading. Add at least one: it warns in time.'],
    ],
    [
      'none lagging',
      { metrics: [leading] },
      ['metrics: None of these is lagging. Add at least one: it shows whether it helped the client.'],
    ],
    [
      'a sales target',
      { metrics: [{ ...leading, isSalesTarget: true }, lagging] },
      ['metrics: Leading is a sales target. It is not for a role that moves client outcomes indirectly: leave it out.'],
    ],
    [
      'speed without a counter-metric in its definition',
      { metrics: [{ ...leading, isSpeed: true }, lagging] },
      ['metrics: Leading measures speed and has no counter-metric. It needs one in its definition first.'],
    ],
    [
      'speed without its counter-metric in the plan',
      { metrics: [{ ...leading, isSpeed: true, counterMetricKey: 'quality' }, lagging] },
      ['metrics: Leading measures speed: add its counter-metric, The metric quality.'],
    ],
    [
      'no source',
      { metrics: [{ ...leading, source: ' ' }, lagging] },
      ['metrics: Nobody said where Leading comes from. It needs a source in its definition.'],
    ],
    [
      'no data owner',
      { metrics: [{ ...leading, dataOwnerId: null }, lagging] },
      ['metrics: Nobody answers for Leading. It needs a data owner in its definition.'],
    ],
    ['no first day', { from: null }, ['from: Pick the first day.']],
    ['no last day', { to: null }, ['to: Pick the last day.']],
    ['days the wrong way round', { to: '2026-01-01' }, ['to: The last day must come after the first.']],
    [
      'more than a year',
      { to: '2027-01-02' },
      ['to: A plan is for a year at most. Plan the time after it when this one ends.'],
    ],
    ['no reason', { reason: ' ' }, ['reason: Say what this plan is for.']],
    [
      'a change without a reason',
      { reason: null, change: { holdsFrom: '2026-02-01' } },
      ['reason: Say why it changes.'],
    ],
    [
      'a change from no day',
      { change: { holdsFrom: null } },
      ['holdsFrom: Pick the day from which on the change holds.'],
    ],
    [
      'a change outside the plan',
      { change: { holdsFrom: '2026-07-01' } },
      ['holdsFrom: Pick a day of the plan, Thu 1 Jan 2026 to Tue 30 Jun 2026.'],
    ],
    [
      'the employee as partner',
      { partners: [partner('UANA')] },
      ['partners: The plan is theirs: they sign it anyway.'],
    ],
    ['the manager as partner', { partners: [partner('UMAYA')] }, ['partners: The manager signs it anyway.']],
    ['a partner who left', { partners: [partner('UZOE', 'gone')] }, ['partners: UZOE. left: pick somebody else.']],
    ['a stranger as partner', { partners: [partner('UX', 'unknown')] }, ['partners: Pick people of this workspace.']],
    [
      'too many partners',
      { partners: ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7'].map((id) => partner(id)) },
      ['partners: At most 6 partners fit the conversation in which a plan is agreed.'],
    ],
    [
      'a weight that is none',
      { weights: { leading: 'half', lagging: '-1' } },
      [
        'weight:leading: Write a weight in percent, above 0, such as 25.',
        'weight:lagging: Write a weight in percent, above 0, such as 25.',
      ],
    ],
    [
      'weights that fall short',
      { weights: { leading: '50', lagging: '49.5' } },
      [
        'weight:leading: All weights together are 99.5%, which is 0.5 too little.',
        'weight:lagging: All weights together are 99.5%, which is 0.5 too little.',
      ],
    ],
  ])('%s', (_, differences, words) => {
    expect(found(differences)).toEqual(words);
  });

  it('is a sixth metric', () => {
    const metrics = Array.from({ length: 6 }, (_, at) => ({ ...(at === 0 ? lagging : leading), key: `m${at}` }));
    expect(found({ metrics })).toEqual(['metrics: These are 6. More than 5 metrics steer nothing: leave some out.']);
  });

  it('is told all at once', () => {
    const metrics = [{ ...leading, isSalesTarget: true, dataOwnerId: null }];
    const fields = planProblems(drafted({ metrics, from: null, reason: null, partners: [partner('UANA')] })).map(
      ({ at }) => at,
    );
    expect(fields).toEqual(['from', 'metrics', 'partners', 'reason']);
  });
});

describe('weights', () => {
  it('that are made even come to 100, and differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
        const weights = Object.values(evenWeights(Array.from({ length: count }, (_, at) => `m${at}`))).map(Number);
        expect(weights.reduce((one, other) => one + other)).toBe(100);
        expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stay as somebody typed them when another metric is picked, and are made even again when nobody did', () => {
    const draft = firstDraft([leading, lagging], '2026-03-26', undefined);
    expect(withMetrics(draft, ['leading', 'lagging', 'third']).weights).toMatchObject({ leading: '34', third: '33' });
    const typed = { ...draft, weights: { leading: '70', lagging: '30' } };
    expect(withMetrics(typed, ['leading', 'lagging', 'third']).weights).toEqual({ leading: '70', lagging: '30' });
  });
});

describe('the beginning of a plan', () => {
  it.each([
    ['2026-03-26', undefined, '2026-01-01', '2026-06-30'],
    ['2026-07-01', undefined, '2026-07-01', '2026-12-31'],
    ['2026-06-20', '2026-06-30', '2026-07-01', '2026-12-31'],
    ['2026-09-20', '2026-06-30', '2026-07-01', '2026-12-31'],
  ] as const)('on %s, after %s, is for %s to %s', (today, after, from, to) => {
    expect(firstDraft([leading], today, after)).toMatchObject({ from, to });
  });

  it('leaves out what a plan may not have', () => {
    const sales = { ...leading, key: 'sales', isSalesTarget: true };
    expect(firstDraft([sales, leading, lagging], '2026-03-26', undefined).metricKeys).toEqual(['leading', 'lagging']);
  });
});
