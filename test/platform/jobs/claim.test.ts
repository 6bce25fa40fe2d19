import { describe, expect, it } from 'vitest';
import { pauseMethod, type SlackMethod } from '../../../src/platform/jobs/ledger/limits.ts';
import { recordSent } from '../../../src/platform/jobs/ledger/settle.ts';
import { addressDeliveries, refreshDeliveries } from '../../../src/platform/jobs/ledger.ts';
import { channels, ELSEWHERE, HERE, type SmallWorld, smallWorld } from './small-world.ts';

const recipients = (deliveries: { recipient: string }[]) => deliveries.map(({ recipient }) => recipient).sort();

async function sendAllTaken(world: SmallWorld, options?: Parameters<SmallWorld['claim']>[0]): Promise<string[]> {
  const { due } = await world.claim(options);
  for (const delivery of due) {
    await recordSent(
      world.db,
      delivery,
      { channel: delivery.recipient, ts: '1.0', shownHash: null },
      world.clock.now(),
    );
  }
  return recipients(due);
}

describe('who is taken', () => {
  it('nobody by two copies, however they hurry', async () => {
    const world = await smallWorld();
    await world.owe(channels(40));
    const taken = await Promise.all(Array.from({ length: 8 }, () => world.claim({ limit: 7 })));
    const ids = taken.flatMap(({ due }) => due.map(({ id }) => id));
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it('a small send-out before the rest of a large one', async () => {
    const world = await smallWorld();
    await world.owe(channels(300));
    await sendAllTaken(world, { limit: 20 });
    world.pass(60);
    await world.owe(['CREPLY'], { occurrence: 'an answer to somebody' });
    expect(await sendAllTaken(world, { limit: 2 })).toContain('CREPLY');
  });

  it('the same lot for everybody who draws, and not the order of the alphabet', async () => {
    const [one, other] = [await smallWorld(), await smallWorld()];
    await one.owe(channels(50));
    await other.owe(channels(50).reverse());
    const first = await sendAllTaken(one, { limit: 5 });
    expect(await sendAllTaken(other, { limit: 5 })).toEqual(first);
    expect(first).not.toEqual(channels(5));
  });

  it('what somebody changed before what is sent by the clock', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    await sendAllTaken(world);
    await world.owe(channels(30), { occurrence: 'many' });
    await refreshDeliveries(world.db, { workspaceId: HERE, kind: 'note', occurrence: 'today' }, world.clock.now());
    const { due } = await world.claim({ limit: 3 });
    expect(due.map(({ status }) => status)).toEqual(['refreshing', 'sending', 'sending']);
  });

  it('nobody of a kind that only a newer copy knows', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    expect((await world.claim({ kinds: ['letter'] })).due).toEqual([]);
  });

  it('nobody while a change that concerns them is not made yet', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    await world.db.$transaction(async (change) => {
      await refreshDeliveries(change, { workspaceId: HERE, kind: 'note', occurrence: 'today' }, world.clock.now());
      expect((await world.claim()).due).toEqual([]);
    });
    expect((await world.claim()).due).toHaveLength(1);
  });
});

describe('a conversation', () => {
  it('gets one message a second, and keeps none of the others waiting', async () => {
    const world = await smallWorld();
    await world.owe(['C1', 'C2'], { occurrence: 'first' });
    await world.owe(['C1'], { occurrence: 'second' });
    expect(await sendAllTaken(world)).toEqual(['C1', 'C2']);
    expect(await sendAllTaken(world)).toEqual([]);
    world.pass(1);
    expect(await sendAllTaken(world)).toEqual(['C1']);
  });

  it('gets one of two that two copies take at the same moment', async () => {
    const world = await smallWorld();
    await world.owe(['C1'], { occurrence: 'first' });
    await world.owe(['C1'], { occurrence: 'second' });
    const taken = await Promise.all([world.claim(), world.claim()]);
    expect(taken.flatMap(({ due }) => due)).toHaveLength(1);
  });

  it('is known to all that waits for it once it is open', async () => {
    const world = await smallWorld();
    await world.owe(['U1']);
    await addressDeliveries(world.db, { workspaceId: HERE, recipient: 'U1', channelId: 'D1' });
    expect((await world.all()).map(({ channelId }) => channelId)).toEqual(['D1']);
  });
});

describe('the pace', () => {
  it('lets a few go at once, then so many a second, however many copies ask', async () => {
    const world = await smallWorld();
    const pace = { perSecond: 4 };
    await world.owe(channels(100));
    const taken = await Promise.all([world.claim({ pace }), world.claim({ pace }), world.claim({ pace })]);
    expect(taken.flatMap(({ due }) => due)).toHaveLength(20);
    world.pass(3);
    expect((await world.claim({ pace })).due).toHaveLength(12);
  });

  it('is that of each workspace', async () => {
    const world = await smallWorld();
    const pace = { perSecond: 1 };
    await world.owe(channels(100));
    await world.owe(channels(3), { workspaceId: ELSEWHERE });
    await world.claim({ pace });
    expect((await world.claim({ pace, workspaceId: ELSEWHERE })).due).toHaveLength(3);
  });
});

describe('a method that Slack holds up', () => {
  const pause = (world: SmallWorld, method: SlackMethod) =>
    pauseMethod(world.db, { workspaceId: HERE, method, until: new Date(world.clock.now().getTime() + 30_000) });

  it('conversations.open: those whose conversation is known go all the same', async () => {
    const world = await smallWorld();
    await world.owe(['C1', 'U1']);
    await pause(world, 'conversations.open');
    expect(await sendAllTaken(world)).toEqual(['C1']);
    world.pass(31);
    expect(await sendAllTaken(world)).toEqual(['U1']);
  });

  it('chat.update: new messages go all the same; chat.postMessage: changes do', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    await sendAllTaken(world);
    const change = () =>
      refreshDeliveries(world.db, { workspaceId: HERE, kind: 'note', occurrence: 'today' }, world.clock.now());
    await change();
    await world.owe(['C2'], { occurrence: 'other' });
    await pause(world, 'chat.update');
    expect((await world.claim()).due.map(({ status }) => status)).toEqual(['sending']);
    world.pass(31);
    await world.owe(['C3'], { occurrence: 'third' });
    await pause(world, 'chat.postMessage');
    expect((await world.claim()).due.map(({ status }) => status)).toEqual(['refreshing']);
  });

  it('costs other workspaces nothing', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    await world.owe(['C1'], { workspaceId: ELSEWHERE });
    await pause(world, 'chat.postMessage');
    expect((await world.claim()).due).toEqual([]);
    expect((await world.claim({ workspaceId: ELSEWHERE })).due).toHaveLength(1);
  });

  it('is held up as long as the longest asked for', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    await pause(world, 'chat.postMessage');
    const sooner = new Date(world.clock.now().getTime() + 1000);
    await pauseMethod(world.db, { workspaceId: HERE, method: 'chat.postMessage', until: sooner });
    world.pass(29);
    expect((await world.claim()).due).toEqual([]);
  });
});
