import { expect, it } from 'vitest';
import { findAddress } from '../../../src/features/people/find-address.ts';
import type { Messenger } from '../../../src/platform/slack/messenger.ts';
import { HERE, type SmallWorld, smallWorld } from '../../platform/jobs/small-world.ts';

/** Ana, Bo and Cy are here, Dee left. Conversations get the name of those they are with. */
async function worldOf(): Promise<SmallWorld & { address(recipient: string): ReturnType<typeof findAddress> }> {
  const world = await smallWorld();
  const { db, clock } = world;
  await db.member.createMany({
    data: ['UANA', 'UBO', 'UCY', 'UDEE'].map((id) => ({
      ...{ workspaceId: HERE, id, kind: 'person' as const, name: id, timeZone: 'UTC' },
      deactivatedAt: id === 'UDEE' ? clock.now() : null,
    })),
  });
  const messenger: Messenger = {
    ...world.slack,
    openDirectMessage: async (users) => ({ ok: true, channel: `D with ${users}` }),
  };
  const address = async (recipient: string) => {
    const dueAt = clock.now();
    const row = { workspaceId: HERE, kind: 'greeting', occurrence: 'now', recipient, dueAt, plannedAt: dueAt };
    return findAddress(db, messenger, await db.delivery.create({ data: row }));
  };
  return { ...world, address };
}

it('of a channel is the channel, of a member the conversation with them', async () => {
  const { address } = await worldOf();
  expect(await address('C123')).toEqual({ ok: true, channel: 'C123' });
  expect(await address('UANA')).toEqual({ ok: true, channel: 'D with UANA' });
  expect(await address('UDEE')).toMatchObject({ ok: false, kind: 'gone' });
});

it('of several members is their group, and what waits for the same group knows it then', async () => {
  const { address, db } = await worldOf();
  expect(await address('UANA,UBO,UCY')).toEqual({ ok: true, channel: 'D with UANA,UBO,UCY' });
  const [waiting] = await db.delivery.findMany({ where: { recipient: 'UANA,UBO,UCY' } });
  expect(waiting?.channelId).toBe('D with UANA,UBO,UCY');
  // Of one person alone there is no group: that conversation stays theirs.
  expect(await db.member.count({ where: { directMessageId: { not: null } } })).toBe(0);
});

it('of a group does without those who left, and is nowhere when nobody else is left', async () => {
  const { address } = await worldOf();
  expect(await address('UANA,UBO,UDEE')).toEqual({ ok: true, channel: 'D with UANA,UBO' });
  expect(await address('UANA,UDEE')).toMatchObject({ ok: false, kind: 'gone' });
});
