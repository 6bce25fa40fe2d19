import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { syncMembers } from '../../../src/features/people/sync-members.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');
const HOUR_MS = 3_600_000;
const client = new WebClient('xoxb-test', { rejectRateLimitedCalls: true, retryConfig: { retries: 0 } });

let db: Database;
let waits: number[];

beforeEach(async () => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  waits = [];
  ({ db } = await freshDatabase());
  await db.workspace.create({ data: { id: 'T1', name: 'Acme', botUserId: 'UBOT', installedAt: NOW } });
});

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

const sync = (now = NOW) =>
  syncMembers(db, {
    workspaceId: 'T1',
    client,
    now,
    freshForMs: HOUR_MS,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });

const slack = () => nock('https://slack.com');
const user = (id: string, more = {}) => ({ id, tz: 'Europe/Berlin', profile: { real_name: `Name ${id}` }, ...more });

function answerPage(cursor: string | undefined, members: object[], next = '') {
  return slack()
    .post('/api/users.list', (body) => body.limit === '200' && body.cursor === cursor)
    .reply(200, { ok: true, members, response_metadata: { next_cursor: next } });
}

const rateLimit = (seconds: number) =>
  slack()
    .post('/api/users.list')
    .reply(429, { ok: false, error: 'ratelimited' }, { 'Retry-After': String(seconds) });

const names = async () =>
  (await db.member.findMany({ where: { workspaceId: 'T1' }, orderBy: { id: 'asc' } })).map((member) => member.name);

it('pages to the end, through short and empty pages', async () => {
  answerPage(undefined, [user('U1'), user('U2')], 'two');
  answerPage('two', [], 'three');
  answerPage('three', [user('U3', { is_restricted: true }), user('UB', { is_bot: true }), { no: 'id' }]);

  expect(await sync()).toEqual({ outcome: 'synced', members: 4 });

  const members = await db.member.findMany({ orderBy: { id: 'asc' } });
  expect(members.map(({ id, kind }) => [id, kind])).toEqual([
    ['U1', 'person'],
    ['U2', 'person'],
    ['U3', 'guest'],
    ['UB', 'bot'],
  ]);
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: 'T1' } });
  expect(workspace.membersSyncedAt).toEqual(NOW);
});

it('waits as long as Slack asks in the middle of the list, and goes on where it was', async () => {
  answerPage(undefined, [user('U1')], 'two');
  rateLimit(7);
  answerPage('two', [user('U2')]);

  expect(await sync()).toEqual({ outcome: 'synced', members: 2 });
  expect(waits).toEqual([7000]);
});

it('gives the turn back when Slack asks for too much patience, and keeps what it has', async () => {
  answerPage(undefined, [user('U1')], 'two');
  rateLimit(600);

  expect(await sync()).toEqual({ outcome: 'rate_limited', retryAfterSeconds: 600 });
  expect(await names()).toEqual(['Name U1']);

  answerPage(undefined, [user('U1'), user('U2')]);
  expect(await sync()).toEqual({ outcome: 'synced', members: 2 });
});

it('gives the turn back when Slack fails', async () => {
  slack().post('/api/users.list').reply(200, { ok: false, error: 'invalid_auth' });
  await expect(sync()).rejects.toThrow('invalid_auth');

  answerPage(undefined, [user('U1')]);
  expect(await sync()).toMatchObject({ outcome: 'synced' });
});

it('is done by one of two copies', async () => {
  answerPage(undefined, [user('U1')]);
  const outcomes = (await Promise.all([sync(), sync()])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(['not_due', 'synced']);
});

it('is due again when the list is no longer fresh', async () => {
  answerPage(undefined, [user('U1')]);
  await sync();
  expect(await sync(new Date(NOW.getTime() + HOUR_MS - 1))).toEqual({ outcome: 'not_due' });

  answerPage(undefined, [user('U1')]);
  expect(await sync(new Date(NOW.getTime() + HOUR_MS))).toMatchObject({ outcome: 'synced' });
});

it('renames, deactivates and brings back, and leaves to the workspace file what is its own', async () => {
  await db.team.create({ data: { workspaceId: 'T1', key: 'support', name: 'Support', definedAt: NOW } });
  const ana = { workspaceId: 'T1', id: 'U1', kind: 'person', name: 'Old name', email: 'ana@example.com' } as const;
  await db.member.create({ data: { ...ana, timeZone: 'Asia/Tokyo', teamKey: 'support', managerId: null } });
  await db.member.create({ data: { ...ana, id: 'U9', name: 'Not in the list', timeZone: 'Asia/Tokyo' } });
  const member = () => db.member.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: 'T1', id: 'U1' } } });

  answerPage(undefined, [{ id: 'U1', deleted: true, profile: { real_name: 'Ana' } }]);
  await sync();
  const gone = {
    name: 'Ana',
    email: 'ana@example.com',
    timeZone: 'Asia/Tokyo',
    deactivatedAt: NOW,
    teamKey: 'support',
  };
  expect(await member()).toMatchObject(gone);

  answerPage(undefined, [{ id: 'U1', deleted: true, profile: { real_name: 'Ana' } }]);
  await sync(LATER);
  expect(await member()).toMatchObject({ deactivatedAt: NOW });

  answerPage(undefined, [user('U1')]);
  await sync(new Date('2026-03-03T09:00:00Z'));
  expect(await member()).toMatchObject({ deactivatedAt: null, timeZone: 'Europe/Berlin', teamKey: 'support' });
  expect(await db.member.count({ where: { deactivatedAt: null } })).toBe(2);
});

it('puts UTC where Slack never told a zone', async () => {
  answerPage(undefined, [user('U1', { tz: undefined })]);
  await sync();
  expect(await db.member.findFirstOrThrow()).toMatchObject({ timeZone: 'Etc/UTC' });
});
