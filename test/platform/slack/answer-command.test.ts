import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerCommand } from '../../../src/platform/slack/answer-command.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = { text: 'Here it is.', blocks: [] };

function slack() {
  const told: unknown[] = [];
  const ack = async (answer?: unknown) => void told.push(['ack', answer]);
  const respond = async (answer: unknown) => void told.push(['respond', answer]);
  return { told, ack, respond: respond as never };
}

it('acknowledges with what is ready in time', async () => {
  const { told, ...ways } = slack();
  await answerCommand(ways, Promise.resolve(message));
  expect(told).toEqual([['ack', message]]);
  expect(vi.getTimerCount()).toBe(0);
});

it('acknowledges in time what takes longer, and sends it behind', async () => {
  const { told, ...ways } = slack();
  const { promise, resolve } = Promise.withResolvers<typeof message>();
  const answered = answerCommand(ways, promise);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toEqual([['ack', undefined]]);
  resolve(message);
  await answered;
  expect(told).toEqual([
    ['ack', undefined],
    ['respond', message],
  ]);
});

it('leaves a failure to the door, in time or late', async () => {
  const { ack, respond } = slack();
  await expect(answerCommand({ ack, respond }, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
