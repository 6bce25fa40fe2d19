import { describe, expect, test } from 'vitest';
import { recordDeliveries } from './record-events.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

describe('people', () => {
  test('change and take back their own messages, of which the app hears', async () => {
    const { simulator } = await startLittleSlack();
    const recorded = await recordDeliveries(simulator);
    const [ana, ben] = [simulator.as('ana'), simulator.as('ben')];
    const ts = await ana.says('frist', '#general');
    await ana.edits(ts, 'first', '#general');
    await expect(ben.edits(ts, 'mine now', '#general')).rejects.toThrow('ben did not write');
    expect(ben.reads('#general')).toMatchObject([{ text: 'first', edited: true }]);
    await ana.deletes(ts, '#general');
    expect(ben.reads('#general')).toEqual([]);
    await expect(ana.deletes(ts, '#general')).rejects.toThrow('There is no message');
    expect(recorded.events()).toMatchObject([
      { type: 'message', text: 'frist', ts, channel_type: 'channel' },
      { subtype: 'message_changed', message: { text: 'first', ts }, previous_message: { text: 'frist' }, hidden: true },
      { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'first' }, hidden: true },
    ]);
  });

  test('write rich text: mentions, channels, links, emoji, groups', async () => {
    const { simulator } = await startLittleSlack();
    const recorded = await recordDeliveries(simulator);
    await simulator.as('ana').says('hi @ben in #general :tada: see https://example.com/a?b=1&c=2 <now>', '#general');
    const [event] = recorded.events();
    const channel = event?.['channel'];
    expect(event).toMatchObject({
      client_msg_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      text: expect.stringContaining('<https://example.com/a?b=1&amp;c=2> &lt;now&gt;'),
      blocks: [
        {
          type: 'rich_text',
          block_id: expect.any(String),
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'hi ' },
                { type: 'user', user_id: simulator.as('ben').id },
                { type: 'text', text: ' in ' },
                { type: 'channel', channel_id: channel },
                { type: 'text', text: ' ' },
                { type: 'emoji', name: 'tada' },
                { type: 'text', text: ' see ' },
                { type: 'link', url: 'https://example.com/a?b=1&c=2' },
                { type: 'text', text: ' <now>' },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('reactions', () => {
  test('of people and of the app, told both ways and read back', async () => {
    const { simulator } = await startLittleSlack();
    const recorded = await recordDeliveries(simulator);
    const { reactions, conversations } = clientOf(simulator);
    const ana = simulator.as('ana');
    const ts = await ana.says('we won', '#general');
    const channel = simulator.messages('#general')[0]?.channelId ?? '';
    await reactions.add({ channel, timestamp: ts, name: 'tada' });
    await simulator.as('ben').reacts('tada', { in: '#general' });
    await simulator.as('ben').reacts('eyes', { in: '#general', message: ts });
    expect(ana.reads('#general')[0]?.reactions).toEqual([':tada: 2', ':eyes: 1']);
    const both = [simulator.botUserId, simulator.as('ben').id];
    const tada = { name: 'tada', users: both, count: 2 };
    expect(await reactions.get({ channel, timestamp: ts })).toMatchObject({
      type: 'message',
      channel,
      message: { reactions: [tada, { name: 'eyes' }], permalink: expect.stringContaining(channel) },
    });
    expect((await conversations.history({ channel })).messages?.[0]?.reactions?.[0]).toEqual(tada);
    await simulator.as('ben').unreacts('eyes', { in: '#general' });
    await reactions.remove({ channel, timestamp: ts, name: 'tada' });
    await simulator.eventsSettled();
    expect(recorded.types()).toEqual([
      'message',
      'reaction_added',
      'reaction_added',
      'reaction_added',
      'reaction_removed',
      'reaction_removed',
    ]);
    expect(recorded.events()[2]).toMatchObject({
      user: simulator.as('ben').id,
      reaction: 'tada',
      item: { type: 'message', channel, ts },
      item_user: ana.id,
      event_ts: expect.any(String),
    });
  });

  test('at most 23 of one person and 50 emoji on a message', async () => {
    const { simulator } = await startLittleSlack();
    const { reactions } = clientOf(simulator);
    const timestamp = await simulator.as('ana').says('x', '#general');
    const channel = simulator.messages('#general')[0]?.channelId ?? '';
    const add = (name: string) => reactions.add({ channel, timestamp, name });
    for (let count = 0; count < 23; count += 1) await add(`bot${count}`);
    await expect(add('more')).rejects.toMatchObject({ data: { error: 'too_many_reactions' } });
    for (let count = 0; count < 23; count += 1) await simulator.as('ana').reacts(`ana${count}`, { in: '#general' });
    for (let count = 0; count < 4; count += 1) await simulator.as('ben').reacts(`ben${count}`, { in: '#general' });
    await expect(simulator.as('ben').reacts('one_more', { in: '#general' })).rejects.toThrow('too_many_emoji');
  });
});

describe('channels', () => {
  test('what becomes of them is told: public ones to any app, private ones from inside', async () => {
    const { simulator } = await startLittleSlack();
    const recorded = await recordDeliveries(simulator);
    const quay = simulator.addChannel({ name: 'quay', members: ['ana'] });
    simulator.renameChannel('quay', 'pier');
    simulator.archiveChannel('pier');
    simulator.unarchiveChannel('pier');
    simulator.renameChannel('attic', 'cellar');
    simulator.inviteBot('cellar');
    simulator.renameChannel('cellar', 'vault');
    simulator.archiveChannel('vault');
    simulator.unarchiveChannel('vault');
    await simulator.eventsSettled();
    expect(recorded.types()).toEqual([
      'channel_created',
      'channel_rename',
      'channel_archive',
      'channel_unarchive',
      'member_joined_channel',
      'group_rename',
      'group_archive',
      'group_unarchive',
    ]);
    expect(recorded.events()[0]).toMatchObject({
      channel: { id: quay, name: 'quay', creator: simulator.as('ana').id },
    });
    expect(recorded.events()[1]).toMatchObject({ channel: { id: quay, name: 'pier' } });
    expect(recorded.events()[2]).toMatchObject({ channel: quay, user: simulator.as('ana').id });
    expect(() => simulator.renameChannel('vault', 'pier')).toThrow('already a channel');
  });

  test('the app joins and leaves by itself, but not #general and not as the last', async () => {
    const { simulator } = await startLittleSlack();
    const recorded = await recordDeliveries(simulator);
    const { conversations } = clientOf(simulator);
    const channels = (await conversations.list({ types: 'public_channel' })).channels ?? [];
    const idOf = (wanted: string) => channels.find(({ name }) => name === wanted)?.id ?? '';
    const lobby = idOf('lobby');
    await conversations.join({ channel: lobby });
    expect(await conversations.join({ channel: lobby })).toMatchObject({
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    });
    await simulator.as('ben').leaves('#lobby');
    const leave = (channel: string) => conversations.leave({ channel });
    await expect(leave(lobby)).rejects.toMatchObject({ data: { error: 'last_member' } });
    await simulator.as('ben').joins('#lobby');
    await leave(lobby);
    await expect(leave(lobby)).rejects.toMatchObject({ data: { not_in_channel: true } });
    await expect(leave(idOf('general'))).rejects.toMatchObject({ data: { error: 'cant_leave_general' } });
    await simulator.eventsSettled();
    const [joined, left] = ['member_joined_channel', 'member_left_channel'];
    expect(recorded.types()).toEqual([joined, left, joined, left]);
  });
});
