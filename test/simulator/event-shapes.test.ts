import { expect, test } from 'vitest';
import { asObject } from '../../src/simulator/workspace/json.ts';
import { recordDeliveries } from './record-events.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

const text = expect.any(String);
const stamp = expect.stringMatching(/^\d{10}\.\d{6}$/);

async function start() {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator);
  return { simulator, recorded, ana: simulator.as('ana'), last: () => recorded.events().at(-1) };
}

test('the envelope of an event', async () => {
  const { simulator, recorded, ana } = await start();
  await ana.openHome();
  expect(recorded.bodies).toEqual([
    {
      token: text,
      team_id: simulator.teamId,
      context_team_id: simulator.teamId,
      context_enterprise_id: null,
      api_app_id: simulator.appId,
      event: expect.any(Object),
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev/),
      event_time: 1_772_438_400,
      authorizations: [
        {
          enterprise_id: null,
          team_id: simulator.teamId,
          user_id: simulator.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: expect.stringMatching(/^4-/),
    },
  ]);
});

test('opening Home, each time anew, with the view once there is one', async () => {
  const { simulator, recorded, ana, last } = await start();
  const home = {
    type: 'app_home_opened',
    user: ana.id,
    channel: expect.stringMatching(/^D/),
    tab: 'home',
    event_ts: stamp,
  };
  await ana.openHome();
  await ana.openHome();
  expect(recorded.events()).toEqual([home, home]);
  await clientOf(simulator).views.publish({ user_id: ana.id, view: { type: 'home', blocks: [] } });
  await ana.openHome();
  expect(last()).toEqual({ ...home, view: expect.objectContaining({ type: 'home', id: expect.stringMatching(/^V/) }) });
  await ana.openMessages();
  expect(last()).toEqual({ ...home, tab: 'messages' });
});

test('messages to the app, its own coming back, a mention, a reply and files', async () => {
  const { simulator, recorded, ana, last } = await start();
  const ts = await ana.says('hello');
  const hello = {
    type: 'message',
    user: ana.id,
    text: 'hello',
    ts,
    team: simulator.teamId,
    client_msg_id: text,
    blocks: [expect.objectContaining({ type: 'rich_text' })],
    channel: expect.stringMatching(/^D/),
    channel_type: 'im',
    event_ts: ts,
  };
  expect(last()).toEqual(hello);
  await ana.says('more', 'app', { thread: ts });
  expect(last()).toMatchObject({ thread_ts: ts, parent_user_id: ana.id });
  await clientOf(simulator).chat.postMessage({ channel: ana.id, text: 'own' });
  await simulator.eventsSettled();
  expect(last()).toMatchObject({
    type: 'message',
    channel_type: 'im',
    user: simulator.botUserId,
    bot_id: simulator.botId,
    app_id: simulator.appId,
    bot_profile: { id: simulator.botId, app_id: simulator.appId, name: 'Pigeon', deleted: false },
  });
  simulator.addUserGroup({ handle: 'crew', name: 'Crew', members: ['ben'] });
  await ana.says('@Pigeon ask @crew', '#general');
  await simulator.eventsSettled();
  const mention = last();
  expect(mention).toMatchObject({
    type: 'app_mention',
    user: ana.id,
    text: expect.stringMatching(new RegExp(`^<@${simulator.botUserId}> ask <!subteam\\^S\\w+\\|@crew>$`)),
    channel: expect.stringMatching(/^C/),
    event_ts: mention?.['ts'],
  });
  expect(recorded.events().at(-2)).toMatchObject({ type: 'message', ts: mention?.['ts'], channel_type: 'channel' });
  await ana.says('look', 'app', { files: ['a.png'] });
  await simulator.eventsSettled();
  expect(recorded.events().at(-2)).toMatchObject({
    type: 'message',
    subtype: 'file_share',
    upload: true,
    files: [
      { name: 'a.png', mimetype: 'image/png', filetype: 'png', user: ana.id, url_private: text, permalink: text },
    ],
  });
  expect(last()).toMatchObject({ type: 'file_shared', user_id: ana.id, channel_id: expect.stringMatching(/^D/) });
});

test('people: whole objects, little of the deactivated, the e-mail with its scope', async () => {
  const { simulator, ana, last } = await start();
  simulator.updatePerson('ana', { realName: 'Ana Lima Souza' });
  await simulator.eventsSettled();
  const user = asObject(last()?.['user']);
  expect(last()).toEqual({ type: 'user_change', user, cache_ts: 1_772_438_400, event_ts: stamp });
  const always = ['deleted', 'id', 'is_app_user', 'is_bot', 'name', 'profile', 'team_id', 'updated'];
  const active = [
    'is_admin',
    'is_email_confirmed',
    'is_owner',
    'is_primary_owner',
    'is_restricted',
    'is_ultra_restricted',
    'real_name',
    'tz',
    'tz_label',
    'tz_offset',
    'who_can_share_contact_card',
  ];
  expect(Object.keys(user).toSorted()).toEqual([...always, ...active].toSorted());
  expect(user).toMatchObject({
    id: ana.id,
    tz: 'America/Sao_Paulo',
    tz_label: 'Brasilia Standard Time',
    tz_offset: -10_800,
    updated: 1_772_438_400,
    profile: {
      email: 'ana@example.com',
      real_name: 'Ana Lima Souza',
      display_name: '',
      image_72: text,
      status_text: '',
    },
  });
  simulator.deactivate('ana');
  await simulator.eventsSettled();
  expect(Object.keys(asObject(last()?.['user'])).toSorted()).toEqual(always);
  expect(last()).toMatchObject({ user: { deleted: true } });
});

test('a farewell: ids of people, not tokens', async () => {
  const { simulator, recorded } = await start();
  simulator.uninstallApp();
  await simulator.eventsSettled();
  expect(recorded.events()).toEqual([
    { type: 'tokens_revoked', tokens: { oauth: [], bot: [simulator.botUserId] }, event_ts: stamp },
    { type: 'app_uninstalled', event_ts: stamp },
  ]);
});

test('channels and the list of people, as the Web API shows them', async () => {
  const { simulator } = await start();
  const { conversations, users } = clientOf(simulator);
  const [general] = (await conversations.list()).channels ?? [];
  expect(general).toEqual({
    id: expect.stringMatching(/^C/),
    name: 'general',
    name_normalized: 'general',
    created: expect.any(Number),
    updated: expect.any(Number),
    creator: text,
    context_team_id: simulator.teamId,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: 3,
    unlinked: 0,
    is_archived: false,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: true,
    is_member: true,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
  });
  const { members = [], cache_ts } = await users.list({ limit: 2 });
  expect(cache_ts).toBe(1_772_438_400);
  // Slack's own robot says that it is no bot.
  expect(members.map(({ id, is_bot }) => [id, is_bot])).toEqual([
    ['USLACKBOT', false],
    [simulator.botUserId, true],
  ]);
});

test('entering a request address: url_verification, to be answered with its challenge', async () => {
  const { simulator } = await startLittleSlack();
  const { url, bodies } = await recordDeliveries(simulator, ({ challenge = '' }) => ({ body: { challenge } }));
  expect(await simulator.verifyRequestUrl({ url })).toBe(true);
  expect(bodies).toEqual([{ type: 'url_verification', token: text, challenge: text }]);
  const silent = await recordDeliveries(simulator);
  expect(await simulator.verifyRequestUrl({ url: silent.url })).toBe(false);
});
