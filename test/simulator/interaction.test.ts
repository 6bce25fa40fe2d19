import { describe, expect, test } from 'vitest';
import { button, plain } from './block-samples.ts';
import { registerLetters } from './letters.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

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
    await chat.postMessage({ channel: '#general', text: 'no buttons here' });
    await ana.press('Go', { message: 'latest' });
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
