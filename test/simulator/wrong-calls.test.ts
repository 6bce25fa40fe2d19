import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { createMethods } from '../../src/simulator/wire/all-methods.ts';
import { asObject, type JsonObject } from '../../src/simulator/workspace/json.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

// Arguments, scopes and tokens: sections 2.2, 2.3, 4.2, 7.2 and 7.3 of the platform notes.

const long = (length: number) => 'x'.repeat(length);
const missing = (name: string) => `invalid_arguments [ERROR] missing required field: ${name}`;

const call = (simulator: Simulator, method: string, args: object, token = simulator.botToken) =>
  clientOf(simulator, token)
    .apiCall(method, { ...args })
    .then(
      (answer) => asObject(answer),
      ({ data }) => asObject(data),
    );

function refusalOf({ ok, error, response_metadata }: JsonObject): string {
  if (ok === true) return 'taken';
  const [message = ''] = (asObject(response_metadata)['messages'] ?? []) as string[];
  return `${String(error)} ${message}`.trim();
}

/** `@ana` and `#general` in arguments stand for their ids, `ts` for a message of the app in #general, `theirs` for Ana's. */
async function withIds(simulator: Simulator, args: { [name: string]: unknown }) {
  const { chat } = clientOf(simulator);
  const { ts, channel } = await chat.postMessage({ channel: '#general', text: 'x' });
  const theirs = await simulator.as('ana').says('mine', '#general');
  const known: { [name: string]: string | undefined } = {
    '@ana': simulator.as('ana').id,
    '#general': channel,
    ts,
    theirs,
  };
  known['D-ana'] = (await clientOf(simulator).conversations.open({ users: simulator.as('ana').id })).channel?.id;
  const replied = await chat.postMessage({ channel: '#general', text: 'y', thread_ts: ts ?? '' });
  known['reply'] = replied.ts;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? (known[value] ?? value) : value]),
  );
}

type Wrong = [method: string, args: { [name: string]: unknown }, refusal: string];

const say = { channel: '#general', text: 'x' };
const metadata = (payload: object, type = 'letter') => ({
  ...say,
  metadata: { event_type: type, event_payload: payload },
});

const posts: Wrong[] = [
  ['chat.postMessage', { text: 'x' }, missing('channel')],
  ['chat.postMessage', { channel: '#general' }, 'no_text'],
  ['chat.postMessage', { channel: '#general', blocks: [] }, 'no_text'],
  ['chat.postMessage', { ...say, channel: 'C404' }, 'channel_not_found'],
  ['chat.postMessage', { ...say, channel: '#attic' }, 'channel_not_found'],
  ['chat.postMessage', { ...say, channel: '#lobby' }, 'not_in_channel'],
  ['chat.postMessage', { ...say, channel: 'USLACKBOT' }, 'channel_not_found'],
  ['chat.postMessage', { ...say, blocks: 'hello' }, 'invalid_blocks_format'],
  ['chat.postMessage', { ...say, blocks: '{}' }, 'invalid_blocks_format'],
  ['chat.postMessage', { ...say, attachments: '{}' }, 'invalid_attachments'],
  [
    'chat.postMessage',
    { ...say, attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
    'too_many_attachments',
  ],
  ['chat.postMessage', { ...say, markdown_text: 'y' }, 'markdown_text_conflict'],
  ['chat.postMessage', { channel: '#general', markdown_text: long(12_001) }, 'msg_too_long'],
  ['chat.postMessage', { ...say, metadata: '[' }, 'invalid_metadata_format'],
  ['chat.postMessage', metadata({}, ''), 'invalid_metadata_format'],
  ['chat.postMessage', metadata({ key: long(8000) }), 'metadata_too_large'],
  ['chat.postMessage', { ...say, thread_ts: '1.1' }, 'cannot_reply_to_message'],
  ['chat.postMessage', { ...say, thread_ts: 'reply' }, 'cannot_reply_to_message'],
  ['chat.postMessage', { ...say, thread_ts: 'ts' }, 'taken'],
  ['chat.postMessage', { ...say, text: long(40_001) }, 'taken'],
  ['chat.update', { ...say, ts: 'ts' }, 'taken'],
  ['chat.update', { channel: '@ana', ts: 'ts', text: 'x' }, 'channel_not_found'],
  ['chat.update', { ...say, ts: '1.1' }, 'message_not_found'],
  ['chat.update', { ...say, ts: 'theirs' }, 'cant_update_message'],
  ['chat.update', { ...say, ts: 'ts', text: long(4001) }, 'msg_too_long'],
  ['chat.update', { channel: '#general', ts: 'ts' }, 'no_text'],
  ['chat.update', say, missing('ts')],
  ['chat.delete', { channel: '#general', ts: 'theirs' }, 'cant_delete_message'],
  ['chat.delete', { channel: '#general', ts: '1.1' }, 'message_not_found'],
  ['chat.delete', { channel: 'C404', ts: 'ts' }, 'channel_not_found'],
  ['chat.postEphemeral', { ...say, user: 'U404' }, 'user_not_in_channel'],
  ['chat.postEphemeral', say, missing('user')],
  ['chat.postEphemeral', { ...say, user: '@ana', text: long(40_001) }, 'msg_too_long'],
  ['chat.postEphemeral', { channel: '#general', user: '@ana' }, 'no_text'],
  ['chat.getPermalink', { channel: '#general', message_ts: '1.1' }, 'message_not_found'],
  ['chat.getPermalink', { channel: 'C404', message_ts: 'ts' }, 'channel_not_found'],
  ['chat.scheduleMessage', say, missing('post_at')],
  ['chat.scheduleMessage', { ...say, post_at: 'tomorrow' }, 'invalid_time'],
  ['chat.scheduleMessage', { ...say, post_at: 1_772_438_400 }, 'time_in_past'],
  ['chat.scheduleMessage', { ...say, post_at: 1_772_438_400 + 120 * 86_400 + 1 }, 'time_too_far'],
  ['chat.scheduleMessage', { ...say, post_at: 1_772_438_400 + 120 * 86_400 }, 'taken'],
  ['chat.scheduleMessage', { ...say, post_at: 1_772_438_401, text: long(40_001) }, 'msg_too_long'],
  ['chat.scheduleMessage', { channel: '#general', post_at: 1_772_438_401 }, 'no_text'],
  ['chat.scheduledMessages.list', { channel: 'C404' }, 'invalid_channel'],
  ['chat.scheduledMessages.list', { cursor: 'x' }, 'invalid_cursor'],
  [
    'chat.deleteScheduledMessage',
    { channel: '#general', scheduled_message_id: 'Q404' },
    'invalid_scheduled_message_id',
  ],
];

const places: Wrong[] = [
  ['conversations.open', {}, 'users_list_not_supplied'],
  ['conversations.open', { users: 'U404' }, 'user_not_found'],
  ['conversations.open', { users: 'USLACKBOT' }, 'cannot_dm_bot'],
  ['conversations.open', { users: 'U1,U2,U3,U4,U5,U6,U7,U8,U9' }, 'too_many_users'],
  ['conversations.open', { channel: '#general' }, 'channel_not_found'],
  ['conversations.open', { channel: 'D-ana' }, 'taken'],
  ['conversations.info', { channel: 'C404' }, 'channel_not_found'],
  ['conversations.info', {}, missing('channel')],
  ['conversations.list', { types: 'everything' }, 'invalid_types'],
  ['conversations.list', { limit: 1000 }, 'invalid_limit'],
  ['conversations.list', { limit: 0 }, 'invalid_limit'],
  ['conversations.list', { limit: 'many' }, 'invalid_limit'],
  ['conversations.list', { cursor: 'bm9wZQ==' }, 'invalid_cursor'],
  ['conversations.members', { channel: '#general', cursor: 'nope' }, 'invalid_cursor'],
  ['conversations.members', { channel: '#general', limit: -1 }, 'invalid_limit'],
  ['conversations.history', { channel: 'C404' }, 'channel_not_found'],
  ['conversations.history', { channel: '#general', limit: 1000 }, 'invalid_limit'],
  ['conversations.history', { channel: '#general', latest: 'now' }, 'invalid_ts_latest'],
  ['conversations.replies', { channel: '#general', ts: '1.1' }, 'thread_not_found'],
  ['conversations.replies', { channel: '#general' }, missing('ts')],
  ['conversations.join', { channel: 'D-ana' }, 'method_not_supported_for_channel_type'],
  ['conversations.leave', { channel: 'D-ana' }, 'method_not_supported_for_channel_type'],
  ['conversations.leave', { channel: '#general' }, 'cant_leave_general'],
];

const people: Wrong[] = [
  ['users.info', { user: 'U404' }, 'user_not_found'],
  ['users.info', {}, missing('user')],
  ['users.list', { limit: 1001 }, 'invalid_limit'],
  ['users.list', { cursor: 'dXNlcjpVMDYx' }, 'invalid_cursor'],
  ['users.lookupByEmail', { email: 'nobody@example.com' }, 'users_not_found'],
  ['users.lookupByEmail', {}, missing('email')],
  ['users.profile.get', { user: 'U404' }, 'user_not_found'],
  ['users.getPresence', { user: 'U404' }, 'user_not_found'],
  ['users.conversations', { user: 'U404' }, 'user_not_found'],
  ['usergroups.users.list', { usergroup: 'S404' }, 'no_such_subteam'],
  ['usergroups.users.list', {}, missing('usergroup')],
  ['dnd.info', { user: 'U404' }, 'user_not_found'],
  ['dnd.teamInfo', {}, 'missing_users'],
  ['bots.info', { bot: 'B404' }, 'bot_not_found'],
  ['team.info', { team: 'T404' }, 'team_not_found'],
];

const reactionsAndFiles: Wrong[] = [
  ['reactions.add', { channel: '#general', timestamp: 'ts' }, missing('name')],
  ['reactions.add', { channel: '#general', timestamp: 'ts', name: ':tada:' }, 'invalid_name'],
  ['reactions.add', { name: 'tada' }, 'no_item_specified'],
  ['reactions.add', { name: 'tada', channel: '#general', timestamp: 'now' }, 'bad_timestamp'],
  ['reactions.add', { name: 'tada', channel: '#general', timestamp: '1.1' }, 'message_not_found'],
  ['reactions.add', { name: 'tada', channel: 'C404', timestamp: 'ts' }, 'channel_not_found'],
  ['reactions.remove', { name: 'tada', channel: '#general', timestamp: 'ts' }, 'no_reaction'],
  ['reactions.get', {}, 'no_item_specified'],
  [
    'files.getUploadURLExternal',
    { filename: 'a.txt', length: 0 },
    'invalid_arguments [ERROR] must be greater than 0 [json-pointer:/length]',
  ],
  ['files.getUploadURLExternal', { length: 1 }, missing('filename')],
  [
    'files.getUploadURLExternal',
    { filename: 'a', length: 1, alt_txt: long(1001) },
    'invalid_arguments [ERROR] must be less than 1001 characters [json-pointer:/alt_txt]',
  ],
  ['files.getUploadURLExternal', { filename: 'a', length: 1_000_001, snippet_type: 'text' }, 'snippet_too_large'],
  ['files.completeUploadExternal', { files: [] }, missing('files')],
  ['files.completeUploadExternal', { files: [{ id: 'F404' }] }, 'file_not_found'],
  ['files.info', { file: 'F404' }, 'file_not_found'],
  ['files.delete', { file: 'F404' }, 'file_not_found'],
];

describe.each([
  ['messages', posts],
  ['places', places],
  ['people', people],
  ['reactions and files', reactionsAndFiles],
] as const)('%s', (_family, wrong) => {
  test.each(wrong)('%s %o: %s', async (method, args, refusal) => {
    const { simulator } = await startLittleSlack();
    expect(refusalOf(await call(simulator, method, await withIds(simulator, args)))).toBe(refusal);
  });
});

test('reacting twice, in an archived channel, and where the bot is not', async () => {
  const { simulator } = await startLittleSlack();
  const args = await withIds(simulator, { channel: '#general', timestamp: 'ts', name: 'tada' });
  expect(refusalOf(await call(simulator, 'reactions.add', args))).toBe('taken');
  expect(refusalOf(await call(simulator, 'reactions.add', args))).toBe('already_reacted');
  simulator.archiveChannel('general');
  expect(refusalOf(await call(simulator, 'reactions.add', { ...args, name: 'eyes' }))).toBe('is_archived');
  expect(refusalOf(await call(simulator, 'chat.update', { ...args, ts: args['timestamp'], text: 'x' }))).toBe(
    'is_inactive',
  );
  const lobby = (await clientOf(simulator).conversations.list()).channels?.find(({ name }) => name === 'lobby')?.id;
  expect(refusalOf(await call(simulator, 'reactions.add', { ...args, channel: lobby }))).toBe('not_in_channel');
  expect(refusalOf(await call(simulator, 'conversations.history', { channel: lobby }))).toBe('not_in_channel');
});

// Section 4.2: what each method cannot be called without.
const scopesNeeded: [scope: string, methods: string[]][] = [
  ['channels:join', ['conversations.join']],
  [
    'chat:write',
    [
      'chat.delete',
      'chat.deleteScheduledMessage',
      'chat.postEphemeral',
      'chat.postMessage',
      'chat.scheduleMessage',
      'chat.update',
    ],
  ],
  ['dnd:read', ['dnd.info', 'dnd.teamInfo']],
  ['emoji:read', ['emoji.list']],
  ['files:read', ['files.info']],
  ['files:write', ['files.completeUploadExternal', 'files.delete', 'files.getUploadURLExternal']],
  ['reactions:read', ['reactions.get']],
  ['reactions:write', ['reactions.add', 'reactions.remove']],
  ['team:read', ['team.info']],
  ['usergroups:read', ['usergroups.list', 'usergroups.users.list']],
  ['users.profile:read', ['users.profile.get']],
  ['users:read', ['bots.info', 'users.getPresence', 'users.info', 'users.list']],
  ['users:read.email', ['users.lookupByEmail']],
];

test('without its scope a method says which is needed and which there are', async () => {
  const { simulator } = await startLittleSlack({ manifest: manifestOf({ scopes: ['commands'] }) });
  const found: string[] = [];
  for (const [name, { scopes, token }] of Object.entries(createMethods(() => ''))) {
    if (token !== 'bot' || scopes.length === 0) continue;
    const { error, needed, provided } = await call(simulator, name, {});
    found.push(`${name} ${String(error)} ${String(needed)} ${String(provided)}`);
  }
  const expected = scopesNeeded.flatMap(([scope, methods]) =>
    methods.map((name) => `${name} missing_scope ${scope} commands`),
  );
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('each kind of channel has scopes of its own', async () => {
  const { simulator } = await startLittleSlack({ manifest: manifestOf({ scopes: ['commands', 'channels:read'] }) });
  simulator.inviteBot('attic');
  const attic = simulator.addChannel({ name: 'cellar', private: true, members: ['ana'], botIsMember: true });
  const needed = async (method: string, args: object) => (await call(simulator, method, args))['needed'];
  expect(await needed('conversations.list', { types: 'public_channel,private_channel' })).toBe('groups:read');
  expect(await needed('conversations.info', { channel: attic })).toBe('groups:read');
  expect(await needed('conversations.history', { channel: attic })).toBe('groups:history');
  expect(await needed('conversations.open', { users: simulator.as('ana').id })).toBe('im:write');
  expect(await needed('conversations.leave', { channel: attic })).toBe('groups:write');
});

// Section 2.2: these see nothing of a JSON body.
const formOnly = [
  'apps.connections.open',
  'apps.uninstall',
  'auth.revoke',
  'bots.info',
  'chat.getPermalink',
  'conversations.info',
  'conversations.list',
  'conversations.members',
  'conversations.replies',
  'dnd.info',
  'dnd.teamInfo',
  'emoji.list',
  'files.getUploadURLExternal',
  'files.info',
  'oauth.v2.access',
  'reactions.get',
  'team.info',
  'usergroups.list',
  'usergroups.users.list',
  'users.conversations',
  'users.getPresence',
  'users.info',
  'users.list',
  'users.lookupByEmail',
  'users.profile.get',
];

test('methods that take forms only are those Slack says', () => {
  const found = Object.entries(createMethods(() => '')).filter(([, { readsJson }]) => !readsJson);
  expect(found.map(([name]) => name).toSorted()).toEqual(formOnly);
});

test.each([
  ['conversations.info', { channel: 'C1' }, missing('channel')],
  ['users.info', { user: 'U1' }, missing('user')],
  ['users.list', { limit: 5000 }, 'taken'],
  ['reactions.get', { channel: 'C1', timestamp: '1.1' }, 'no_item_specified'],
  ['conversations.history', { channel: 'C404' }, 'channel_not_found'],
])('JSON for %s', async (method, args, refusal) => {
  const { simulator } = await startLittleSlack();
  const response = await fetch(`${simulator.apiUrl}${method}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${simulator.botToken}`, 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(args),
  });
  expect(refusalOf(asObject(await response.json()))).toBe(refusal);
});

test('each method takes one kind of token and names what is wrong with another', async () => {
  const { simulator } = await startLittleSlack();
  for (const [name, { token }] of Object.entries(createMethods(() => ''))) {
    if (token === 'none') continue;
    expect([name, (await call(simulator, name, {}, ''))['error']]).toEqual([name, 'not_authed']);
    expect([name, (await call(simulator, name, {}, 'xoxb-1'))['error']]).toEqual([name, 'invalid_auth']);
    const other = token === 'app' ? simulator.botToken : simulator.appToken;
    expect([name, (await call(simulator, name, {}, other))['error']]).toEqual([name, 'not_allowed_token_type']);
  }
});
