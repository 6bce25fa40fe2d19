import { expect, it } from 'vitest';
import { createAdmission } from '../../../src/platform/web/admission.ts';
import { createRepeatLimit } from '../../../src/platform/web/repeat-limit.ts';

it('lets some in, some wait, and tells the rest at once', async () => {
  const { run, hasRoom } = createAdmission({ atOnce: 2, waiting: 1 });
  expect(hasRoom()).toBe(true);
  const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const begun: number[] = [];
  const works = gates.map(({ promise }, at) =>
    run(async () => {
      begun.push(at);
      await promise;
      return at;
    }),
  );
  expect(hasRoom()).toBe(false);
  expect(await run(async () => 'late')).toBeUndefined();
  expect(begun).toEqual([0, 1]);
  gates[1]?.resolve();
  expect(await works[1]).toBe(1);
  gates[0]?.resolve();
  gates[2]?.resolve();
  expect(await Promise.all(works)).toEqual([0, 1, 2]);
  expect(begun).toEqual([0, 1, 2]);
  expect(await run(async () => 'again')).toBe('again');
});

it('gives the place on when the work fails', async () => {
  const { run } = createAdmission({ atOnce: 1, waiting: 1 });
  await expect(run(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await run(async () => 'next')).toBe('next');
});

it('a key may come so often in a minute, and others are not in its way', () => {
  const limit = createRepeatLimit(2);
  const at = (second: number) => new Date(second * 1000);
  expect([1, 2, 3].map((second) => limit.allows('one', at(second)))).toEqual([true, true, false]);
  expect(limit.allows('other', at(4))).toBe(true);
  expect(limit.allows('one', at(60))).toBe(true);
});
