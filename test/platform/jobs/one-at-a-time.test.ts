import { expect, it } from 'vitest';
import { oneAtATime } from '../../../src/platform/jobs/one-at-a-time.ts';

it('runs once more, for all who asked while it ran', async () => {
  const runs: PromiseWithResolvers<void>[] = [];
  const ask = oneAtATime(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  const first = ask();
  await expect.poll(() => runs.length).toBe(1);
  const [second, third] = [ask(), ask()];
  runs[0]?.resolve();
  await first;
  await expect.poll(() => runs.length).toBe(2);
  let isOver = false;
  const both = Promise.all([second, third]).then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  runs[1]?.resolve();
  await both;
  expect(runs).toHaveLength(2);
});
