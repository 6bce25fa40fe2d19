import { expect, it } from 'vitest';
import {
  loadManagement,
  loadManagementBelow,
  loadManagersAbove,
} from '../../../src/features/people/load-management.ts';
import { managersAbove, manages } from '../../../src/features/people/management.ts';
import { fivePeople } from '../../setup/five-people.ts';

const workspaceId = 'T1';

/** Five people, a bot and somebody who left in the chain, and a circle, which only a mistake makes. */
async function withMistakes() {
  const { db } = await fivePeople();
  const person = { workspaceId, kind: 'person', timeZone: 'Etc/UTC' } as const;
  await db.member.create({
    data: { ...person, id: 'UGONE', name: 'G', managerId: 'UANA', deactivatedAt: new Date(0) },
  });
  await db.member.create({ data: { ...person, id: 'UNEW', name: 'N', managerId: 'UGONE' } });
  await db.member.create({ data: { ...person, id: 'USELF', name: 'S', managerId: 'USELF' } });
  await db.member.create({ data: { ...person, id: 'UONE', name: 'O', managerId: 'UZOE' } });
  await db.member.update({ where: { workspaceId_id: { workspaceId, id: 'UZOE' } }, data: { managerId: 'UONE' } });
  await db.workspace.create({ data: { id: 'T2', name: 'Other', botUserId: 'U1', installedAt: new Date(0) } });
  await db.member.create({ data: { ...person, workspaceId: 'T2', id: 'UMAYA', name: 'Another Maya' } });
  await db.member.create({ data: { ...person, workspaceId: 'T2', id: 'UFAR', name: 'F', managerId: 'UMAYA' } });
  return { db, all: await loadManagement(db, workspaceId) };
}

it('the people below one member tell the same of whom they manage as everybody does', async () => {
  const { db, all } = await withMistakes();
  for (const memberId of all.keys()) {
    const below = await loadManagementBelow(db, { workspaceId, memberId });
    const managed = [...all.keys()].filter((id) => manages(below, memberId, id));
    expect(managed).toEqual([...all.keys()].filter((id) => manages(all, memberId, id)));
    // Whoever is not below is not read: in a circle, that is everybody in it.
    expect([...below.keys()].filter((id) => id !== memberId).sort()).toEqual(managed.toSorted());
  }
});

it('the managers above one member are those above them among all, in the same order', async () => {
  const { db, all } = await withMistakes();
  for (const memberId of all.keys()) {
    expect(await loadManagersAbove(db, { workspaceId, memberId })).toEqual(managersAbove(all, memberId));
  }
  expect(await loadManagersAbove(db, { workspaceId, memberId: 'UNOBODY' })).toEqual([]);
  expect(await loadManagersAbove(db, { workspaceId, memberId: 'UNEW' })).toEqual(['UGONE', 'UANA', 'UMAYA', 'UBOSS']);
});
