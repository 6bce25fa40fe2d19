import { App, type Receiver } from '@slack/bolt';
import { beforeEach, expect, it } from 'vitest';
import { registerPeople } from '../../../src/features/people/slack.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
/** Takes events from the test instead of the network. */
const quiet: Receiver = { init() {}, start: async () => undefined, stop: async () => undefined };

let db: Database;
let app: App;

beforeEach(async () => {
  ({ db } = await freshDatabase());
  await db.workspace.create({ data: { id: 'T1', name: 'Acme', botUserId: 'UBOT', installedAt: NOW } });
  app = new App({
    receiver: quiet,
    authorize: async () => ({ botToken: 'xoxb-test', botId: 'B1', botUserId: 'UBOT' }),
    convoStore: false,
  });
  registerPeople(app, { db, clock: { now: () => NOW } });
});

async function deliver(type: 'team_join' | 'user_change', user: object) {
  const event = { type, user, event_ts: '1.0' };
  const body = { type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: 'Ev1', event_time: 1, event };
  await app.processEvent({ body, ack: async () => undefined });
}

const ana = { id: 'U1', team_id: 'T1', tz: 'Europe/Berlin', profile: { real_name: 'Ana' } };

it('takes up who joins, and what changes afterwards', async () => {
  await deliver('team_join', ana);
  await deliver('team_join', ana);
  expect(await db.member.findMany()).toMatchObject([{ id: 'U1', name: 'Ana', timeZone: 'Europe/Berlin' }]);

  await deliver('user_change', { ...ana, tz: 'America/Denver', profile: { real_name: 'Ana K' } });
  expect(await db.member.findMany()).toMatchObject([{ name: 'Ana K', timeZone: 'America/Denver' }]);

  await deliver('user_change', { id: 'U1', team_id: 'T1', deleted: true, profile: { real_name: 'Ana K' } });
  expect(await db.member.findMany()).toMatchObject([{ deactivatedAt: NOW, timeZone: 'America/Denver' }]);
});

it('leaves people of another organisation alone', async () => {
  await deliver('user_change', { ...ana, team_id: 'T-partner' });
  expect(await db.member.count()).toBe(0);
});

it('takes up a member of an Enterprise Grid who is counted to a sister workspace', async () => {
  await deliver('user_change', { ...ana, team_id: 'T2', enterprise_user: { teams: ['T2', 'T1'] } });
  expect(await db.member.count()).toBe(1);
});
