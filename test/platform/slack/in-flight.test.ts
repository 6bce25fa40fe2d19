import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createInFlight } from '../../../src/platform/slack/in-flight.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('nothing at work drains at once', async () => {
  expect(await createInFlight().drain(0)).toBe(true);
});

test('draining ends with the last piece of work, failed or not, and everyone who waits is told', async () => {
  const inFlight = createInFlight();
  const one = Promise.withResolvers<void>();
  const two = Promise.withResolvers<void>();
  const works = [inFlight.track(() => one.promise), inFlight.track(() => two.promise)];
  const drains = [inFlight.drain(1000), inFlight.drain(5000)];
  expect(inFlight.count()).toBe(2);
  one.resolve();
  two.reject(new Error('broken'));
  expect((await Promise.allSettled(works)).map((work) => work.status)).toEqual(['fulfilled', 'rejected']);
  expect(await Promise.all(drains)).toEqual([true, true]);
  expect(vi.getTimerCount()).toBe(0);
});

test('draining gives up at the deadline', async () => {
  const inFlight = createInFlight();
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = inFlight.track(() => promise);
  const drained = inFlight.drain(1000);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await drained).toBe(false);
  resolve();
  await work;
  expect(await inFlight.drain(1000)).toBe(true);
});
