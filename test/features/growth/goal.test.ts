import { expect, it } from 'vitest';
import { readSteps, typedSteps } from '../../../src/features/growth/goal.ts';
import { goalsView } from '../../../src/features/growth/goals-view.ts';
import { checkView } from '../../../src/platform/slack/block-kit-limits.ts';

it('reads steps as they are typed, in the order of their days', () => {
  const read = readSteps('2026-05-30: Run one alone\n\n 2026-04-30 Shadow two onboarding calls ');
  expect(read).toEqual({
    ok: true,
    steps: [
      { dueOn: '2026-04-30', what: 'Shadow two onboarding calls' },
      { dueOn: '2026-05-30', what: 'Run one alone' },
    ],
  });
  expect(read.ok && typedSteps(read.steps)).toBe('2026-04-30 Shadow two onboarding calls\n2026-05-30 Run one alone');
});

it.each([
  ['', 'at least one step'],
  ['Shadow two calls', 'Line 1: begin with the day'],
  ['2026-04-30 Shadow\n2026-02-30 Run one', 'Line 2: begin with the day'],
  ['2026-04-30', 'Line 1: begin with the day'],
  ['2026-13-01 Run one', 'Line 1: begin with the day'],
  [`2026-04-30 ${'x'.repeat(201)}`, 'Line 1: say it in 200 characters'],
  [Array(9).fill('2026-04-30 One more').join('\n'), 'At most 8 steps'],
])('says what to mend in "%s"', (typed, problem) => {
  const read = readSteps(typed);
  expect(read.ok ? '' : read.problem).toContain(problem);
});

it('shows many long goals within what Slack takes', () => {
  const step = (position: number) => ({
    position,
    what: '<!channel>'.repeat(20),
    dueOn: '2026-04-30' as const,
    isDone: position > 3,
    doneAt: position > 3 ? new Date(0) : null,
  });
  const goals = Array.from({ length: 20 }, (_, at) => ({
    goal: {
      id: `goal-${at}`,
      memberId: 'U1',
      objective: '&'.repeat(300),
      steps: [0, 1, 2, 3, 4, 5, 6, 7].map(step),
      supporterId: 'U2',
      material: '<'.repeat(500),
      feedbackId: null,
      setAt: new Date(0),
      endedAt: null,
      state: 'open' as const,
      progress: Array.from({ length: 5 }, () => ({ on: '2026-04-30' as const, text: '>'.repeat(500) })),
    },
    from: 'a gap that a colleague saw, March 2026',
  }));
  for (const isOwn of [true, false]) {
    expect(checkView(goalsView({ page: 0, memberId: 'U1', isOwn, goals, today: '2026-05-01' }))).toEqual([]);
  }
});
