import { expect, it } from 'vitest';
import { isRowId, lockRow } from '../../../src/platform/storage/lock-row.ts';
import { fivePeople } from '../../setup/five-people.ts';
import { someoneWaits } from '../../setup/someone-waits.ts';

const workspaceId = 'T1';

async function withGoal() {
  const { db } = await fivePeople();
  const goal = { workspaceId, memberId: 'UANA', objective: 'Run a workshop', setById: 'UANA', setAt: new Date() };
  const { id } = await db.developmentGoal.create({ data: goal });
  return { db, id };
}

it('is taken in its own workspace, and no other', async () => {
  const { db, id } = await withGoal();
  const lock = (workspace: string, row: string) =>
    db.$transaction((transaction) => lockRow(transaction, 'DevelopmentGoal', { workspaceId: workspace, id: row }));
  expect(await lock(workspaceId, id)).toBe(true);
  expect(await lock('T2', id)).toBe(false);
  expect(await lock(workspaceId, '7b0c8c0e-5d1c-4b36-9a3c-6a0f6f5a3b11')).toBe(false);
});

it.each(['', 'x', "' or true --", '7B0C8C0E-5D1C-4B36-9A3C-6A0F6F5A3B11 ', '7b0c8c0e-5d1c-4b36-9a3c-6a0f6f5a3b11:2'])(
  '%j names no row, and is no error',
  async (words) => {
    const { db } = await fivePeople();
    expect(isRowId(words)).toBe(false);
    const lock = db.$transaction((transaction) => lockRow(transaction, 'Win', { workspaceId, id: words }));
    expect(await lock).toBe(false);
  },
);

it('is held until the transaction ends', async () => {
  const { db, id } = await withGoal();
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const holding = db.$transaction(async (transaction) => {
    await lockRow(transaction, 'DevelopmentGoal', { workspaceId, id });
    first.resolve();
    await someoneWaits(db);
    order.push('first');
  });
  await first.promise;
  const waiting = db.$transaction(async (transaction) => {
    await lockRow(transaction, 'DevelopmentGoal', { workspaceId, id });
    order.push('second');
  });
  await Promise.all([holding, waiting]);
  expect(order).toEqual(['first', 'second']);
});
