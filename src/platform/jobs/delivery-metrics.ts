import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Delivery } from '../storage/client/client.ts';
import type { SlackMethod } from './ledger/limits.ts';
import type { Queue } from './ledger/queue.ts';
import type { SendingOutcome } from './send-delivery.ts';

export interface DeliveryMetrics {
  settled(delivery: Delivery, outcome: SendingOutcome, now: Date): void;
  rateLimited(method: SlackMethod): void;
}

/** What a Prometheus sees of deliveries: what this copy did, and how the queue of all copies stands when it asks. */
export function createDeliveryMetrics(registry: Registry, readQueue: () => Promise<Queue>): DeliveryMetrics {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'throughline_deliveries_total',
    help: 'Deliveries a worker settled, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const lag = new Histogram({
    name: 'throughline_delivery_lag_seconds',
    help: 'From the moment a delivery was planned until Slack had it, by kind',
    labelNames: ['kind'],
    buckets: [0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400],
    registers,
  });
  const attempts = new Histogram({
    name: 'throughline_delivery_attempts',
    help: 'Attempts until Slack had a delivery, by kind',
    labelNames: ['kind'],
    buckets: [1, 2, 3, 5, 8],
    registers,
  });
  const rateLimited = new Counter({
    name: 'throughline_slack_rate_limited_total',
    help: 'Times that Slack asked us to wait (429), by method',
    labelNames: ['method'],
    registers,
  });
  const ofQueue = (name: string, help: string, figure: keyof Queue) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set((await readQueue())[figure]);
      },
    });
  ofQueue('throughline_deliveries_waiting', 'Deliveries that are due and not sent, of all copies', 'waiting');
  ofQueue('throughline_deliveries_dead', 'Deliveries that wait for an administrator, of all copies', 'dead');
  ofQueue('throughline_deliveries_oldest_seconds', 'How long the longest waiting has been due', 'oldestSeconds');
  return {
    settled({ kind, plannedAt, attempts: tries }, outcome, now) {
      deliveries.inc({ kind, outcome });
      if (outcome !== 'sent') return;
      lag.observe({ kind }, Math.max(0, now.getTime() - plannedAt.getTime()) / 1000);
      attempts.observe({ kind }, tries);
    },
    rateLimited: (method) => rateLimited.inc({ method }),
  };
}
