import { describe, expect, test } from 'vitest';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

describe('posting', () => {
  test('a ts is unique while the clock stands still', async () => {
    const { simulator } = await startLittleSlack();
    const { chat } = clientOf(simulator);
    const first = await chat.postMessage({ channel: '#general', text: 'one' });
    const second = await chat.postMessage({ channel: '#general', text: 'two' });
    expect([first.ts, second.ts]).toEqual(['1772438400.000000', '1772438400.000001']);
  });

  test.each([
    ['an unknown channel', { channel: 'C404', text: 'x' }, 'channel_not_found'],
    ['a private channel it is not in', { channel: '#attic', text: 'x' }, 'channel_not_found'],
    ['a public channel it is not in', { channel: '#lobby', text: 'x' }, 'not_in_channel'],
    ['nothing', { channel: '#general', text: '' }, 'no_text'],
    ['a reply to nothing', { channel: '#general', text: 'x', thread_ts: '1.1' }, 'cannot_reply_to_message'],
    ['a bad block', { channel: '#general', text: 'x', blocks: [section('y'.repeat(3001))] }, 'invalid_blocks'],
    [
      'metadata without a type',
      { channel: '#general', text: 'x', metadata: { event_type: '', event_payload: {} } },
      'invalid_metadata_format',
    ],
  ])('%s is refused', async (_what, message, error) => {
    const { simulator } = await startLittleSlack();
    await expect(clientOf(simulator).chat.postMessage(message)).rejects.toMatchObject({ data: { error } });
  });

  test('blocks that are no JSON are refused, bad ones with a pointer', async () => {
    const { simulator } = await startLittleSlack();
    const client = clientOf(simulator);
    await expect(
      client.apiCall('chat.postMessage', { channel: '#general', text: 'x', blocks: '[{' }),
    ).rejects.toMatchObject({ data: { error: 'invalid_blocks_format' } });
    await expect(
      client.chat.postMessage({ channel: '#general', text: 'x', blocks: [section('y'.repeat(3001))] }),
    ).rejects.toMatchObject({
      data: { response_metadata: { messages: [expect.stringContaining('[json-pointer:/blocks/0/text/text]')] } },
    });
  });

  test('an over-long text is cut, and Slack says so', async () => {
    const { simulator } = await startLittleSlack();
    const posted = await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x'.repeat(40_001) });
    expect(posted.message?.text).toHaveLength(40_000);
    expect(posted.response_metadata?.warnings).toEqual(['message_truncated']);
  });

  test('the wider posting scope reaches public channels from outside; an archived one nobody', async () => {
    const manifest = manifestOf({ scopes: ['commands', 'chat:write', 'chat:write.public'] });
    const { simulator } = await startLittleSlack({ manifest });
    const { chat } = clientOf(simulator);
    await chat.postMessage({ channel: '#lobby', text: 'hello' });
    simulator.archiveChannel('lobby');
    await expect(chat.postMessage({ channel: '#lobby', text: 'x' })).rejects.toMatchObject({
      data: { error: 'is_archived' },
    });
  });

  test('to a person means the app’s DM; without a Messages tab there is none', async () => {
    const { simulator } = await startLittleSlack();
    const posted = await clientOf(simulator).chat.postMessage({ channel: simulator.as('ana').id, text: 'psst' });
    expect(posted.channel).toMatch(/^D/);
    expect(
      simulator
        .as('ana')
        .reads()
        .map(({ text }) => text),
    ).toEqual(['psst']);
    expect(simulator.as('ben').reads()).toEqual([]);
    expect(() => simulator.as('ben').reads(posted.channel)).toThrow('ben is not in');
    simulator.deactivate('ana');
    await clientOf(simulator).chat.postMessage({ channel: posted.channel ?? '', text: 'Slack takes it all the same' });
    const closed = await startLittleSlack({ manifest: manifestOf({ appHome: { home_tab_enabled: true } }) });
    await expect(
      clientOf(closed.simulator).chat.postMessage({ channel: closed.simulator.as('ana').id, text: 'x' }),
    ).rejects.toMatchObject({ data: { error: 'messages_tab_disabled' } });
  });
});

describe('changing and deleting', () => {
  test('only by the channel’s id and only the app’s own', async () => {
    const { simulator } = await startLittleSlack();
    const { chat } = clientOf(simulator);
    const ana = simulator.as('ana');
    const { ts = '', channel = '' } = await chat.postMessage({ channel: ana.id, text: 'first' });
    await expect(chat.update({ channel: ana.id, ts, text: 'x' })).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    });
    await expect(chat.update({ channel, ts: '1.1', text: 'x' })).rejects.toMatchObject({
      data: { error: 'message_not_found' },
    });
    await expect(chat.update({ channel, ts, text: 'x'.repeat(4001) })).rejects.toMatchObject({
      data: { error: 'msg_too_long' },
    });
    const theirs = await ana.says('mine');
    await expect(chat.update({ channel, ts: theirs, text: 'x' })).rejects.toMatchObject({
      data: { error: 'cant_update_message' },
    });
    await expect(chat.delete({ channel, ts: theirs })).rejects.toMatchObject({
      data: { error: 'cant_delete_message' },
    });
    await chat.update({ channel, ts, text: 'second' });
    expect(ana.reads()[0]).toMatchObject({ text: 'second', edited: true });
    await chat.delete({ channel, ts });
    await expect(chat.delete({ channel, ts })).rejects.toMatchObject({ data: { error: 'message_not_found' } });
  });

  test('metadata is kept unless sent again, and read back only when asked for', async () => {
    const { simulator } = await startLittleSlack();
    const { chat, conversations } = clientOf(simulator);
    const metadata = { event_type: 'letter', event_payload: { key: 'k1' } };
    const { ts = '', channel = '' } = await chat.postMessage({ channel: '#general', text: 'x', metadata });
    await chat.update({ channel, ts, text: 'y' });
    expect((await conversations.history({ channel, include_all_metadata: true })).messages?.[0]?.metadata).toEqual(
      metadata,
    );
    expect((await conversations.history({ channel })).messages?.[0]).not.toHaveProperty('metadata');
  });
});

describe('reading back', () => {
  test('history is newest first, bounded, paged, and without replies and ephemerals', async () => {
    const { simulator } = await startLittleSlack();
    const { chat, conversations } = clientOf(simulator);
    const stamps: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      stamps.push((await chat.postMessage({ channel: '#general', text })).ts ?? '');
    }
    const channel = simulator.messages('#general')[0]?.channelId ?? '';
    await chat.postMessage({ channel, text: 'a reply', thread_ts: stamps[0] ?? '' });
    await chat.postEphemeral({ channel, user: simulator.as('ana').id, text: 'a whisper' });
    const texts = async (args: object) =>
      (await conversations.history({ channel, ...args })).messages?.map(({ text }) => text);
    expect(await texts({})).toEqual(['three', 'two', 'one']);
    expect(await texts({ oldest: stamps[0] })).toEqual(['three', 'two']);
    expect(await texts({ oldest: stamps[1], inclusive: true })).toEqual(['three', 'two']);
    expect(await texts({ latest: stamps[1] })).toEqual(['one']);
    const first = await conversations.history({ channel, limit: 2 });
    expect(first).toMatchObject({ has_more: true });
    expect(await texts({ limit: 2, cursor: first.response_metadata?.next_cursor })).toEqual(['one']);
    const thread = await conversations.replies({ channel, ts: stamps[0] ?? '' });
    expect(thread.messages?.map(({ text }) => text)).toEqual(['one', 'a reply']);
    expect(thread.messages?.[0]).toMatchObject({ reply_count: 1 });
    await expect(conversations.replies({ channel, ts: '1.1' })).rejects.toMatchObject({
      data: { error: 'thread_not_found' },
    });
    expect(
      simulator
        .as('ben')
        .reads('#general')[0]
        ?.thread.map(({ text }) => text),
    ).toEqual(['a reply']);
  });

  test('an ephemeral is for one pair of eyes, which must be in the channel', async () => {
    const { simulator } = await startLittleSlack();
    const { chat } = clientOf(simulator);
    const [ana, ben] = [simulator.as('ana'), simulator.as('ben')];
    const { message_ts: ts = '' } = await chat.postEphemeral({ channel: '#general', user: ana.id, text: 'only you' });
    expect(ana.reads('#general')).toMatchObject([{ text: 'only you', onlyForYou: true }]);
    expect(ben.reads('#general')).toEqual([]);
    const channel = simulator.messages('#general')[0]?.channelId ?? '';
    await expect(chat.update({ channel, ts, text: 'x' })).rejects.toMatchObject({
      data: { error: 'message_not_found' },
    });
    const cy = simulator.addPerson({ name: 'cy', timeZone: 'Etc/UTC' });
    await expect(chat.postEphemeral({ channel, user: cy, text: 'x' })).rejects.toMatchObject({
      data: { error: 'user_not_in_channel' },
    });
  });

  test('a permalink leads to the message, in its thread', async () => {
    const { simulator } = await startLittleSlack();
    const { chat } = clientOf(simulator);
    const { ts: parent = '', channel = '' } = await chat.postMessage({ channel: '#general', text: 'x' });
    const { ts: reply = '' } = await chat.postMessage({ channel, text: 'y', thread_ts: parent });
    const { permalink } = await chat.getPermalink({ channel, message_ts: reply });
    expect(permalink).toBe(
      `https://harbour.slack.com/archives/${channel}/p${reply.replace('.', '')}?thread_ts=${parent}&cid=${channel}`,
    );
    await expect(chat.getPermalink({ channel, message_ts: '1.1' })).rejects.toMatchObject({
      data: { error: 'message_not_found' },
    });
  });

  test('people read names, not ids and marks', async () => {
    const { simulator } = await startLittleSlack();
    const channel = simulator.addChannel({ name: 'quay', members: ['ana'], botIsMember: true });
    const ana = simulator.as('ana');
    await clientOf(simulator).chat.postMessage({
      channel,
      text: 'for the notification',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'News & views' } },
        section(`*Well done*, <@${ana.id}>: see <#${channel}> and <https://example.com|the site> &amp; _more_ 2*3*4`),
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'from <!here>' }] },
        { type: 'divider' },
        { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Go' } }] },
      ],
    });
    expect(ana.reads('#quay')).toMatchObject([
      {
        from: 'Pigeon',
        text: [
          'News & views',
          'Well done, @Ana Lima: see #quay and the site (https://example.com) & more 2*3*4',
          'from @here',
          '---',
          '[Go]',
        ].join('\n'),
        notification: 'for the notification',
        buttons: ['Go'],
      },
    ]);
  });
});
