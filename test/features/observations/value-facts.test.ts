import { expect, it } from 'vitest';
import { loadTrends } from '../../../src/features/observations/load-trends.ts';
import type { Prisma } from '../../../src/platform/storage/client/client.ts';
import { littleRecord } from './little-record.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

async function world() {
  const { db, add } = await littleRecord();
  const states = async () => {
    const span = { from: '2026-01-01', to: '2026-12-31' } as const;
    const trends = await loadTrends(db, { workspaceId: 'T1', memberIds: ['U1'], ...span });
    return trends.get('U1')?.flatMap(({ values }) => values.map(({ state }) => state));
  };
  const say = (observationId: string, kind: Prisma.VerdictUncheckedCreateInput['kind'], day: string) =>
    db.verdict.create({
      data: { workspaceId: 'T1', observationId, memberId: 'U1', kind, givenById: 'U2', givenAt: at(day) },
    });
  const challenge = (observationId: string, more: Partial<Prisma.ChallengeUncheckedCreateInput> = {}) =>
    db.challenge.create({
      data: {
        workspaceId: 'T1',
        observationId,
        memberId: 'U1',
        metricKey: 'first_reply_hours',
        periodOn: at('2026-03-26'),
        source: 'progress',
        challengerId: 'U2',
        reason: 'The export says 9',
        challengedAt: at('2026-03-27'),
        ...more,
      },
    });
  return { db, add, states, say, challenge };
}

it('the last verdict tells the state of a value, and leaving a difference open tells nothing', async () => {
  const { add, states, say } = await world();
  const id = await add({ value: '4' });
  expect(await states()).toEqual(['reported']);
  await say(id, 'returned', '2026-03-28');
  await say(id, 'verified', '2026-03-27');
  expect(await states()).toEqual(['returned']);
  await say(id, 'verified', '2026-03-29');
  await say(id, 'left_open', '2026-03-30');
  expect(await states()).toEqual(['verified']);
});

it('a challenge without an answer holds for whatever takes the place of its value, and for nothing else', async () => {
  const { db, add, states, challenge } = await world();
  const id = await add({ value: '4' });
  await add({ value: '5', metricKey: 'reopened' });
  await add({ value: '4', periodOn: at('2026-03-19') });
  const { id: challengeId } = await challenge(id);
  expect((await states())?.toSorted()).toEqual(['challenged', 'reported', 'reported']);
  await add({ value: '4.5', supersedesId: id });
  expect((await states())?.toSorted()).toEqual(['challenged', 'reported', 'reported']);
  await db.challenge.update({ where: { id: challengeId }, data: { answer: 'upheld' } });
  expect(await states()).toEqual(['reported', 'reported', 'reported']);
});

it('sources that differ by more than the definition takes leave the period open', async () => {
  const { db, add, states } = await world();
  await add({ value: '100', source: 'crm' });
  await add({ value: '95', source: 'survey' });
  expect(await states()).toEqual(['differing', 'differing']);
  await db.metricDefinition.updateMany({ data: { tolerancePercent: 5 } });
  expect(await states()).toEqual(['reported', 'reported']);
});
