import { expect, it } from 'vitest';
import { openConversations } from '../../../src/features/people/open-conversations.ts';
import { fakeSlack, HERE, type SmallWorld, smallWorld } from '../../platform/jobs/small-world.ts';

async function worldOf(members: number): Promise<SmallWorld & { open(): Promise<number> }> {
  const world = await smallWorld();
  const { db, clock } = world;
  await db.team.create({ data: { workspaceId: HERE, key: 'team', name: 'Team', definedAt: clock.now() } });
  await db.member.createMany({
    data: Array.from({ length: members }, (_, at) => ({
      workspaceId: HERE,
      id: `U${at}`,
      kind: 'person' as const,
      name: `Person ${at}`,
      timeZone: 'UTC',
      teamKey: 'team',
    })),
  });
  const open = () => openConversations(db, { workspaceId: HERE, messenger: world.slack, now: clock.now() });
  return { ...world, open };
}

const countOpen = ({ db }: SmallWorld) => db.member.count({ where: { directMessageId: { not: null } } });

it('opens some each minute, by one copy, until all are open', async () => {
  const world = await worldOf(70);
  const counts = await Promise.all([world.open(), world.open(), world.open()]);
  expect(counts.toSorted()).toEqual([0, 0, 30]);
  expect(await world.open()).toBe(0);
  for (const expected of [60, 70]) {
    world.pass(60);
    await world.open();
    expect(await countOpen(world)).toBe(expected);
  }
});

it('leaves the limit to messages while any waits', async () => {
  const world = await worldOf(5);
  await world.owe(['U1']);
  expect(await world.open()).toBe(0);
});

it('passes over whom Slack refuses, and stops where it is asked to wait', async () => {
  const world = await worldOf(20);
  const slack = fakeSlack();
  const refusing = {
    ...slack,
    openDirectMessage: async (id: string) =>
      id === 'U7'
        ? { ok: false as const, kind: 'refused' as const, error: 'user_not_visible' }
        : slack.openDirectMessage(id),
  };
  const { db, clock } = world;
  expect(await openConversations(db, { workspaceId: HERE, messenger: refusing, now: clock.now() })).toBe(19);
  world.pass(60);
  let asked = 0;
  const limited = {
    ...slack,
    async openDirectMessage() {
      asked += 1;
      return { ok: false as const, kind: 'rate-limited' as const, retryAfterSeconds: 30 };
    },
  };
  await openConversations(db, { workspaceId: HERE, messenger: limited, now: clock.now() });
  expect(asked).toBe(1);
});
