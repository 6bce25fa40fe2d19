import { describe, expect, test } from 'vitest';
import { allScopes, clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

describe('people', () => {
  test('are listed with their zone, guests and bots marked, and little of the deactivated', async () => {
    const { simulator } = await startLittleSlack();
    simulator.addPerson({ name: 'cy', timeZone: 'Europe/Oslo', guest: 'single-channel' });
    simulator.addPerson({ name: 'di', timeZone: 'Europe/Oslo', guest: 'multi-channel' });
    simulator.addPerson({ name: 'robo', timeZone: 'Europe/Oslo', bot: true });
    simulator.deactivate('ben');
    const { members = [] } = await clientOf(simulator).users.list({});
    const named = (name: string) => members.find((member) => member.name === name);
    expect(named('ana')).toMatchObject({
      tz: 'America/Sao_Paulo',
      tz_offset: -10800,
      is_admin: true,
      is_restricted: false,
      profile: { real_name: 'Ana Lima', display_name: '', email: 'ana@example.com' },
    });
    expect(named('cy')).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    expect(named('di')).toMatchObject({ is_restricted: true, is_ultra_restricted: false });
    expect(named('robo')).toMatchObject({ is_bot: true });
    expect(named('slackbot')).toMatchObject({ id: 'USLACKBOT', is_bot: false });
    expect(named('pigeon')).toMatchObject({ id: simulator.botUserId, is_bot: true });
    const gone = named('ben');
    expect(gone).toMatchObject({ deleted: true });
    expect(gone).not.toHaveProperty('tz');
    expect(gone).not.toHaveProperty('is_admin');
  });

  test('come in pages; a cursor from nowhere is refused', async () => {
    const { simulator } = await startLittleSlack();
    const { users } = clientOf(simulator);
    const first = await users.list({ limit: 3 });
    expect(first.members).toHaveLength(3);
    const second = await users.list({ limit: 3, cursor: first.response_metadata?.next_cursor ?? '' });
    expect(second.members?.map(({ name }) => name)).toEqual(['ben']);
    expect(second.response_metadata?.next_cursor).toBe('');
    await expect(users.list({ cursor: 'nowhere' })).rejects.toMatchObject({ data: { error: 'invalid_cursor' } });
    await expect(users.list({ limit: 1001 })).rejects.toMatchObject({ data: { error: 'invalid_limit' } });
  });

  test('a big team must be asked for page by page', async () => {
    const { simulator } = await startLittleSlack();
    for (let count = 0; count < 1000; count += 1) simulator.addPerson({ name: `p${count}`, timeZone: 'Etc/UTC' });
    const { users } = clientOf(simulator);
    await expect(users.list({})).rejects.toMatchObject({ data: { error: 'limit_required' } });
    expect((await users.list({ limit: 200 })).members).toHaveLength(200);
  });

  test('are found by id or e-mail; the e-mail shows only with its scope', async () => {
    const { simulator } = await startLittleSlack({ manifest: manifestOf({ scopes: ['commands', 'users:read'] }) });
    const { users } = clientOf(simulator);
    const { user } = await users.info({ user: simulator.as('ana').id });
    expect(user?.profile).not.toHaveProperty('email');
    await expect(users.info({ user: 'U404' })).rejects.toMatchObject({ data: { error: 'user_not_found' } });
    await expect(users.lookupByEmail({ email: 'ana@example.com' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read.email' },
    });
    const full = await startLittleSlack();
    const byEmail = clientOf(full.simulator).users;
    expect((await byEmail.lookupByEmail({ email: 'ANA@example.com' })).user?.name).toBe('ana');
    await expect(byEmail.lookupByEmail({ email: 'x@example.com' })).rejects.toMatchObject({
      data: { error: 'users_not_found' },
    });
  });

  test('the workspace tells its name', async () => {
    const { simulator } = await startLittleSlack();
    expect((await clientOf(simulator).team.info()).team).toMatchObject({ id: simulator.teamId, name: 'Harbour' });
  });
});

describe('channels', () => {
  test('are listed by kind, each kind with its scope; a private one only from inside', async () => {
    const { simulator } = await startLittleSlack();
    const { conversations } = clientOf(simulator);
    const names = async (types: string) => (await conversations.list({ types })).channels?.map(({ name }) => name);
    expect(await names('public_channel')).toEqual(['general', 'lobby']);
    expect(await names('public_channel,private_channel')).toEqual(['general', 'lobby']);
    simulator.inviteBot('attic');
    expect(await names('private_channel')).toEqual(['attic']);
    await expect(conversations.list({ types: 'secret' })).rejects.toMatchObject({ data: { error: 'invalid_types' } });
    const poor = await startLittleSlack({ manifest: manifestOf({ scopes: ['commands', 'channels:read'] }) });
    await expect(
      clientOf(poor.simulator).conversations.list({ types: 'public_channel,private_channel' }),
    ).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'groups:read' } });
  });

  test('info, members and joining', async () => {
    const { simulator } = await startLittleSlack();
    const attic = simulator.addChannel({ name: 'cellar', private: true, members: ['ana'] });
    const lobby = simulator.addChannel({ name: 'lounge', members: ['ana'] });
    const { conversations } = clientOf(simulator);
    await expect(conversations.info({ channel: attic })).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    });
    expect((await conversations.info({ channel: lobby })).channel).toMatchObject({ name: 'lounge', is_member: false });
    await expect(conversations.history({ channel: lobby })).rejects.toMatchObject({
      data: { error: 'not_in_channel' },
    });
    expect((await conversations.join({ channel: lobby })).channel).toMatchObject({ is_member: true });
    expect((await conversations.members({ channel: lobby })).members).toEqual([
      simulator.as('ana').id,
      simulator.botUserId,
    ]);
    await expect(conversations.join({ channel: attic })).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    });
    simulator.archiveChannel('lounge');
    await expect(conversations.join({ channel: lobby })).rejects.toMatchObject({ data: { error: 'is_archived' } });
  });

  test('users.conversations lists where a person is, of what the app may see', async () => {
    const { simulator } = await startLittleSlack();
    const { users } = clientOf(simulator);
    const { channels } = await users.conversations({
      user: simulator.as('ana').id,
      types: 'public_channel,private_channel',
    });
    expect(channels?.map(({ name }) => name)).toEqual(['general']);
    await expect(users.conversations({ user: 'U404' })).rejects.toMatchObject({ data: { error: 'user_not_found' } });
  });

  test.each([
    ['nobody', () => '', 'users_list_not_supplied'],
    ['nine people', () => 'U1,U2,U3,U4,U5,U6,U7,U8,U9', 'too_many_users'],
    ['a stranger', () => 'U404', 'user_not_found'],
    ['Slackbot', () => 'USLACKBOT', 'cannot_dm_bot'],
  ])('a direct conversation with %s is refused', async (_who, users, error) => {
    const { simulator } = await startLittleSlack();
    await expect(clientOf(simulator).conversations.open({ users: users() })).rejects.toMatchObject({ data: { error } });
  });

  test('a direct conversation is one and the same each time; none with the deactivated', async () => {
    const { simulator } = await startLittleSlack();
    const { conversations } = clientOf(simulator);
    const [ana, ben] = [simulator.as('ana').id, simulator.as('ben').id];
    const first = await conversations.open({ users: ana });
    expect(first.channel).toEqual({ id: expect.stringMatching(/^D/) });
    const again = await conversations.open({ users: ana, return_im: true });
    expect(again).toMatchObject({ already_open: true, channel: { id: first.channel?.id, is_im: true, user: ana } });
    expect((await conversations.open({ users: `${ana},${ben}` })).channel?.id).not.toBe(first.channel?.id);
    simulator.deactivate('ben');
    await expect(conversations.open({ users: ben })).rejects.toMatchObject({ data: { error: 'user_disabled' } });
    const scopes = allScopes.filter((scope) => scope !== 'im:write');
    const poor = await startLittleSlack({ manifest: manifestOf({ scopes }) });
    await expect(
      clientOf(poor.simulator).conversations.open({ users: poor.simulator.as('ana').id }),
    ).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'im:write' } });
  });
});

test('a page of channels may be empty with more to come, and members are counted when asked', async () => {
  const { simulator } = await startLittleSlack();
  const { conversations } = clientOf(simulator);
  simulator.addChannel({ name: 'loft', private: true, members: ['ana'], botIsMember: true });
  const first = await conversations.list({ types: 'private_channel', limit: 1 });
  expect(first.channels).toEqual([]);
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await conversations.list({ types: 'private_channel', limit: 1, cursor });
  expect(second.channels?.map(({ name }) => name)).toEqual(['loft']);
  const channel = second.channels?.[0]?.id ?? '';
  expect((await conversations.info({ channel })).channel).not.toHaveProperty('num_members');
  expect((await conversations.info({ channel, include_num_members: true })).channel).toHaveProperty('num_members', 2);
});
