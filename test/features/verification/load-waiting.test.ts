import { expect, it } from 'vitest';
import { loadWaiting } from '../../../src/features/verification/load-waiting.ts';
import { littleRecord } from '../observations/little-record.ts';

// Bo (U2) owns the time to first reply and Ana (U1) the reopened tickets; Cy (U3) manages both, and Di (U4) Cy.
const now = new Date('2026-03-27T09:00:00Z');

async function world() {
  const { db, add } = await littleRecord();
  await db.metricDefinition.updateMany({ data: { needsVerification: true } });
  await db.metricDefinition.updateMany({ where: { metricKey: 'reopened' }, data: { dataOwnerId: 'U1' } });
  const person = { workspaceId: 'T1', kind: 'person', timeZone: 'UTC' } as const;
  await db.member.create({ data: { ...person, id: 'U4', name: 'di' } });
  await db.member.create({ data: { ...person, id: 'U3', name: 'cy', managerId: 'U4' } });
  await db.member.updateMany({ where: { id: { in: ['U1', 'U2'] } }, data: { managerId: 'U3' } });
  const waitingFor = (actorId: string) => loadWaiting(db, { workspaceId: 'T1', actorId, now });
  return { db, add, waitingFor };
}

it('what waits for others, however much, hides nothing of what waits for oneself', async () => {
  const { db, add, waitingFor } = await world();
  const { id: _, ...row } = await db.observation.findUniqueOrThrow({ where: { id: await add({ value: '1' }) } });
  await db.observation.deleteMany();
  const older = { ...row, dimensions: {}, metricKey: 'reopened', memberId: 'U2', periodOn: new Date('2026-03-01') };
  await db.observation.createMany({ data: Array.from({ length: 1001 }, () => older) });
  const own = await add({ value: '4', memberId: 'U2' });
  expect((await waitingFor('U3')).values.map(({ id }) => id)).toEqual([own]);
  expect((await waitingFor('U1')).values).toHaveLength(100);
});

it('whoever answers has it, and nobody else', async () => {
  const { add, waitingFor } = await world();
  const [anas, bos] = [await add({ value: '4' }), await add({ value: '5', memberId: 'U2' })];
  const sources = { [anas]: 'U1', [bos]: 'U2' };
  for (const memberId of Object.values(sources))
    await add({ value: '9', memberId, source: 'crm', recordedById: 'crm' });
  const subjects = async (id: string) => {
    const { values, differences } = await waitingFor(id);
    return [new Set(values.map(({ memberId }) => memberId)), differences.map(({ memberId }) => memberId)];
  };
  expect(await subjects('U1')).toEqual([new Set(), []]);
  expect(await subjects('U2')).toEqual([new Set(['U1']), ['U1']]);
  expect(await subjects('U3')).toEqual([new Set(['U2']), ['U2']]);
  expect(await subjects('U4')).toEqual([new Set(), []]);
});
