import { expect, it } from 'vitest';
import { refreshDeliveries, refreshPosted } from '../../../src/platform/jobs/ledger.ts';
import type { Transaction } from '../../../src/platform/storage/database.ts';
import { HERE, smallWorld } from './small-world.ts';

const occurrence = ['a', 'b'];
const marks = {
  'by somebody who changed what they show': (transaction: Transaction, now: Date) =>
    refreshDeliveries(transaction, { workspaceId: HERE, kind: 'note', occurrence }, now),
  'since a number in them changed': (transaction: Transaction, now: Date) => {
    const names = occurrence.map((one) => ({ kind: 'note', occurrence: one }));
    return refreshPosted(transaction, { workspaceId: HERE, names, since: new Date(0) }, now);
  },
};

it.each(Object.entries(marks))('messages are marked in one order, %s: nobody blocks another', async (_, mark) => {
  const { db, clock, owe, worker } = await smallWorld();
  for (const one of occurrence) await owe([`C${one}`], { occurrence: one });
  await worker().drain();
  // Written last, it lies behind the other.
  await db.delivery.updateMany({ where: { occurrence: 'a' }, data: { reason: null } });
  const take = (transaction: Transaction, one: string) =>
    transaction.$queryRaw`select 1 from "Delivery" where occurrence = ${one} for update`;
  const held = Promise.withResolvers<void>();
  const other = db.$transaction(async (transaction) => {
    await take(transaction, 'a');
    held.resolve();
    await somebodyWaits(db);
    await take(transaction, 'b');
  });
  await held.promise;
  const marked = db.$transaction(async (transaction) => {
    // As the database finds them where they are many: in the order in which they lie.
    await transaction.$executeRaw`select set_config('enable_indexscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
    await mark(transaction, clock.now());
  });
  expect(await Promise.allSettled([other, marked])).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
  expect(await db.delivery.count({ where: { refreshAt: { not: null } } })).toBe(2);
});

it('a message is marked by two who both hold on to it, as those do who celebrate a digest at once', async () => {
  const { db, clock, owe } = await smallWorld();
  await owe(['C1'], { occurrence: 'a' });
  const [here, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const celebrate = (own: PromiseWithResolvers<void>, other: PromiseWithResolvers<void>) =>
    db.$transaction(async (transaction) => {
      await transaction.$queryRaw`select 1 from "Delivery" where occurrence = 'a' for key share`;
      own.resolve();
      await other.promise;
      await refreshDeliveries(transaction, { workspaceId: HERE, kind: 'note', occurrence: 'a' }, clock.now());
    });
  const both = await Promise.allSettled([celebrate(here, there), celebrate(there, here)]);
  expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
});

async function somebodyWaits(db: Transaction): Promise<void> {
  for (;;) {
    const [line] = await db.$queryRaw<{ waiting: bigint }[]>`
      select count(*) as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`;
    if (line && line.waiting > 0n) return;
  }
}
