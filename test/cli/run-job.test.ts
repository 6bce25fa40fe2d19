import { expect, it } from 'vitest';
import { checkInPrompt } from '../../src/features/check-ins/jobs.ts';
import { planDeliveries } from '../../src/platform/jobs/plan-deliveries.ts';
import { littleCompany } from '../journeys/little-company.ts';
import { run } from './run-command-line.ts';
import { environmentFor } from './slack-for-commands.ts';

const tenInBerlin = '2026-03-26T10:00:00+01:00';

it('shows what it would send, and keeps nothing', async () => {
  const { slack, url, db } = await littleCompany('2026-03-20T16:00:00Z');
  const env = environmentFor(slack, url);
  const shown = await run(['run-job', 'check-in-prompt', '--at', tenInBerlin, '--dry-run', '--json'], env);
  expect(shown.code).toBe(0);
  expect(JSON.parse(shown.said)).toEqual({
    job: 'check-in-prompt',
    dryRun: true,
    deliveries: [
      {
        recipient: slack.as('ana').id,
        occurrence: expect.any(String),
        dueAt: '2026-03-26T09:00:00.000Z',
        outcome: 'would be sent',
        text: expect.stringContaining('how is it going?'),
      },
    ],
  });
  expect(await db.delivery.count()).toBe(0);
  expect(await db.checkIn.count()).toBe(0);
});

it('sends once, however often it is run', async () => {
  const { slack, url, service } = await littleCompany('2026-03-20T16:00:00Z');
  await service.stop();
  const env = environmentFor(slack, url);
  const sent = await run(['run-job', 'check-in-prompt', '--at', tenInBerlin], env);
  expect(sent.said).toBe(`${slack.as('ana').id}, due 2026-03-02T09:00:00.000Z: sent`);
  const again = await run(['run-job', 'check-in-prompt', '--at', tenInBerlin], env);
  expect(again.said).toContain('Nothing is owed at 2026-03-26T09:00:00.000Z, or it was sent before.');
  expect(slack.as('ana').reads()).toHaveLength(1);
});

it('as at a moment to come, leaves to time what only time decides', async () => {
  const { slack, url, db, service, clock } = await littleCompany('2026-03-20T16:00:00Z');
  await service.stop();
  clock.moveTo(tenInBerlin);
  const { workspaceId } = service;
  await planDeliveries(db, { workspaceId, kind: checkInPrompt, now: clock.now() });
  const { watchedAt } = await db.cadence.findFirstOrThrow();
  const asked = await db.checkIn.findFirstOrThrow();

  await run(['run-job', 'check-in-prompt', '--at', '2026-04-09T10:00:00+02:00'], environmentFor(slack, url));
  expect(await db.checkIn.count()).toBeGreaterThan(1);
  expect(await db.cadence.findFirst()).toMatchObject({ watchedAt });
  expect(await db.checkIn.findUnique({ where: { id: asked.id } })).toMatchObject({ excuse: null });
});

it('ends with 1 when something could not be sent', async () => {
  const { slack, url, service } = await littleCompany('2026-03-20T16:00:00Z');
  await service.stop();
  slack.removeBot('support');
  const ended = await run(['run-job', 'win-digest', '--at', '2026-03-27T14:00:00Z'], environmentFor(slack, url));
  expect(ended).toMatchObject({ code: 1, said: expect.stringContaining('dead: Slack: not_in_channel') });
});

it.each([
  [['run-job', 'everything'], 'Allowed choices are check-in-prompt'],
  [['run-job', 'win-digest', '--at', 'tomorrow'], 'Give a moment with its zone'],
  [['run-job', 'win-digest', '--at', '2026-03-26T10:00'], 'Give a moment with its zone'],
])('%j is called wrongly', async (args, words) => {
  const ended = await run(args);
  expect(ended.code).toBe(2);
  expect(ended.complained).toContain(words);
});
