import { expect, it } from 'vitest';
import { createBatches } from '../../../src/platform/web/batches.ts';

function gated() {
  const gates: PromiseWithResolvers<void>[] = [];
  const done: string[][] = [];
  const batches = createBatches({ most: 3, waiting: 4 }, async (items: readonly string[]) => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    done.push([...items]);
    if (items.includes('bad')) throw new Error('bad');
    return items.map((item) => `${item}!`);
  });
  const open = async (at: number) => {
    await expect.poll(() => gates[at]).toBeDefined();
    gates[at]?.resolve();
  };
  return { ...batches, done, open };
}

it('the first goes at once and alone; who comes meanwhile goes together, so many at a time', async () => {
  const { run, hasRoom, done, open } = gated();
  const first = run('a');
  const others = ['b', 'c', 'd', 'e'].map((item) => run(item));
  expect(hasRoom()).toBe(false);
  expect(await run('late')).toBeUndefined();
  await open(0);
  expect(await first).toBe('a!');
  expect(hasRoom()).toBe(true);
  await open(1);
  await open(2);
  expect(await Promise.all(others)).toEqual(['b!', 'c!', 'd!', 'e!']);
  expect(done).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
});

it('one that fails harms no other, and those after it have their turn', async () => {
  const { run, done, open } = gated();
  const works = [run('a'), run('b'), run('bad'), run('c')];
  const ends = Promise.allSettled(works);
  for (const at of [0, 1, 2, 3, 4]) await open(at);
  expect((await ends).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(done).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
});
