import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/wire/faults.ts';
import { recordDeliveries } from './record-events.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

const kinds: Fault[] = [
  { kind: 'rate-limited', retryAfterSeconds: 1 },
  { kind: 'server-error', effect: 'done' },
  { kind: 'server-error', effect: 'none' },
  { kind: 'drop', effect: 'none' },
  { kind: 'error', error: 'internal_error' },
];

async function outcomes(seed: string, share = 0.3): Promise<string[]> {
  const { simulator } = await startLittleSlack();
  simulator.faults.plan({ seed, share, kinds, methods: ['chat.postMessage'] });
  const { chat, auth } = clientOf(simulator);
  for (let count = 0; count < 60; count += 1) {
    await chat.postMessage({ channel: '#general', text: `${count}` }).catch(() => {});
    await auth.test();
  }
  const posts = simulator.requests.filter(({ method }) => method === 'chat.postMessage');
  return posts.map(({ status, answer }) => `${status} ${String(answer['error'] ?? 'ok')}`);
}

describe('a planned share of calls', () => {
  test('meets faults, the same ones for the same seed, and other methods none', async () => {
    const [first, again, other] = [await outcomes('one'), await outcomes('one'), await outcomes('two')];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    const met = first.filter((outcome) => outcome !== '200 ok');
    expect(met.length).toBeGreaterThan(8);
    expect(met.length).toBeLessThan(30);
    expect(new Set(met).size).toBeGreaterThan(3);
  });

  test('none of them or all of them', async () => {
    expect(new Set(await outcomes('x', 0))).toEqual(new Set(['200 ok']));
    expect(await outcomes('x', 1)).not.toContain('200 ok');
  });

  test('ends with clear, and a share that is none is refused', async () => {
    const { simulator } = await startLittleSlack();
    simulator.faults.plan({ seed: 'x', share: 1, kinds });
    simulator.faults.clear();
    await clientOf(simulator).auth.test();
    expect(() => simulator.faults.plan({ seed: 'x', share: 2, kinds })).toThrow('from 0 to 1');
    expect(() => simulator.faults.plan({ seed: 'x', share: 1, kinds: [] })).toThrow('at least one kind');
  });
});

test('a slow network holds the answer back by the stopwatch; what was asked is done all the same', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  simulator.faults.slowDown({ milliseconds: 2000, methods: ['chat.postMessage'] });
  const client = clientOf(simulator);
  let isAnswered = false;
  const posting = client.chat.postMessage({ channel: '#general', text: 'slow' }).then(() => {
    isAnswered = true;
  });
  await simulator.as('ana').waitForMessage('slow', '#general');
  await client.auth.test();
  stopwatch.advance(1999);
  await client.auth.test();
  expect(isAnswered).toBe(false);
  stopwatch.advance(1);
  await posting;
  simulator.faults.slowDown({ milliseconds: 0 });
  await client.chat.postMessage({ channel: '#general', text: 'fast' });
});

test('a share of the events comes twice with one event_id, the second marked as a retry', async () => {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator);
  simulator.repeatEvents({ seed: 'twice', share: 0.5 });
  for (let count = 0; count < 20; count += 1) await simulator.as('ana').says(`${count}`, '#general');
  await simulator.eventsSettled();
  const ids = recorded.bodies.map((body) => body['event_id']);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  expect(new Set(ids).size).toBe(20);
  expect(twice.length).toBeGreaterThan(3);
  expect(twice.length).toBeLessThan(17);
  expect(recorded.headers.filter((headers) => headers['x-slack-retry-num'] === '1')).toHaveLength(twice.length);
  expect(recorded.headers.find((headers) => headers['x-slack-retry-num'])).toMatchObject({
    'x-slack-retry-reason': 'http_timeout',
  });
});

test('an event not taken is sent again at once, after one minute and after five, and then no more', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator, () => ({ status: 500 }));
  await simulator.as('ana').says('hello', '#general');
  const attempts = () => recorded.headers.map((headers) => headers['x-slack-retry-num'] ?? '0');
  const expectAttempts = (wanted: string[]) => expect.poll(attempts).toEqual(wanted);
  stopwatch.advance(0);
  await expectAttempts(['0', '1']);
  await expect.poll(() => simulator.failures.length).toBe(2);
  stopwatch.advance(59_999);
  expect(attempts()).toHaveLength(2);
  stopwatch.advance(1);
  await expectAttempts(['0', '1', '2']);
  await expect.poll(() => simulator.failures.length).toBe(3);
  stopwatch.advance(300_000);
  await expectAttempts(['0', '1', '2', '3']);
  await expect.poll(() => simulator.failures.length).toBe(4);
  stopwatch.advance(3_600_000);
  expect(attempts()).toHaveLength(4);
  expect(new Set(recorded.bodies.map((body) => body['event_id'])).size).toBe(1);
});

test('an app that wants no second attempt gets none', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator, () => ({ status: 500, headers: { 'X-Slack-No-Retry': '1' } }));
  await simulator.as('ana').says('hello', '#general');
  stopwatch.advance(3_600_000);
  expect(recorded.bodies).toHaveLength(1);
});

test('an app over its hourly share of events is told app_rate_limited', async () => {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator);
  await simulator.tellRateLimited();
  expect(recorded.bodies).toEqual([
    {
      token: expect.any(String),
      type: 'app_rate_limited',
      team_id: simulator.teamId,
      minute_rate_limited: 1772438400,
      api_app_id: simulator.appId,
    },
  ]);
});
