import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { littleCompany } from './little-company.ts';

const start = '2026-03-26T09:00:00Z';

it('the main job works over signed HTTP', async () => {
  const { slack, service } = await littleCompany(start, { over: 'http' });
  const ana = slack.as('ana');
  await ana.command('/checkin');
  await ana.waitForModal('Weekly check-in');
  await ana.fill({ 'What got in the way': 'Nothing much.' });
  await ana.submit();
  await service.ring();
  await ana.waitForMessage('Answered: Weekly check-in');
});

it('what Slack did not sign, or signed long ago, is refused and changes nothing', async () => {
  const { slack, service, db } = await littleCompany(start, { over: 'http' });
  const ana = slack.as('ana');
  await ana.command('/checkin');
  const { viewId } = await ana.waitForModal('Weekly check-in');
  const view = { id: viewId, callback_id: 'check_in', private_metadata: '{}', state: { values: {} } };
  const payload = { type: 'view_submission', team: { id: slack.teamId }, user: { id: ana.id }, view };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const post = async (headers: Record<string, string>) => {
    const response = await fetch(`http://127.0.0.1:${service.port}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
    return response.status;
  };
  const signed = (seconds: number, secret: string) => ({
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`,
  });
  const now = Math.floor(Date.now() / 1000);
  expect(await post({})).toBe(401);
  expect(await post(signed(now, 'f'.repeat(32)))).toBe(401);
  expect(await post(signed(now - 301, slack.signingSecret))).toBe(401);
  expect(await db.checkIn.count()).toBe(0);
  expect(await db.checkInAnswer.count()).toBe(0);
});

it('health, readiness and figures are served beside Slack', async () => {
  const { service } = await littleCompany(start, { over: 'http' });
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${service.port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  expect(await get('/healthz')).toMatchObject({ status: 200 });
  expect(await get('/readyz')).toEqual({ status: 200, text: '{"status":"ready"}' });
  expect((await get('/metrics')).text).toContain('throughline_deliveries_total');
});
