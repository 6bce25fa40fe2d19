import { expect, it } from 'vitest';
import { loadJointWork } from '../../../src/features/initiatives/load-joint-work.ts';
import { fivePeople } from '../../setup/five-people.ts';

const workspaceId = 'T1';

/** Ana was on sales until 10 March, and is on support since. Each wait is called by the days on which it stood. */
async function waited(...waits: { by: string; on: string; since: string; until: string | null }[]): Promise<string[]> {
  const { db } = await fivePeople();
  for (const key of ['sales', 'engineering']) {
    await db.team.create({ data: { workspaceId, key, name: key, definedAt: new Date(0) } });
  }
  const moved = new Date('2026-03-10T09:00:00Z');
  await db.member.update({ where: { workspaceId_id: { workspaceId, id: 'UANA' } }, data: { teamSince: moved } });
  await db.formerTeam.create({ data: { workspaceId, memberId: 'UANA', teamKey: 'sales', until: moved } });
  for (const { by, on, since, until } of waits) {
    const teams = { waitingTeamKey: by, onTeamKey: on, what: `${by} ${since} ${until}` };
    const named = { workspaceId, recordedById: 'UZOE', recordedAt: new Date(0), sinceOn: new Date(since) };
    await db.dependency.create({
      data: { ...teams, ...named, releasedAt: until === null ? null : new Date(`${until}T12:00:00Z`) },
    });
  }
  const span = { from: '2026-02-01', to: '2026-03-31' } as const;
  return (await loadJointWork(db, { workspaceId, memberId: 'UANA', ...span })).dependencies.map(({ what }) => what);
}

it('whoever changed team keeps the waits of the old one while they were there, and has those of the new one since', async () => {
  expect(
    await waited(
      { by: 'sales', on: 'engineering', since: '2026-01-02', until: '2026-01-31' },
      { by: 'sales', on: 'engineering', since: '2026-01-02', until: '2026-02-01' },
      { by: 'engineering', on: 'sales', since: '2026-03-10', until: null },
      { by: 'sales', on: 'engineering', since: '2026-03-11', until: null },
      { by: 'support', on: 'engineering', since: '2026-02-02', until: '2026-03-09' },
      { by: 'support', on: 'engineering', since: '2026-02-03', until: '2026-03-10' },
      { by: 'engineering', on: 'support', since: '2026-03-31', until: null },
      { by: 'support', on: 'engineering', since: '2026-04-01', until: null },
    ),
  ).toEqual([
    'sales 2026-01-02 2026-02-01',
    'support 2026-02-03 2026-03-10',
    'engineering 2026-03-10 null',
    'engineering 2026-03-31 null',
  ]);
});
