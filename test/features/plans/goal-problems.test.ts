import { describe, expect, it } from 'vitest';
import { readGoal } from '../../../src/features/plans/goal-problems.ts';
import { type DraftedGoal, NO_GOAL } from '../../../src/features/plans/plan-draft.ts';
import { measure } from '../metrics/some-metric.ts';

const time = { from: '2026-01-01', to: '2026-06-30' } as const;
const hours = { ...measure({ unit: 'hours' }), direction: 'lower' as const };
const percent = { ...measure({ unit: '%', format: 'percent' }), direction: 'higher' as const };
const typed = (differences: Partial<DraftedGoal>): DraftedGoal => ({
  ...NO_GOAL,
  ...{ threshold: '6', target: '4', reason: 'Clients wait.' },
  ...differences,
});

describe('the numbers of a metric', () => {
  it('are read in its format, with the usual credit at the cap', () => {
    expect(readGoal(typed({ cap: '3' }), hours, time)).toEqual({
      ok: true,
      goal: {
        ...{ direction: 'lower', threshold: '6', target: '4', cap: '3', capCredit: '1.2' },
        ...{ steps: [], reason: 'Clients wait.' },
      },
    });
    const duration = { ...measure({ unit: 'hours', format: 'duration' }), direction: 'lower' as const };
    expect(readGoal(typed({ threshold: '2h', target: '1h 30m' }), duration, time)).toMatchObject({
      goal: { threshold: '7200', target: '5400', cap: null },
    });
    expect(readGoal(typed({ threshold: '80%', target: '92.5%' }), percent, time)).toMatchObject({
      goal: { threshold: '80', target: '92.5' },
    });
  });

  it.each<[string, Partial<DraftedGoal>, typeof hours | typeof percent, Record<string, RegExp>]>([
    ['no numbers', { ...NO_GOAL }, hours, { threshold: /from which value/, target: /what is aimed at/, reason: /why/ }],
    ['no number at all', { target: 'four' }, hours, { target: /Write a number/ }],
    ['a target that is worse', { target: '7' }, hours, { target: /lower than the threshold, 6 hours/ }],
    ['a target at the threshold', { target: '6' }, hours, { target: /lower than the threshold/ }],
    ['a cap that is worse', { cap: '5' }, hours, { cap: /lower than the target, 4 hours/ }],
    ['a cap at the target', { cap: '4.0' }, hours, { cap: /lower than the target/ }],
    [
      'the other direction',
      { threshold: '90%', target: '80%', cap: '70%' },
      percent,
      { target: /higher than the threshold, 90%/, cap: /higher than the target, 80%/ },
    ],
    ['a credit without a cap', { capCredit: '1.3' }, hours, { cap: /needs a cap/ }],
    ['a credit below the whole', { cap: '3', capCredit: '0.9' }, hours, { capCredit: /from 1 to 2/ }],
    ['a credit above twice', { cap: '3', capCredit: '2.01' }, hours, { capCredit: /from 1 to 2/ }],
    ['a number that could be read two ways', { target: '1,234' }, hours, { target: /Leave out the comma/ }],
    [
      'targets on the way that do not lie on it',
      { cap: '3', stepsEvery: 'month', stepTargets: { '2026-01-01': '6', '2026-02-01': '3', '2026-03-01': 'x' } },
      hours,
      {
        'step:2026-01-01': /lower than the threshold/,
        'step:2026-02-01': /must not reach the cap/,
        'step:2026-03-01': /Write a number/,
      },
    ],
  ])('with %s are refused', (_, differences, metric, expected) => {
    const reading = readGoal(typed(differences), metric, time);
    const problems = reading.ok ? [] : reading.problems;
    expect(problems.map(({ at }) => at).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const { at, message } of problems) expect(message).toMatch(expected[at] ?? /never/);
  });

  it('have a step for each month that names a target', () => {
    const stepTargets = { '2026-01-01': '5.5', '2026-04-01': '5', '2027-01-01': '1' };
    expect(readGoal(typed({ stepsEvery: 'month', stepTargets }), hours, time)).toMatchObject({
      goal: {
        steps: [
          { from: '2026-01-01', every: 'month', target: '5.5' },
          { from: '2026-04-01', every: 'month', target: '5' },
        ],
      },
    });
    expect(readGoal(typed({ stepsEvery: null, stepTargets }), hours, time)).toMatchObject({ goal: { steps: [] } });
  });
});
