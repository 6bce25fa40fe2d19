import { expect, it } from 'vitest';
import { recordLooks, recordNewLooks } from '../../../src/features/governance/record-looks.ts';
import { fivePeople } from '../../setup/five-people.ts';

const now = new Date('2026-03-26T09:00:00Z');
const look = { workspaceId: 'T1', actorId: 'UMAYA', surface: 'App Home', now };
const numbers = { subjectId: 'UANA', parts: ['numbers' as const] };
const words = { subjectId: 'UANA', parts: ['words' as const] };

it.each([
  ['the same', numbers, numbers, undefined],
  ['another part beside it', numbers, { ...numbers, parts: ['numbers', 'words'] as const }, { parts: ['words'] }],
  ['one number of all', numbers, { ...numbers, metricKeys: ['nps'] }, undefined],
  ['all numbers after one', { ...numbers, metricKeys: ['nps'] }, numbers, { parts: ['numbers'], metricKeys: [] }],
  [
    'a second number',
    { ...numbers, metricKeys: ['nps'] },
    { ...numbers, metricKeys: ['csat', 'nps'] },
    { parts: ['numbers'], metricKeys: ['csat'] },
  ],
  ['of somebody else', numbers, { ...numbers, subjectId: 'UBO' }, { subjectId: 'UBO' }],
  ['numbers after words', words, numbers, { parts: ['numbers'] }],
])('what is brought up to date is looked at as far as it is new: %s', async (_, before, after, written) => {
  const { db } = await fivePeople();
  await recordLooks(db, { ...look, at: [before] });
  await recordNewLooks(db, { ...look, at: [{ ...after, parts: [...after.parts] }], since: now });
  const [, ...others] = await db.evidenceLook.findMany({ orderBy: { id: 'asc' } });
  expect(others).toMatchObject(written === undefined ? [] : [written]);
  expect(others).toHaveLength(written === undefined ? 0 : 1);
});

it('what was shown before is looked at anew', async () => {
  const { db } = await fivePeople();
  await recordLooks(db, { ...look, at: [numbers] });
  await recordNewLooks(db, { ...look, at: [numbers], since: new Date(now.getTime() + 1) });
  expect(await db.evidenceLook.count()).toBe(2);
});
