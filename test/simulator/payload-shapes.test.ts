import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { asObject, type JsonObject } from '../../src/simulator/workspace/json.ts';
import { button, modal, plain } from './block-samples.ts';
import { type Recorded, recordDeliveries } from './record-events.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

// Section 7.4 to 7.7 of the platform notes: fields not to forget. Every field is named, none may be missing or left over.

const text = expect.any(String);
const stamp = expect.stringMatching(/^\d{10}\.\d{6}$/);
const trigger = expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/);
const address = expect.stringMatching(/^http.+\/actions\/T\w+\/\d+\/[0-9a-f]+$/);

async function start() {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator);
  const { chat, conversations } = clientOf(simulator);
  const general = (await conversations.list()).channels?.find(({ name }) => name === 'general')?.id ?? '';
  const ana = simulator.as('ana');
  return { simulator, recorded, chat, general, ana, last: () => recorded.bodies.at(-1) };
}

/** What every interaction carries. */
const interaction = (simulator: Simulator, type: string) => ({
  type,
  team: { id: simulator.teamId, domain: 'harbour' },
  user: { id: simulator.as('ana').id, username: 'ana', name: 'ana', team_id: simulator.teamId },
  api_app_id: simulator.appId,
  token: text,
  enterprise: null,
  is_enterprise_install: false,
});

const viewShape = (simulator: Simulator, more: object = {}) => ({
  id: expect.stringMatching(/^V/),
  team_id: simulator.teamId,
  type: 'modal',
  blocks: expect.any(Array),
  private_metadata: '',
  callback_id: '',
  state: { values: expect.any(Object) },
  hash: expect.stringMatching(/^\d{10}\.[0-9a-f]{8}$/),
  title: { type: 'plain_text', text: 'Form', emoji: true },
  clear_on_close: false,
  notify_on_close: true,
  close: null,
  submit: { type: 'plain_text', text: 'Save', emoji: true },
  previous_view_id: null,
  root_view_id: expect.stringMatching(/^V/),
  app_id: simulator.appId,
  external_id: '',
  app_installed_team_id: simulator.teamId,
  bot_id: simulator.botId,
  ...more,
});

async function openForm(simulator: Simulator, recorded: Recorded, blocks: object[]): Promise<JsonObject> {
  await simulator.as('ana').shortcut('Write a letter');
  const trigger_id = String(recorded.bodies.at(-1)?.['trigger_id']);
  const view = modal('Form', blocks, { notify_on_close: true });
  return asObject(await clientOf(simulator).apiCall('views.open', { trigger_id, view }));
}

test('a slash command, all of it text', async () => {
  const { simulator, ana, general, last } = await start();
  await ana.command('/send help me', { in: '#general' });
  expect(last()).toEqual({
    token: text,
    team_id: simulator.teamId,
    team_domain: 'harbour',
    channel_id: general,
    channel_name: 'general',
    user_id: ana.id,
    user_name: 'ana',
    command: '/send',
    text: 'help me',
    api_app_id: simulator.appId,
    is_enterprise_install: 'false',
    response_url: address,
    trigger_id: trigger,
  });
});

describe('interactions', () => {
  test('a global shortcut', async () => {
    const { simulator, ana, last } = await start();
    await ana.shortcut('Write a letter');
    const shape = {
      ...interaction(simulator, 'shortcut'),
      callback_id: 'write',
      trigger_id: trigger,
      action_ts: stamp,
    };
    expect(last()).toEqual(shape);
  });

  test('a message shortcut', async () => {
    const { simulator, ana, general, last } = await start();
    const ts = await ana.says('hello', '#general');
    await ana.messageShortcut('Carry this', { in: '#general' });
    expect(last()).toEqual({
      ...interaction(simulator, 'message_action'),
      callback_id: 'carry',
      trigger_id: trigger,
      response_url: address,
      message_ts: ts,
      channel: { id: general, name: 'general' },
      message: expect.objectContaining({ type: 'message', user: ana.id, text: 'hello', ts, client_msg_id: text }),
      action_ts: stamp,
    });
  });

  test('a button in a message', async () => {
    const { simulator, chat, ana, general, last } = await start();
    const elements = [button('Go', { action_id: 'go', value: '7' })];
    const { ts } = await chat.postMessage({
      channel: general,
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'row', elements }],
    });
    await ana.press('Go');
    expect(last()).toEqual({
      ...interaction(simulator, 'block_actions'),
      container: { type: 'message', message_ts: ts, channel_id: general, is_ephemeral: false },
      trigger_id: trigger,
      channel: { id: general, name: 'general' },
      message: expect.objectContaining({ type: 'message', ts, bot_id: simulator.botId, app_id: simulator.appId }),
      state: { values: {} },
      response_url: address,
      actions: [
        {
          type: 'button',
          action_id: 'go',
          block_id: 'row',
          text: { type: 'plain_text', text: 'Go', emoji: true },
          value: '7',
          action_ts: stamp,
        },
      ],
    });
  });

  test('a choice in an ephemeral message: Slack has no message to show', async () => {
    const { chat, ana, general, last } = await start();
    const accessory = { type: 'users_select' as const, action_id: 'who' };
    const text = plain('Who?');
    const blocks = [{ type: 'section' as const, block_id: 'ask', text, accessory }];
    await chat.postEphemeral({ channel: general, user: ana.id, text: 'x', blocks });
    await ana.choose('Who?', 'Ben Okri', { in: '#general' });
    const ben = { type: 'users_select', selected_user: expect.stringMatching(/^U/) };
    expect(last()).toMatchObject({
      container: { type: 'message', is_ephemeral: true, channel_id: general },
      actions: [{ ...ben, action_id: 'who', block_id: 'ask' }],
      state: { values: { ask: { who: ben } } },
      response_url: address,
    });
    expect(last()).not.toHaveProperty('message');
  });

  test('a choice in a form: a view, and no response_url', async () => {
    const { simulator, recorded, ana, last } = await start();
    const options = [{ text: plain('One'), value: '1' }];
    const element = { type: 'static_select', action_id: 'pick', options };
    await openForm(simulator, recorded, [
      { type: 'section', block_id: 'menu', text: plain('Pick'), accessory: element },
    ]);
    await ana.choose('Pick', 'One');
    const chosen = { text: { type: 'plain_text', text: 'One', emoji: true }, value: '1' };
    const state = { values: { menu: { pick: { type: 'static_select', selected_option: chosen } } } };
    expect(last()).toEqual({
      ...interaction(simulator, 'block_actions'),
      container: { type: 'view', view_id: expect.stringMatching(/^V/) },
      view: viewShape(simulator, { state }),
      trigger_id: trigger,
      actions: [
        { type: 'static_select', action_id: 'pick', block_id: 'menu', selected_option: chosen, action_ts: stamp },
      ],
    });
  });

  test('typing in an external menu', async () => {
    const { simulator, recorded, ana } = await start();
    const element = { type: 'external_select', action_id: 'find', min_query_length: 1 };
    await openForm(simulator, recorded, [{ type: 'input', block_id: 'search', label: plain('Find'), element }]);
    const asked = await recordDeliveries(simulator, () => ({
      body: { options: [{ text: plain('Harbour'), value: 'h' }] },
    }));
    await ana.fill({ Find: 'Harbour' });
    expect(asked.bodies[0]).toEqual({
      ...interaction(simulator, 'block_suggestion'),
      container: { type: 'view', view_id: expect.stringMatching(/^V/) },
      view: viewShape(simulator),
      action_id: 'find',
      block_id: 'search',
      value: 'Harbour',
    });
    expect(ana.modal()?.fields[0]?.value).toBe('Harbour');
  });

  test('a submission, with an address for each conversation asked for, and a closing', async () => {
    const { simulator, recorded, ana, general, last } = await start();
    const element = { type: 'conversations_select', action_id: 'where', response_url_enabled: true };
    const blocks = [{ type: 'input', block_id: 'place', label: plain('Where'), element }];
    await openForm(simulator, recorded, blocks);
    await ana.fill({ Where: '#general' });
    await ana.submit();
    const selected = { type: 'conversations_select', selected_conversation: general };
    expect(last()).toEqual({
      ...interaction(simulator, 'view_submission'),
      trigger_id: trigger,
      view: viewShape(simulator, { state: { values: { place: { where: selected } } } }),
      response_urls: [{ response_url: address, channel_id: general, action_id: 'where', block_id: 'place' }],
    });
    const [url] = (last()?.['response_urls'] ?? []) as JsonObject[];
    const body = JSON.stringify({ text: 'from the form', response_type: 'in_channel' });
    await fetch(String(url?.['response_url']), { method: 'POST', body });
    expect(simulator.as('ben').reads('#general').at(-1)?.text).toBe('from the form');
    await openForm(simulator, recorded, blocks);
    await ana.close();
    const closed = { ...interaction(simulator, 'view_closed'), view: viewShape(simulator), is_cleared: false };
    expect(last()).toEqual(closed);
  });
});

test('a form’s answers, empty and full, by kind', async () => {
  const { simulator, recorded, ana, last } = await start();
  const options = [{ text: plain('One'), value: '1' }];
  const kinds: [element: object, filling: string | number | string[], empty: object, full: object][] = [
    [{ type: 'plain_text_input' }, 'a', { value: null }, { value: 'a' }],
    [{ type: 'email_text_input' }, 'a@b.cd', { value: null }, { value: 'a@b.cd' }],
    [{ type: 'url_text_input' }, 'https://b.cd', { value: null }, { value: 'https://b.cd' }],
    [{ type: 'number_input', is_decimal_allowed: true }, 1.5, { value: null }, { value: '1.5' }],
    [
      { type: 'rich_text_input' },
      'a',
      { rich_text_value: null },
      { rich_text_value: expect.objectContaining({ type: 'rich_text' }) },
    ],
    [
      { type: 'static_select', options },
      'One',
      { selected_option: null },
      { selected_option: expect.objectContaining({ value: '1' }) },
    ],
    [
      { type: 'multi_static_select', options },
      ['One'],
      { selected_options: [] },
      { selected_options: [expect.objectContaining({ value: '1' })] },
    ],
    [
      { type: 'radio_buttons', options },
      'One',
      { selected_option: null },
      { selected_option: expect.objectContaining({ value: '1' }) },
    ],
    [
      { type: 'checkboxes', options },
      ['One'],
      { selected_options: [] },
      { selected_options: [expect.objectContaining({ value: '1' })] },
    ],
    [{ type: 'users_select' }, 'ben', { selected_user: null }, { selected_user: text }],
    [{ type: 'multi_users_select' }, ['ben'], { selected_users: [] }, { selected_users: [text] }],
    [{ type: 'conversations_select' }, '#attic', { selected_conversation: null }, { selected_conversation: text }],
    [
      { type: 'multi_conversations_select' },
      ['#attic'],
      { selected_conversations: [] },
      { selected_conversations: [text] },
    ],
    [{ type: 'channels_select' }, '#general', { selected_channel: null }, { selected_channel: text }],
    [{ type: 'multi_channels_select' }, ['#general'], { selected_channels: [] }, { selected_channels: [text] }],
    [{ type: 'datepicker' }, '2026-03-02', { selected_date: null }, { selected_date: '2026-03-02' }],
    [
      { type: 'timepicker', timezone: 'Asia/Kathmandu' },
      '09:30',
      { selected_time: null },
      { selected_time: '09:30', timezone: 'Asia/Kathmandu' },
    ],
    [{ type: 'datetimepicker' }, 1_772_438_400, { selected_date_time: null }, { selected_date_time: 1_772_438_400 }],
    [
      { type: 'file_input' },
      ['a.txt'],
      { files: [] },
      { files: [expect.objectContaining({ name: 'a.txt', url_private: text })] },
    ],
  ];
  const blocks = kinds.map(([element], index) => ({
    type: 'input',
    block_id: `b${index}`,
    optional: true,
    label: plain(`Field ${index}`),
    element: { ...element, action_id: 'a' },
  }));
  const valuesOf = (which: 2 | 3) =>
    Object.fromEntries(
      kinds.map((kind, index) => [`b${index}`, { a: { type: asObject(kind[0])['type'], ...kind[which] } }]),
    );
  const submitted = () => asObject(asObject(asObject(last())['view'])['state'])['values'];
  await openForm(simulator, recorded, blocks);
  await ana.submit();
  expect(submitted()).toEqual(valuesOf(2));
  await openForm(simulator, recorded, blocks);
  for (const [index, [, filling]] of kinds.entries()) await ana.fill({ [`Field ${index}`]: filling });
  await ana.submit();
  expect(submitted()).toEqual(valuesOf(3));
});
