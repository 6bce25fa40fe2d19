import { expect, it } from 'vitest';
import { littleCompany } from '../journeys/little-company.ts';
import { run } from './run-command-line.ts';
import { environmentFor } from './slack-for-commands.ts';

it('run-job posts with one try: an error after the post is not answered by a second', async () => {
  const { slack, url, service, db } = await littleCompany('2026-03-20T16:00:00Z');
  await service.stop();
  slack.faults.next('chat.postMessage', { kind: 'server-error', effect: 'done' });
  await run(['run-job', 'check-in-prompt', '--at', '2026-03-26T10:00:00+01:00'], environmentFor(slack, url));
  expect(slack.as('ana').reads()).toHaveLength(1);
  expect(await db.delivery.findMany()).toMatchObject([{ status: 'sending' }]);
});

it('run-job --at leaves its moment out of what is shared with the service', async () => {
  const { slack, url, service, db } = await littleCompany('2026-03-20T16:00:00Z');
  await service.stop();
  slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
  await run(['run-job', 'check-in-prompt', '--at', '2026-03-26T10:00:00+01:00'], environmentFor(slack, url));
  const [limit] = await db.methodLimit.findMany({ where: { pausedUntil: { not: null } } });
  expect(limit?.pausedUntil?.toISOString()).toBe('2026-03-02T09:00:30.000Z');
});
