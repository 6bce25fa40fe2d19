import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { createDeliveryMetrics } from '../../../src/platform/jobs/delivery-metrics.ts';
import { readQueue } from '../../../src/platform/jobs/ledger/queue.ts';
import { HERE, smallWorld } from './small-world.ts';

it('Prometheus is told of lag, attempts, limits, what waits and what is dead', async () => {
  const world = await smallWorld();
  const registry = new Registry();
  const metrics = createDeliveryMetrics(registry, () => readQueue(world.db, HERE, world.clock.now()));
  await world.owe(['CSENT', 'CDEAD']);
  world.pass(3);
  const worker = world.worker({
    messengers: new Map([
      [
        HERE,
        {
          ...world.slack,
          async post(post) {
            if (post.channel === 'CDEAD') return { ok: false, kind: 'refused', error: 'is_archived' };
            return world.slack.post(post);
          },
        },
      ],
    ]),
    onSettled: (delivery, outcome) => metrics.settled(delivery, outcome, world.clock.now()),
  });
  await worker.drain();
  metrics.rateLimited('chat.postMessage');
  await world.owe(['CWAITS'], { occurrence: 'later' });
  world.pass(20);
  const told = await registry.metrics();
  for (const line of [
    'throughline_deliveries_total{kind="note",outcome="sent"} 1',
    'throughline_deliveries_total{kind="note",outcome="dead"} 1',
    'throughline_delivery_lag_seconds_sum{kind="note"} 3',
    'throughline_delivery_attempts_sum{kind="note"} 1',
    'throughline_slack_rate_limited_total{method="chat.postMessage"} 1',
    'throughline_deliveries_waiting 1',
    'throughline_deliveries_oldest_seconds 20',
    'throughline_deliveries_dead 1',
  ]) {
    expect(told).toContain(line);
  }
});
