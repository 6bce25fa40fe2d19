import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { registerLetters } from './letters.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = (text: string, more: object = {}) => ({
  type: 'button' as const,
  action_id: `press ${text}`,
  text: plain(text),
  ...more,
});

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

describe('messages with buttons', () => {
  test('a press carries the message, and the response URL replaces it', async () => {
    const { simulator } = await startLittleSlack();
    await startSocketModeApp(simulator, (app) => registerLetters(app, { sent: [] }));
    const { chat } = clientOf(simulator);
    await chat.postMessage({
      channel: simulator.as('ben').id,
      text: 'x',
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'read', text: plain('Read') }] }],
    });
    const ben = simulator.as('ben');
    await ben.press('Read');
    const replaced = await ben.waitForMessage('You have read it.');
    expect(replaced).toMatchObject({ buttons: [], edited: true });
    expect(ben.reads()).toHaveLength(1);
  });

  test('the payload is the whole of what Slack sends; ephemerals come without their message', async () => {
    const { simulator } = await startLittleSlack({ patienceMilliseconds: 20 });
    const bodies: object[] = [];
    await startSocketModeApp(simulator, (app) => {
      app.action(/^press/, async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      });
    });
    const ana = simulator.as('ana');
    const { chat } = clientOf(simulator);
    const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [button('Go', { value: 'v' })] }];
    const { ts } = await chat.postMessage({ channel: '#general', text: 'x', blocks });
    await ana.press('Go');
    const whisper = { type: 'actions' as const, elements: [button('Hush')] };
    await chat.postEphemeral({ channel: '#general', user: ana.id, text: 'x', blocks: [whisper] });
    await ana.press('Hush', { in: '#general' });
    expect(bodies[0]).toMatchObject({
      type: 'block_actions',
      user: { id: ana.id, username: 'ana', name: 'ana', team_id: simulator.teamId },
      api_app_id: simulator.appId,
      container: { type: 'message', message_ts: ts, is_ephemeral: false },
      team: { id: simulator.teamId, domain: 'harbour' },
      enterprise: null,
      is_enterprise_install: false,
      channel: { name: 'general' },
      message: { ts, bot_id: simulator.botId, blocks: [{ block_id: 'b' }] },
      state: { values: {} },
      response_url: expect.stringContaining('http'),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
      actions: [
        { type: 'button', action_id: 'press Go', block_id: 'b', value: 'v', text: { text: 'Go', emoji: true } },
      ],
    });
    expect(bodies[1]).toMatchObject({ container: { is_ephemeral: true } });
    expect(bodies[1]).not.toHaveProperty('message');
    await expect(simulator.as('ben').press('Hush', { in: '#general' })).rejects.toThrow('There are: "Go"');
  });

  test('a label that is twice there, or not there, is told with what there is', async () => {
    const { simulator } = await startLittleSlack({ patienceMilliseconds: 20 });
    const pressed: string[] = [];
    await startSocketModeApp(simulator, (app) => {
      app.action(/^press/, async ({ ack, action }) => {
        await ack();
        if (action.type === 'button') pressed.push(action.value ?? '');
      });
    });
    const ana = simulator.as('ana');
    const { chat } = clientOf(simulator);
    for (const value of ['first', 'second']) {
      const blocks = [{ type: 'actions' as const, elements: [button('Go', { value }), button('Stay')] }];
      await chat.postMessage({ channel: '#general', text: 'x', blocks });
    }
    await expect(ana.press('Go')).rejects.toThrow('There are 2 times "Go"');
    await expect(ana.press('Fly')).rejects.toThrow('There is no button "Fly". There are: "Go" in message');
    await expect(ana.press('Go', { in: 'home' })).rejects.toThrow('no Home tab open');
    await ana.press('Go', { in: '#general', message: 'latest' });
    expect(pressed).toEqual(['second']);
  });

  test('one of many alike is told by what stands beside it, or by counting', async () => {
    const { simulator } = await startLittleSlack({ patienceMilliseconds: 20 });
    const pressed: unknown[] = [];
    await startSocketModeApp(simulator, (app) => {
      app.action(/^press/, async ({ ack, action }) => {
        pressed.push('value' in action ? action.value : undefined);
        await ack();
      });
    });
    const row = (name: string) => ({
      type: 'section' as const,
      text: plain(name),
      accessory: button('Open', { value: name }),
    });
    const below = { type: 'actions' as const, elements: [button('Open', { value: 'below' })] };
    const attached = [{ blocks: [row('attached')] }];
    const blocks = [row('Ana'), row('Ben'), { type: 'section' as const, text: plain('Cy') }, below];
    await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x', blocks, attachments: attached });
    const ana = simulator.as('ana');
    await ana.press('Open', { beside: 'Ben' });
    await ana.press('Open', { beside: 'Cy' });
    await ana.press('Open (1)');
    await ana.press('Open', { beside: 'attached' });
    expect(pressed).toEqual(['Ben', 'below', 'Ana', 'attached']);
    await expect(ana.press('Open', { beside: 'Di' })).rejects.toThrow('There is no button "Open" beside "Di"');
    await expect(ana.press('Open (9)')).rejects.toThrow('There is no button "Open (9)"');
  });

  test('a press nobody acknowledges shows a warning sign', async () => {
    const { simulator } = await startLittleSlack();
    const blocks = [{ type: 'actions' as const, elements: [button('Go')] }];
    await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x', blocks });
    await expect(simulator.as('ana').press('Go')).rejects.toThrow('the app did not respond');
  });

  test('without interactivity in the manifest nothing is sent', async () => {
    const { simulator } = await startLittleSlack({ manifest: manifestOf({ interactive: false }) });
    const blocks = [{ type: 'actions' as const, elements: [button('Go')] }];
    await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x', blocks });
    await expect(simulator.as('ana').press('Go')).rejects.toThrow('not configured to handle interactive responses');
    expect(simulator.failures.filter(({ kind }) => kind === 'interactive')).toEqual([]);
  });

  test('choices in a message are each person’s own and travel with a press', async () => {
    const { simulator } = await startLittleSlack();
    const states: object[] = [];
    await startSocketModeApp(simulator, (app) => {
      app.action(/^press|^pick/, async ({ ack, body }) => {
        if ('state' in body && typeof body.state === 'object') states.push(body.state.values);
        await ack();
      });
    });
    const options = [
      { text: plain('Red'), value: 'r' },
      { text: plain('Blue'), value: 'b' },
    ];
    const menu = { type: 'static_select' as const, action_id: 'pick', placeholder: plain('Colour'), options };
    const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [menu, button('Go')] }];
    await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x', blocks });
    await simulator.as('ana').choose('Colour', 'Blue');
    await simulator.as('ana').press('Go');
    await simulator.as('ben').press('Go');
    await expect(simulator.as('ben').choose('Colour', 'Green')).rejects.toThrow('not offered. There are: Red, Blue');
    const chosen = (option: object | null) => ({ b: { pick: { type: 'static_select', selected_option: option } } });
    expect(states).toMatchObject([chosen({ value: 'b' }), chosen({ value: 'b' }), chosen(null)]);
  });

  test('a confirmation can be declined', async () => {
    const { simulator } = await startLittleSlack();
    const confirm = { title: plain('Sure?'), text: plain('Really?'), confirm: plain('Yes'), deny: plain('No') };
    const blocks = [{ type: 'actions' as const, elements: [button('Go', { confirm })] }];
    await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x', blocks });
    await simulator.as('ana').press('Go', { decline: true });
    expect(simulator.failures.filter(({ kind }) => kind === 'interactive')).toEqual([]);
  });
});

test('a response URL serves five times within half an hour, and checks what it is given', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  const urls: string[] = [];
  await startSocketModeApp(simulator, (app: App) => {
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
  await expect(ana.shortcut('Carry this')).rejects.toThrow('There are: Write a letter');
});
