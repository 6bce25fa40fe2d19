import { expect, it } from 'vitest';
import type { NewGoal } from '../../../src/features/growth/goal.ts';
import { markOfStep } from '../../../src/features/growth/goal-button.ts';
import {
  recordExperimentWithdrawal,
  recordUndoneExperimentWithdrawal,
} from '../../../src/features/growth/record-experiment-withdrawal.ts';
import {
  recordGoalEnded,
  recordGoalProgress,
  recordGoalStep,
} from '../../../src/features/growth/record-goal-progress.ts';
import { submitExperiment } from '../../../src/features/growth/submit-experiment.ts';
import { submitGoal } from '../../../src/features/growth/submit-goal.ts';
import { fivePeople } from '../../setup/five-people.ts';

// What a button or a window says may be old, or another's: whoever acts is looked at again where it is saved.

const workspaceId = 'T1';
const now = new Date('2026-03-25T10:00:00Z');
const goal: NewGoal = {
  objective: 'Run a workshop',
  steps: [{ what: 'Shadow one', dueOn: '2026-04-01' }],
  supporterId: null,
  material: null,
  feedbackId: null,
};

it('a goal is changed by whose it is alone, their manager included', async () => {
  const { db } = await fivePeople();
  await submitGoal(db, { workspaceId, memberId: 'UANA', goalId: null, goal, now });
  const { id: goalId } = await db.developmentGoal.findFirstOrThrow();
  for (const memberId of ['UMAYA', 'UBO', 'UZOE']) {
    const who = { workspaceId, memberId, goalId, now };
    expect(await recordGoalStep(db, { ...who, position: 0, mark: markOfStep('Shadow one'), isDone: true })).toEqual({
      outcome: 'gone',
    });
    expect(await recordGoalEnded(db, { ...who, as: 'dropped' })).toEqual({ outcome: 'gone' });
    expect(await submitGoal(db, { ...who, goal: { ...goal, objective: 'Nothing' } })).toEqual({ outcome: 'gone' });
  }
  expect(await db.goalStep.findFirst()).toMatchObject({ doneAt: null });
  expect(await db.developmentGoal.findFirst()).toMatchObject({ objective: goal.objective, droppedAt: null });
});

it('a step that was pressed is that step, however the goal was edited since, and done once', async () => {
  const { db } = await fivePeople();
  const steps = [
    { what: 'Shadow one', dueOn: '2026-04-01' as const },
    { what: 'Run one', dueOn: '2026-05-01' as const },
  ];
  await submitGoal(db, { workspaceId, memberId: 'UANA', goalId: null, goal: { ...goal, steps }, now });
  const { id: goalId } = await db.developmentGoal.findFirstOrThrow();
  const who = { workspaceId, memberId: 'UANA', goalId, now };
  const pressed = { ...who, position: 0, mark: markOfStep('Shadow one'), isDone: true };
  expect(await recordGoalStep(db, pressed)).toEqual({ outcome: 'recorded' });
  expect(await recordGoalStep(db, pressed)).toEqual({ outcome: 'recorded' });
  expect(await db.goalStep.findMany({ where: { doneAt: now } })).toMatchObject([{ what: 'Shadow one' }]);
  await submitGoal(db, { ...who, goal: { ...goal, steps: steps.slice(1) } });
  expect(await recordGoalStep(db, pressed)).toEqual({ outcome: 'changed-meanwhile' });
  expect(await db.goalStep.findMany()).toMatchObject([{ what: 'Run one', doneAt: null }]);
});

it('a check-in says how it goes with one’s own goals only', async () => {
  const { db } = await fivePeople();
  await submitGoal(db, { workspaceId, memberId: 'UANA', goalId: null, goal, now });
  const { id: goalId } = await db.developmentGoal.findFirstOrThrow();
  const checkInId = '7b0c8c0e-5d1c-4b36-9a3c-6a0f6f5a3b11';
  const said = [{ goalId, text: 'Not theirs to say.' }];
  await recordGoalProgress(db, { workspaceId, memberId: 'UBO', checkInId, said, now });
  expect(await db.goalProgress.count()).toBe(0);
});

it('an experiment is carried on by its team, and taken back by whoever named it', async () => {
  const { db } = await fivePeople();
  const bottleneck = { step: 'name', bottleneck: 'Handovers take days', proposal: null } as const;
  await submitExperiment(db, { workspaceId, memberId: 'UANA', id: undefined, said: bottleneck, now });
  const { id } = await db.experiment.findFirstOrThrow();
  const reworded = { ...bottleneck, bottleneck: 'Nothing is wrong' };
  for (const memberId of ['UZOE', 'UMAYA']) {
    expect(await submitExperiment(db, { workspaceId, memberId, id, said: reworded, now })).toEqual({
      outcome: 'not-yours',
    });
  }
  for (const memberId of ['UBO', 'UZOE']) {
    const who = { workspaceId, memberId, id, now };
    expect(await recordExperimentWithdrawal(db, who)).toEqual({ outcome: 'not-yours' });
    expect(await recordUndoneExperimentWithdrawal(db, who)).toEqual({ outcome: 'not-yours' });
  }
  expect(await db.experiment.findFirst()).toMatchObject({ bottleneck: bottleneck.bottleneck, withdrawnAt: null });
  const ofTheTeam = { workspaceId, memberId: 'UBO', id, said: reworded, now };
  expect(await submitExperiment(db, ofTheTeam)).toEqual({ outcome: 'saved' });
});

it.each(['', 'x', '7b0c8c0e-5d1c-4b36-9a3c-6a0f6f5a3b11'])('a button whose value is %j does nothing', async (id) => {
  const { db } = await fivePeople();
  const who = { workspaceId, memberId: 'UANA', id, now };
  const said = { step: 'name', bottleneck: 'Handovers take days', proposal: null } as const;
  expect(await submitExperiment(db, { ...who, said })).toEqual({ outcome: 'not-yours' });
  expect(await recordExperimentWithdrawal(db, who)).toEqual({ outcome: 'not-yours' });
  expect(await recordUndoneExperimentWithdrawal(db, who)).toEqual({ outcome: 'not-yours' });
});
