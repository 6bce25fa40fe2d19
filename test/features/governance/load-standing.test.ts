import { describe, expect, it } from 'vitest';
import { loadStanding } from '../../../src/features/governance/load-standing.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const definition = {
  workspaceId: 'T1',
  metricKey: 'reply',
  name: 'Reply',
  meaning: 'Hours',
  unit: 'hours',
  direction: 'lower',
  timing: 'leading',
  source: 'Help desk',
  definedAt: new Date('2026-03-01T00:00:00Z'),
} as const;

async function world() {
  const { db } = await freshDatabase();
  const sponsorIds = ['USAM', 'UGUEST', 'UGONE', 'UBOT'];
  const installedAt = definition.definedAt;
  for (const id of ['T1', 'T2']) {
    await db.workspace.create({ data: { id, name: id, botUserId: 'U0', installedAt, sponsorIds } });
    await db.metric.create({ data: { workspaceId: id, key: 'reply' } });
  }
  const person = { workspaceId: 'T1', kind: 'person', name: 'Somebody', timeZone: 'UTC' } as const;
  await db.member.createMany({
    data: [
      { ...person, id: 'USAM' },
      { ...person, id: 'UANA', managerId: 'USAM' },
      { ...person, id: 'UGUEST', kind: 'guest' },
      { ...person, id: 'UBOT', kind: 'bot' },
      { ...person, id: 'UGONE', deactivatedAt: installedAt },
    ],
  });
  const versions = [
    { version: 1, dataOwnerId: 'UANA' },
    { version: 2, dataOwnerId: 'USAM' },
  ];
  await db.metricDefinition.createMany({ data: versions.map((one) => ({ ...definition, ...one })) });
  const load = (actorId: string, workspaceId = 'T1') =>
    loadStanding(db, { workspaceId, actorId, now: new Date('2026-03-26T12:00:00Z') });
  return { db, load };
}

it('owns what the definition in force says, and not what an earlier one said', async () => {
  const { load } = await world();
  expect([...(await load('USAM')).owns]).toEqual(['reply']);
  expect([...(await load('UANA')).owns]).toEqual([]);
});

it.each([
  ['USAM', { isHere: true, isSponsor: true }],
  ['UANA', { isHere: true, isSponsor: false }],
  ['UGUEST', { isHere: true, isSponsor: false }],
  ['UBOT', { isHere: false, isSponsor: false }],
  ['UGONE', { isHere: false }],
  ['UNOBODY', { isHere: false, isSponsor: false }],
])('%s is %o', async (id, says) => {
  const { load } = await world();
  expect(await load(id)).toMatchObject(says);
});

it('reaches into no other workspace', async () => {
  const { load } = await world();
  expect(await load('USAM', 'T2')).toMatchObject({ isHere: false, owns: new Set() });
});

describe('a partner', () => {
  /** Ana's plan, its versions in order; Sam is its partner where a version says so. */
  async function planned(...versions: { signed?: boolean; agreed?: boolean; periodTo?: string }[]) {
    const { db, load } = await world();
    const plan = await db.plan.create({
      data: { workspaceId: 'T1', memberId: 'UANA', createdAt: definition.definedAt },
    });
    for (const [index, { signed, agreed, periodTo = '2026-06-30' }] of versions.entries()) {
      const version = { planId: plan.id, version: index + 1, workspaceId: 'T1' };
      await db.planVersion.create({
        data: {
          ...version,
          periodFrom: new Date('2025-01-01'),
          periodTo: new Date(periodTo),
          holdsFrom: new Date('2025-01-01'),
          reason: 'Because',
          writtenById: 'UANA',
          writtenAt: definition.definedAt,
          agreedAt: agreed ? definition.definedAt : null,
        },
      });
      const item = { position: 0, metricKey: 'reply', definitionVersion: 2, weight: 100, threshold: 9, target: 4 };
      await db.planItem.create({ data: { ...version, ...item, capCredit: '1.2', reason: 'Because' } });
      if (signed === undefined) continue;
      const signedAt = signed ? definition.definedAt : null;
      await db.planSigner.create({ data: { ...version, memberId: 'USAM', capacity: 'partner', signedAt } });
    }
    return Object.fromEntries([...(await load('USAM')).signed].map(([id, keys]) => [id, [...keys]]));
  }

  const theirs = { UANA: ['reply'] };

  it.each([
    ['who signed', [{ signed: true }], theirs],
    ['who did not sign yet', [{ signed: false }], {}],
    ['whose plan is being changed', [{ signed: true, agreed: true }, { signed: false }], theirs],
    ['whose plan was changed without them', [{ signed: true, agreed: true }, { agreed: true }], {}],
    ['whose plan ended a quarter ago', [{ signed: true, agreed: true, periodTo: '2025-12-24' }], theirs],
    ['whose plan ended before that', [{ signed: true, agreed: true, periodTo: '2025-12-23' }], {}],
  ])('%s', async (_, versions, sees) => {
    expect(await planned(...versions)).toEqual(sees);
  });
});

it('reads who is below the person and nobody else', async () => {
  const { load } = await world();
  expect(await load('USAM')).toMatchObject({ managerOf: new Map([['UANA', 'USAM']]) });
  expect(await load('UANA')).toMatchObject({ managerOf: new Map() });
});
