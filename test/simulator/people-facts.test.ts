import { describe, expect, test } from 'vitest';
import { recordDeliveries } from './record-events.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

describe('do not disturb', () => {
  // The clock stands at 08:00 UTC on 2026-03-02: 13:45 in Kathmandu, 05:00 in São Paulo.
  const at = (time: string) => Date.parse(`2026-03-${time}Z`) / 1000;

  test('the hours of each in their own zone, and a pause of once', async () => {
    const { simulator } = await startLittleSlack();
    const recorded = await recordDeliveries(simulator);
    const [ana, ben] = [simulator.as('ana'), simulator.as('ben')];
    const { dnd } = clientOf(simulator);
    expect(await dnd.info({ user: ben.id })).toMatchObject({ dnd_enabled: false });
    await ben.setsQuietHours({ from: '22:00', to: '08:00' });
    const bens = { dnd_enabled: true, next_dnd_start_ts: at('02T16:15:00'), next_dnd_end_ts: at('03T02:15:00') };
    expect(await dnd.info({ user: ben.id })).toMatchObject(bens);
    await ana.setsQuietHours({ from: '22:00', to: '08:00' });
    const anas = { dnd_enabled: true, next_dnd_start_ts: at('02T01:00:00'), next_dnd_end_ts: at('02T11:00:00') };
    expect(await dnd.info({ user: ana.id })).toMatchObject(anas);
    await ben.pausesNotifications(30);
    const paused = { next_dnd_start_ts: at('02T08:00:00'), next_dnd_end_ts: at('02T08:30:00') };
    expect((await dnd.teamInfo({ users: `${ana.id},${ben.id},U404` })).users).toEqual({
      [ana.id]: anas,
      [ben.id]: { ...bens, ...paused },
    });
    await ben.pausesNotifications(0);
    await ben.setsQuietHours(null);
    expect(await dnd.info({ user: ben.id })).toMatchObject({ dnd_enabled: false });
    expect(recorded.types()).toEqual(Array.from({ length: 5 }, () => 'dnd_updated_user'));
    expect(recorded.events()[0]).toMatchObject({ user: ben.id, dnd_status: bens });
    expect(() => ben.setsQuietHours({ from: '25:00', to: '08:00' })).toThrow('not a time');
  });

  test('nobody and too many are refused', async () => {
    const { simulator } = await startLittleSlack();
    const { dnd } = clientOf(simulator);
    await expect(dnd.info({ user: 'U404' })).rejects.toMatchObject({ data: { error: 'user_not_found' } });
    const users = Array.from({ length: 51 }, (_, index) => `U${index}`).join(',');
    await expect(dnd.teamInfo({ users })).rejects.toMatchObject({ data: { error: 'too_many_users' } });
  });
});

test('profiles with the fields of the team, presence, and statuses', async () => {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator);
  const { users } = clientOf(simulator);
  const id = simulator.addPerson({
    name: 'cy',
    timeZone: 'Etc/UTC',
    email: 'cy@example.com',
    fields: { Xf01: { value: 'Finance', label: 'Department' } },
  });
  await simulator.as('cy').setsStatus('At sea', ':sailboat:');
  const { profile } = await users.profile.get({ user: id });
  expect(profile).toMatchObject({
    email: 'cy@example.com',
    status_text: 'At sea',
    status_emoji: ':sailboat:',
    fields: { Xf01: { value: 'Finance', alt: '' } },
  });
  expect((await users.profile.get({ user: id, include_labels: true })).profile?.fields).toEqual({
    Xf01: { value: 'Finance', alt: '', label: 'Department' },
  });
  expect((await users.getPresence({ user: id })).presence).toBe('active');
  await simulator.as('cy').setsPresence('away');
  expect((await users.getPresence({ user: id })).presence).toBe('away');
  expect(recorded.types()).toEqual(['team_join', 'user_change']);
});

test('user groups and their people, in order of change', async () => {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator);
  const { usergroups } = clientOf(simulator);
  const [ana, ben] = [simulator.as('ana').id, simulator.as('ben').id];
  const group = simulator.addUserGroup({ handle: '@crew', name: 'Crew', members: ['ana'] });
  expect((await usergroups.list()).usergroups).toMatchObject([{ id: group, handle: 'crew', name: 'Crew' }]);
  expect((await usergroups.list()).usergroups?.[0]).not.toHaveProperty('users');
  expect((await usergroups.list({ include_users: true, include_count: true })).usergroups?.[0]).toMatchObject({
    users: [ana],
    user_count: 1,
  });
  simulator.updateUserGroup('crew', { members: ['ben'] });
  expect((await usergroups.users.list({ usergroup: group })).users).toEqual([ben]);
  simulator.updateUserGroup('crew', { disabled: true });
  expect((await usergroups.list()).usergroups).toEqual([]);
  await expect(usergroups.users.list({ usergroup: group })).rejects.toMatchObject({
    data: { error: 'no_such_subteam' },
  });
  expect((await usergroups.users.list({ usergroup: group, include_disabled: true })).users).toEqual([ben]);
  await simulator.eventsSettled();
  expect(recorded.types()).toEqual([
    'subteam_created',
    'subteam_members_changed',
    'subteam_updated',
    'subteam_updated',
  ]);
  expect(recorded.events()[1]).toMatchObject({ subteam_id: group, added_users: [ben], removed_users: [ana] });
});

test('the app’s bot, and a team without emoji of its own', async () => {
  const { simulator } = await startLittleSlack();
  const client = clientOf(simulator);
  expect((await client.bots.info({ bot: simulator.botId })).bot).toMatchObject({
    id: simulator.botId,
    app_id: simulator.appId,
    user_id: simulator.botUserId,
    name: 'Pigeon',
  });
  await expect(client.bots.info({ bot: 'B404' })).rejects.toMatchObject({ data: { error: 'bot_not_found' } });
  expect((await client.emoji.list()).emoji).toEqual({});
});

test('somebody invited is listed like anybody, and not there yet', async () => {
  const { simulator } = await startLittleSlack();
  const id = simulator.addPerson({ name: 'cy', timeZone: 'Etc/UTC', invited: true });
  const { members = [] } = await clientOf(simulator).users.list({});
  expect(members.find((member) => member.id === id)).toMatchObject({
    deleted: false,
    is_invited_user: true,
    is_email_confirmed: false,
  });
  await expect(simulator.as('cy').command('/send')).rejects.toThrow('has not joined yet');
  simulator.updatePerson('cy', { invited: false });
  const { user } = await clientOf(simulator).users.info({ user: id });
  expect(user).not.toHaveProperty('is_invited_user');
});
