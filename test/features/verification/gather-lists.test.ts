import { expect, it } from 'vitest';
import { gatherLists } from '../../../src/features/verification/gather-lists.ts';
import { insertPlanned } from '../../../src/platform/jobs/ledger.ts';
import { littleRecord } from '../observations/little-record.ts';

const wednesday = new Date('2026-03-25T12:00:00Z');

async function world() {
  const { db } = await littleRecord();
  const own = (dataOwnerId: string | null) =>
    db.metricDefinition.updateMany({ where: { metricKey: 'first_reply_hours' }, data: { dataOwnerId } });
  return {
    db,
    own,
    async plan(now = wednesday) {
      const planned = await gatherLists(db, { workspaceId: 'T1', now });
      await insertPlanned(db, 'T1', 'verification-list', planned, now);
      return planned.map(({ occurrence, dueAt }) => `${occurrence} ${dueAt.toISOString()}`);
    },
  };
}

it('a data owner gets one list a week, at half past nine of Monday where they live', async () => {
  const { plan } = await world();
  expect(await plan()).toEqual(['2026-03-23@U2 2026-03-23T08:30:00.000Z']);
  expect(await plan()).toEqual([]);
  expect(await plan(new Date('2026-03-30T00:00:00Z'))).toEqual(['2026-03-30@U2 2026-03-30T07:30:00.000Z']);
});

it('whoever becomes a data owner within the week gets a list of it, and whoever left gets none', async () => {
  const { db, own, plan } = await world();
  await plan();
  await own('U1');
  expect(await plan()).toEqual(['2026-03-23@U1 2026-03-23T08:30:00.000Z']);
  await db.member.updateMany({ where: { id: 'U1' }, data: { deactivatedAt: wednesday } });
  expect(await plan(new Date('2026-03-30T12:00:00Z'))).toEqual([]);
});

it('managers get one where a metric that needs verification has no data owner', async () => {
  const { db, own, plan } = await world();
  await db.member.updateMany({ where: { id: 'U1' }, data: { managerId: 'U2' } });
  await own(null);
  expect(await plan()).toEqual([]);
  await db.metricDefinition.updateMany({
    where: { metricKey: 'first_reply_hours' },
    data: { needsVerification: true },
  });
  expect(await plan()).toEqual(['2026-03-23@U2 2026-03-23T08:30:00.000Z']);
});
