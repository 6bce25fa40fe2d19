import { describe, expect, test } from 'vitest';
import { plain } from './block-samples.ts';
import { registerLetters } from './letters.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { startLittleSlack } from './start-little-slack.ts';

describe('commands', () => {
  test('unknown to the manifest, or under a modal, never reach the app', async () => {
    const { simulator } = await startLittleSlack();
    await startSocketModeApp(simulator, (app) => registerLetters(app, { sent: [] }));
    const ana = simulator.as('ana');
    await expect(ana.command('/fly')).rejects.toThrow('/fly is not a valid command');
    await ana.command('/send');
    await ana.waitForModal();
    await expect(ana.command('/send')).rejects.toThrow('has the modal "Letter" open');
  });

  test('fail in words when the app is absent, silent, or answers badly', async () => {
    const { simulator, stopwatch } = await startLittleSlack();
    const ana = simulator.as('ana');
    await expect(ana.command('/send')).rejects.toThrow('/send failed with the error "dispatch_failed"');
    let heard = 0;
    await startSocketModeApp(simulator, (app) => {
      app.command('/send', async ({ ack, command }) => {
        heard += 1;
        if (command.text === 'bad') await ack({ blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] });
      });
    });
    const silent = ana.command('/send').catch((error: Error) => error.message);
    await expect.poll(() => heard).toBe(1);
    stopwatch.advance(3000);
    expect(await silent).toContain('/send failed with the error "operation_timeout"');
    await expect(ana.command('/send bad')).rejects.toThrow('invalid_command_response');
  });

  test('names become ids only for commands that ask for it', async () => {
    const { simulator } = await startLittleSlack();
    const texts: string[] = [];
    await startSocketModeApp(simulator, (app) => {
      for (const name of ['/send', '/deliver']) {
        app.command(name, async ({ ack, command }) => {
          texts.push(command.text, command.channel_name, command.is_enterprise_install ?? '');
          await ack();
        });
      }
    });
    const ana = simulator.as('ana');
    await ana.command('/send to @ben & co');
    await ana.command('/deliver to @ben in #general', { in: '#general' });
    const general = simulator.messages('#general');
    expect(general).toEqual([]);
    expect(texts).toEqual([
      'to @ben &amp; co',
      'directmessage',
      'false',
      expect.stringMatching(`^to <@${simulator.as('ben').id}\\|ben> in <#C\\w+\\|general>$`),
      'general',
      'false',
    ]);
  });

  test('an answer can be for everyone in the channel', async () => {
    const { simulator } = await startLittleSlack();
    await startSocketModeApp(simulator, (app) => {
      app.command('/send', async ({ ack }) => ack({ response_type: 'in_channel', text: 'Heard by all' }));
    });
    await simulator.as('ana').command('/send', { in: '#general' });
    expect(simulator.as('ben').reads('#general')).toMatchObject([{ text: 'Heard by all', onlyForYou: false }]);
  });
});

test('a response URL serves five times within half an hour, and checks what it is given', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  const urls: string[] = [];
  await startSocketModeApp(simulator, (app) => {
    app.command('/send', async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    });
  });
  const ana = simulator.as('ana');
  const say = async (url: string | undefined, body: object) => {
    const response = await fetch(url ?? '', { method: 'POST', body: JSON.stringify(body) });
    return [response.status, await response.text()];
  };
  await ana.command('/send', { in: '#general' });
  expect(await say(urls[0], { text: 'for Ana' })).toEqual([200, 'ok']);
  expect(await say(urls[0], { text: 'for all', response_type: 'in_channel' })).toEqual([200, 'ok']);
  expect(await say(urls[0], {})).toEqual([500, '{"ok":false,"error":"no_text"}']);
  expect(await say(urls[0], { delete_original: true })).toEqual([400, '{"ok":false,"error":"message_not_found"}']);
  await say(urls[0], { text: 'fifth' });
  expect(await say(urls[0], { text: 'sixth' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
  expect(
    simulator
      .as('ben')
      .reads('#general')
      .map(({ text }) => text),
  ).toEqual(['for all']);
  await ana.command('/send');
  stopwatch.advance(30 * 60_000);
  expect(await say(urls[1], { text: 'late' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
});

test('shortcuts: global ones open forms, message ones carry the message', async () => {
  const { simulator } = await startLittleSlack();
  const carried: unknown[] = [];
  await startSocketModeApp(simulator, (app) => {
    app.shortcut('write', async ({ ack, shortcut, client }) => {
      await ack();
      const view = { type: 'modal' as const, title: plain('Written'), blocks: [] };
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    });
    app.shortcut('carry', async ({ ack, shortcut }) => {
      await ack();
      if (shortcut.type === 'message_action') carried.push(shortcut.message.text, shortcut.channel.name);
    });
  });
  const ana = simulator.as('ana');
  await simulator.as('ben').says('worth keeping', '#general');
  await ana.messageShortcut('Carry this', { in: '#general' });
  expect(carried).toEqual(['worth keeping', 'general']);
  await ana.shortcut('Write a letter');
  await ana.waitForModal('Written');
  await expect(ana.shortcut('Write a letter')).rejects.toThrow('has the modal "Written" open');
  await expect(simulator.as('ben').shortcut('Carry this')).rejects.toThrow('There are: Write a letter');
});
