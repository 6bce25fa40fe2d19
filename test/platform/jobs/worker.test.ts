import { describe, expect, it, vi } from 'vitest';
import { endLeases } from '../../../src/platform/jobs/ledger/end-leases.ts';
import { refreshDeliveries } from '../../../src/platform/jobs/ledger.ts';
import { channels, ELSEWHERE, fakeSlack, HERE, hello, note, type SmallWorld, smallWorld } from './small-world.ts';

const statuses = async (world: SmallWorld) => (await world.all()).map(({ status }) => status);
const message = (text: string) => ({ outcome: 'message' as const, message: { text, blocks: [] } });

/** Until `mend`, the database fails whoever records that a message was sent. */
async function breakRecording({ db }: SmallWorld): Promise<{ mend(): Promise<unknown> }> {
  await db.$executeRaw`create function stumble() returns trigger language plpgsql as
    $$ begin raise exception 'the database stumbled'; end $$`;
  await db.$executeRaw`create trigger stumble before update on "Delivery" for each row
    when (new.status = 'sent' and old.status = 'sending') execute function stumble()`;
  return { mend: () => db.$executeRaw`drop trigger stumble on "Delivery"` };
}

/** Something that is under way until it is let go. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { until: promise, letGo: resolve };
}

describe('sent once, when', () => {
  it('the database stumbles after Slack took the message', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    const { mend } = await breakRecording(world);
    const worker = world.worker();
    await worker.drain();
    world.pass(3600);
    await worker.drain();
    expect(await statuses(world)).toEqual(['sending']);
    await mend();
    await endLeases(world.db);
    await worker.drain();
    expect(await statuses(world)).toEqual(['sent']);
    expect(world.slack.posted).toHaveLength(1);
  });

  it('its worker was held up for so long that another took over', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    const composing = held();
    const slow = world.worker({
      kinds: [note(() => composing.until.then(() => message('Too late')))],
    });
    const held1 = slow.drain();
    await vi.waitFor(async () => expect(await statuses(world)).toEqual(['sending']));
    await endLeases(world.db);
    const second = world.worker();
    await second.drain();
    world.pass(30);
    await second.drain();
    composing.letGo();
    await held1;
    expect(world.slack.posted.map(({ text }) => text)).toEqual(['Hello']);
    expect(await statuses(world)).toEqual(['sent']);
  });

  it('its worker comes to the post with hardly any lease left', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    const soon = new Date(Date.now() + 15_000);
    const worker = world.worker({
      kinds: [
        note(async () => {
          await world.db.delivery.updateMany({ data: { leaseUntil: soon } });
          return message('Could overlap');
        }),
      ],
    });
    await worker.drain();
    expect(world.slack.posted).toEqual([]);
    await endLeases(world.db);
    const second = world.worker();
    await second.drain();
    world.pass(30);
    await second.drain();
    expect(world.slack.posted).toHaveLength(1);
  });

  it('the clock of one copy is an hour ahead of the others', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    const posting = held();
    const first = world.worker({
      messengers: new Map([
        [HERE, { ...world.slack, post: (post) => posting.until.then(() => world.slack.post(post)) }],
      ]),
    });
    const sending = first.drain();
    await vi.waitFor(async () => expect((await world.all())[0]?.channelId).toBe('C1'));
    const ahead = new Date(world.clock.now().getTime() + 3_600_000);
    await world.worker({ clock: { now: () => ahead } }).drain();
    posting.letGo();
    await sending;
    expect(world.slack.posted).toHaveLength(1);
    expect(await statuses(world)).toEqual(['sent']);
  });

  it('copies are started and stopped in turn while it goes out', async () => {
    const world = await smallWorld();
    await world.owe(channels(120));
    const copies = [world.worker({ pace: { perSecond: 1000 } })];
    copies[0]?.start();
    for (let turn = 0; turn < 6; turn += 1) {
      const before = world.slack.posted.length;
      const next = world.worker({ pace: { perSecond: 1000 } });
      next.start();
      copies.push(next);
      await vi.waitFor(() => expect(world.slack.posted.length).toBeGreaterThan(Math.min(before, 119)));
      await copies.shift()?.stop();
    }
    await copies[0]?.drain();
    const keys = world.slack.posted.map(({ key }) => key);
    expect(new Set(keys).size).toBe(120);
    expect(keys).toHaveLength(120);
    expect(new Set(await statuses(world))).toEqual(new Set(['sent']));
  });
});

describe('not missed, when', () => {
  it('something to say comes up while it is found that there was nothing', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    const which = { workspaceId: HERE, kind: 'note', occurrence: 'today' };
    let looks = 0;
    const worker = world.worker({
      kinds: [
        note(async () => {
          looks += 1;
          if (looks > 1) return message('A win after all');
          await refreshDeliveries(world.db, which, world.clock.now());
          return { outcome: 'skip', reason: 'nothing to say' };
        }),
      ],
    });
    await worker.drain();
    world.pass(1);
    await worker.drain();
    expect(world.slack.posted.map(({ text }) => text)).toEqual(['A win after all']);
  });

  it('it changes again while it is brought up to date', async () => {
    const world = await smallWorld();
    await world.owe(['C1']);
    await world.worker().drain();
    const which = { workspaceId: HERE, kind: 'note', occurrence: 'today' };
    await refreshDeliveries(world.db, which, world.clock.now());
    const words = ['first', 'second'];
    const worker = world.worker({
      kinds: [
        note(async () => {
          const text = words.shift() ?? 'once too often';
          if (text === 'first') await refreshDeliveries(world.db, which, world.clock.now());
          return message(text);
        }),
      ],
    });
    await worker.drain();
    expect(world.slack.updated.map(({ text }) => text)).toEqual(['first', 'second']);
  });
});

describe('waits for nobody else', () => {
  it('a workspace whose neighbour hangs', async () => {
    const world = await smallWorld();
    await world.owe(channels(30));
    await world.owe(['C1'], { workspaceId: ELSEWHERE });
    const hanging = held();
    const neighbour = fakeSlack();
    const worker = world.worker({
      messengers: new Map([
        [HERE, { ...world.slack, post: (post) => hanging.until.then(() => world.slack.post(post)) }],
        [ELSEWHERE, neighbour],
      ]),
    });
    worker.start();
    await vi.waitFor(() => expect(neighbour.posted).toHaveLength(1));
    hanging.letGo();
  });

  it('a message beside one that hangs, fails or cannot be composed', async () => {
    const world = await smallWorld();
    await world.owe(['CHANG', 'CFAIL', 'CBUG', ...channels(60)]);
    const hanging = held();
    const worker = world.worker({
      kinds: [
        note(({ recipient }) => {
          if (recipient === 'CBUG') throw new Error('a bug');
          return message('Hello');
        }),
      ],
      messengers: new Map([
        [
          HERE,
          {
            ...world.slack,
            async post(post) {
              if (post.channel === 'CHANG') await hanging.until;
              if (post.channel === 'CFAIL') return { ok: false, kind: 'refused', error: 'is_archived' };
              return world.slack.post(post);
            },
          },
        ],
      ]),
    });
    worker.start();
    await vi.waitFor(() => expect(world.slack.posted).toHaveLength(60));
    hanging.letGo();
    await worker.drain();
    const odd = (await world.all()).filter(({ status }) => status !== 'sent');
    expect(odd.map(({ recipient, status, reason }) => [recipient, status, reason])).toEqual([
      ['CBUG', 'pending', 'failed: a bug'],
      ['CFAIL', 'dead', 'Slack: is_archived'],
    ]);
  });
});

it('a stop waits for what is in hand, and takes nothing more', async () => {
  const world = await smallWorld();
  await world.owe(channels(60));
  const posting = held();
  const worker = world.worker({
    messengers: new Map([[HERE, { ...world.slack, post: (post) => posting.until.then(() => world.slack.post(post)) }]]),
  });
  worker.start();
  await vi.waitFor(async () =>
    expect((await statuses(world)).filter((status) => status === 'sending')).toHaveLength(20),
  );
  const stopping = worker.stop();
  posting.letGo();
  await stopping;
  expect(world.slack.posted).toHaveLength(20);
  expect((await statuses(world)).filter((status) => status === 'sending')).toEqual([]);
});

it('a limit on reading the history is waited out, and is no failure', async () => {
  const world = await smallWorld();
  await world.owe(['C1']);
  let answers = 0;
  const slack = {
    ...world.slack,
    post: async () => ({ ok: false as const, kind: 'unknown' as const, error: 'HTTP 500' }),
    async findByKey() {
      answers += 1;
      return { found: 'unable' as const, reason: 'rate limited', retryAfterSeconds: 20 };
    },
  };
  const limited: string[] = [];
  const worker = world.worker({
    messengers: new Map([[HERE, slack]]),
    onRateLimited: (method) => limited.push(method),
  });
  await worker.drain();
  for (let look = 0; look < 12; look += 1) {
    await endLeases(world.db);
    await worker.drain();
    await worker.drain();
    world.pass(21);
  }
  expect(answers).toBe(12);
  expect(limited).toEqual(Array.from({ length: 12 }, () => 'conversations.history'));
  expect(await world.all()).toMatchObject([{ status: 'sending', attempts: 1 }]);
});

it('people without a conversation are written to once one is opened; those with one do not wait for it', async () => {
  const world = await smallWorld();
  await world.owe(['C1', 'U1']);
  let opens = 0;
  const worker = world.worker({
    kinds: [hello],
    async findAddress({ recipient }) {
      if (!recipient.startsWith('U')) return { ok: true, channel: recipient };
      opens += 1;
      if (opens === 1) return { ok: false, kind: 'rate-limited', retryAfterSeconds: 30 };
      return { ok: true, channel: `D${recipient}` };
    },
  });
  await worker.drain();
  await world.owe(['C2'], { occurrence: 'later' });
  await worker.drain();
  expect(world.slack.posted.map(({ channel }) => channel)).toEqual(['C1', 'C2']);
  world.pass(31);
  await worker.drain();
  expect(world.slack.posted.map(({ channel }) => channel)).toEqual(['C1', 'C2', 'DU1']);
});
