import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../../src/simulator/clock/virtual-clock.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

async function withClock() {
  let now = Date.parse('2026-03-02T08:00:00Z');
  const { simulator } = await startLittleSlack({ clock: { now: () => new Date(now) } });
  const seconds = () => now / 1000;
  const pass = (more: number) => {
    now += more * 1000;
    simulator.timePassed();
  };
  const { chat } = clientOf(simulator);
  const schedule = (inSeconds: number, more: object = {}) =>
    chat.scheduleMessage({ channel: '#general', text: 'later', post_at: seconds() + inSeconds, ...more });
  const texts = () => simulator.messages('#general').map(({ text }) => text);
  return { simulator, chat, schedule, pass, seconds, texts };
}

describe('a scheduled message', () => {
  test('is listed, and posted when its time has come', async () => {
    const { simulator, chat, schedule, pass, seconds, texts } = await withClock();
    const later = await schedule(7200, { text: 'second' });
    const sooner = await schedule(3600, { text: 'first' });
    expect(sooner).toMatchObject({ post_at: seconds() + 3600, message: { type: 'delayed_message', text: 'first' } });
    const listed = await chat.scheduledMessages.list();
    expect(listed.scheduled_messages).toEqual([
      {
        id: sooner.scheduled_message_id,
        channel_id: sooner.channel,
        post_at: seconds() + 3600,
        date_created: seconds(),
        text: 'first',
      },
      expect.objectContaining({ id: later.scheduled_message_id }),
    ]);
    pass(3599);
    expect(texts()).toEqual([]);
    pass(1);
    expect(texts()).toEqual(['first']);
    pass(86_400);
    expect(texts()).toEqual(['first', 'second']);
    expect((await chat.scheduledMessages.list()).scheduled_messages).toEqual([]);
    expect(simulator.as('ana').reads('#general')[1]?.from).toBe('Pigeon');
  });

  test('can be taken back, but not in its last minute and not once posted', async () => {
    const { chat, schedule, pass, texts } = await withClock();
    const { channel = '', scheduled_message_id: id = '' } = await schedule(200);
    const takeBack = () => chat.deleteScheduledMessage({ channel, scheduled_message_id: id });
    const kept = await schedule(200, { text: 'kept' });
    pass(139);
    await takeBack();
    await expect(takeBack()).rejects.toMatchObject({ data: { error: 'invalid_scheduled_message_id' } });
    pass(1);
    const tooLate = { channel, scheduled_message_id: kept.scheduled_message_id ?? '' };
    for (const wait of [0, 60]) {
      pass(wait);
      await expect(chat.deleteScheduledMessage(tooLate)).rejects.toMatchObject({
        data: { error: 'invalid_scheduled_message_id' },
      });
    }
    expect(texts()).toEqual(['kept']);
  });

  test('is dropped where it cannot be posted any more, and where it carries metadata', async () => {
    const { simulator, schedule, pass, texts } = await withClock();
    await schedule(60, { metadata: { event_type: 'letter', event_payload: {} } });
    await schedule(120);
    pass(60);
    simulator.archiveChannel('#general');
    pass(60);
    simulator.unarchiveChannel('#general');
    await schedule(60);
    simulator.uninstallApp();
    pass(60);
    expect(texts()).toEqual([]);
  });

  test('at most thirty in five minutes for a channel', async () => {
    const { schedule } = await withClock();
    for (let count = 0; count < 30; count += 1) await schedule(1000 + count);
    await expect(schedule(1100)).rejects.toMatchObject({ data: { error: 'restricted_too_many' } });
    await schedule(1400);
    await schedule(1100, { channel: 'C404' }).catch(({ data }) => expect(data.error).toBe('channel_not_found'));
  });
});

test('a call that comes when time has passed finds the message posted, though nobody said so', async () => {
  let now = Date.parse('2026-03-02T08:00:00Z');
  const { simulator } = await startLittleSlack({ clock: { now: () => new Date(now) } });
  const { chat, conversations } = clientOf(simulator);
  const { channel = '' } = await chat.scheduleMessage({ channel: '#general', text: 'x', post_at: now / 1000 + 1 });
  now += 2000;
  expect((await conversations.history({ channel })).messages).toHaveLength(1);
});

test('a clock that tells of its moves needs nobody else to', async () => {
  const start = new Date('2026-03-02T08:00:00Z');
  const clock = createVirtualClock(start, { now: () => start });
  const { simulator } = await startLittleSlack({ clock });
  const { chat } = clientOf(simulator);
  await chat.scheduleMessage({ channel: '#general', text: 'x', post_at: start.getTime() / 1000 + 60 });
  clock.moveTo(new Date('2026-03-02T08:00:59Z'));
  expect(simulator.messages('#general')).toEqual([]);
  clock.moveTo(new Date('2026-03-02T08:01:00Z'));
  expect(simulator.messages('#general')).toHaveLength(1);
});
