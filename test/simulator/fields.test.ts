import { describe, expect, test } from 'vitest';
import { asObject } from '../../src/simulator/workspace/json.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const red = { text: { type: 'plain_text', text: 'Red', emoji: true }, value: 'red' };
const blue = { text: { type: 'plain_text', text: 'Blue', emoji: true }, value: 'blue' };
const colours = { options: [option('Red'), option('Blue')] };

/** Opens a modal with one optional input per element, labelled by its place, and remembers what is submitted. */
async function withForm(elements: object[], more: object = {}) {
  const started = await startLittleSlack({ patienceMilliseconds: 20 });
  const submitted: { [blockId: string]: { [actionId: string]: object } }[] = [];
  const actions: { action: object; values: object }[] = [];
  const blocks = elements.map((element, index) => ({
    type: 'input',
    block_id: `b${index}`,
    label: plain(`Field ${index}`),
    optional: true,
    element: { action_id: 'a', ...element },
    ...more,
  }));
  await startSocketModeApp(started.simulator, (app) => {
    app.command('/send', async ({ ack, command, client }) => {
      const view = { type: 'modal', callback_id: 'form', title: plain('Form'), submit: plain('Save'), blocks };
      await client.apiCall('views.open', { trigger_id: command.trigger_id, view });
      await ack();
    });
    app.view('form', async ({ ack, view }) => {
      submitted.push(JSON.parse(JSON.stringify(view.state.values)));
      await ack();
    });
    app.action('a', async ({ ack, action, body }) => {
      actions.push({ action, values: asObject(asObject(asObject(body)['view'])['state']) });
      await ack();
    });
    app.options('a', async ({ ack, payload }) => {
      await ack({ options: [option(`${payload.value} Sea`), option(payload.value)] });
    });
  });
  const ana = started.simulator.as('ana');
  await ana.command('/send');
  return { ...started, ana, submitted, actions };
}

describe('state', () => {
  test('every kind of input has its own empty', async () => {
    const kinds: [object, object][] = [
      [{ type: 'plain_text_input' }, { value: null }],
      [{ type: 'email_text_input' }, { value: null }],
      [{ type: 'url_text_input' }, { value: null }],
      [{ type: 'number_input', is_decimal_allowed: true }, { value: null }],
      [{ type: 'rich_text_input' }, { rich_text_value: null }],
      [{ type: 'static_select', ...colours }, { selected_option: null }],
      [{ type: 'external_select' }, { selected_option: null }],
      [{ type: 'radio_buttons', ...colours }, { selected_option: null }],
      [{ type: 'multi_static_select', ...colours }, { selected_options: [] }],
      [{ type: 'checkboxes', ...colours }, { selected_options: [] }],
      [{ type: 'users_select' }, { selected_user: null }],
      [{ type: 'multi_users_select' }, { selected_users: [] }],
      [{ type: 'conversations_select' }, { selected_conversation: null }],
      [{ type: 'multi_conversations_select' }, { selected_conversations: [] }],
      [{ type: 'channels_select' }, { selected_channel: null }],
      [{ type: 'multi_channels_select' }, { selected_channels: [] }],
      [{ type: 'datepicker' }, { selected_date: null }],
      [{ type: 'timepicker' }, { selected_time: null }],
      [{ type: 'datetimepicker' }, { selected_date_time: null }],
    ];
    const { ana, submitted } = await withForm(kinds.map(([element]) => element));
    await ana.submit();
    expect(Object.values(submitted[0] ?? {}).map((block) => block['a'])).toEqual(
      kinds.map(([element, empty]) => ({ type: asObject(element)['type'], ...empty })),
    );
  });

  test('starts with what the app proposes, and a person can clear it', async () => {
    const { ana, submitted, simulator } = await withForm([
      { type: 'plain_text_input', initial_value: 'proposed' },
      { type: 'static_select', ...colours, initial_option: option('Red') },
      { type: 'checkboxes', ...colours, initial_options: [option('Blue')] },
      { type: 'datepicker', initial_date: '2026-03-31' },
    ]);
    expect(ana.modal()?.fields.map(({ value }) => value)).toEqual(['proposed', 'Red', ['Blue'], '2026-03-31']);
    await ana.fill({ 'Field 0': null, 'Field 2': null });
    await ana.submit();
    expect(submitted[0]).toEqual({
      b0: { a: { type: 'plain_text_input', value: null } },
      b1: { a: { type: 'static_select', selected_option: red } },
      b2: { a: { type: 'checkboxes', selected_options: [] } },
      b3: { a: { type: 'datepicker', selected_date: '2026-03-31' } },
    });
    expect(simulator.failures).toEqual([]);
  });

  test('is filled by what people see', async () => {
    const { ana, submitted, simulator } = await withForm([
      { type: 'multi_static_select', option_groups: [{ label: plain('All'), ...colours }] },
      { type: 'users_select' },
      { type: 'multi_users_select' },
      { type: 'conversations_select' },
      { type: 'timepicker', timezone: 'Asia/Kathmandu' },
      { type: 'datetimepicker' },
      { type: 'external_select' },
      { type: 'rich_text_input' },
    ]);
    const [anaId, benId] = [simulator.as('ana').id, simulator.as('ben').id];
    await ana.fill({
      'Field 0': ['Blue', 'Red'],
      'Field 1': 'Ben Okri',
      'Field 2': ['ben', '@ana'],
      'Field 3': '#attic',
      'Field 4': '09:30',
      'Field 5': '2026-03-02T08:00:00Z',
      'Field 6': 'North',
      'Field 7': 'Rich',
    });
    await ana.submit();
    const values = Object.values(submitted[0] ?? {}).map((block) => block['a']);
    expect(values.slice(0, 7)).toMatchObject([
      { type: 'multi_static_select', selected_options: [blue, red] },
      { type: 'users_select', selected_user: benId },
      { type: 'multi_users_select', selected_users: [benId, anaId] },
      { type: 'conversations_select', selected_conversation: expect.stringMatching(/^C/) },
      { type: 'timepicker', selected_time: '09:30', timezone: 'Asia/Kathmandu' },
      { type: 'datetimepicker', selected_date_time: 1772438400 },
      { type: 'external_select', selected_option: { value: 'north' } },
    ]);
    expect(values[7]).toMatchObject({ rich_text_value: { type: 'rich_text' } });
  });

  test.each([
    ['a label that is not there', { Nothing: 'x' }, 'There is no field "Nothing". There are: "Field 0"'],
    [
      'an option that is not offered',
      { 'Field 0': 'Green' },
      'Cannot fill "Field 0": "Green" is not offered. There are: Red, Blue',
    ],
    ['nobody of that name', { 'Field 1': 'Zed' }, 'Nobody here is called Zed'],
    ['no date', { 'Field 2': 'tomorrow' }, '"tomorrow" is not a date like'],
    ['two where one fits', { 'Field 0': ['Red', 'Blue'] }, 'Only one value fits here'],
    ['a channel out of sight', { 'Field 3': '#nowhere' }, 'There is no channel #nowhere'],
  ])('%s is an error that says so', async (_what, values: { [label: string]: string | string[] }, complaint) => {
    const { ana } = await withForm([
      { type: 'static_select', ...colours },
      { type: 'users_select' },
      { type: 'datepicker' },
      { type: 'conversations_select' },
    ]);
    await expect(ana.fill(values)).rejects.toThrow(complaint);
  });
});

test('menus of people offer bots, and nobody deactivated', async () => {
  const { ana, simulator, submitted } = await withForm([{ type: 'users_select' }]);
  simulator.deactivate('ben');
  await expect(ana.fill({ 'Field 0': 'ben' })).rejects.toThrow('ben is deactivated and not offered');
  await ana.fill({ 'Field 0': 'Pigeon' });
  await ana.submit();
  expect(submitted[0]?.['b0']?.['a']).toMatchObject({ selected_user: simulator.botUserId });
});

describe('Slack’s own checks', () => {
  test.each([
    ['too short', { type: 'plain_text_input', min_length: 3 }, 'ab', 'Please enter at least 3 characters.'],
    ['too long', { type: 'plain_text_input', max_length: 3 }, 'abcd', 'Please enter no more than 3 characters.'],
    ['no number', { type: 'number_input', is_decimal_allowed: true }, 'many', 'Please enter a valid number.'],
    ['no whole number', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    [
      'too little',
      { type: 'number_input', is_decimal_allowed: true, min_value: '2' },
      '1.9',
      'Please enter a number of at least 2.',
    ],
    [
      'too much',
      { type: 'number_input', is_decimal_allowed: true, max_value: '2' },
      '2.1',
      'Please enter a number of at most 2.',
    ],
    ['no e-mail address', { type: 'email_text_input' }, 'ana at example', 'Please enter a valid email address.'],
    ['no URL', { type: 'url_text_input' }, 'example.com', 'Please enter a valid URL.'],
    [
      'too many',
      { type: 'multi_static_select', ...colours, max_selected_items: 1 },
      ['Red', 'Blue'],
      'Please choose no more than 1.',
    ],
  ])('%s never reaches the app', async (_what, element, value, error) => {
    const { ana, submitted } = await withForm([element]);
    await ana.fill({ 'Field 0': value });
    expect(await ana.submit()).toMatchObject({ closed: false, refusedBy: 'client', errors: { 'Field 0': error } });
    expect(submitted).toEqual([]);
    await ana.fill({ 'Field 0': null });
    expect(await ana.submit()).toEqual({ closed: true });
  });
});

test('inputs tell the app at once only with dispatch_action, with the state of the whole form', async () => {
  const { ana, actions } = await withForm([{ type: 'static_select', ...colours }, { type: 'plain_text_input' }], {
    dispatch_action: true,
  });
  await ana.fill({ 'Field 0': 'Red' });
  await ana.fill({ 'Field 0': 'Red' });
  await ana.fill({ 'Field 1': 'text' });
  expect(actions).toMatchObject([
    { action: { type: 'static_select', action_id: 'a', block_id: 'b0', selected_option: red } },
    {
      action: { type: 'plain_text_input', value: 'text' },
      values: { values: { b0: { a: { selected_option: red } } } },
    },
  ]);
  const silent = await withForm([{ type: 'static_select', ...colours }]);
  await silent.ana.fill({ 'Field 0': 'Red' });
  expect(silent.actions).toEqual([]);
});

test('an overflow menu and boxes outside a form tell the app what was picked', async () => {
  const { simulator } = await startLittleSlack();
  const picked: object[] = [];
  await startSocketModeApp(simulator, (app) => {
    app.action(/.*/, async ({ ack, action }) => {
      picked.push(action);
      await ack();
    });
  });
  const blocks = [
    {
      type: 'section' as const,
      text: plain('A letter'),
      accessory: { type: 'overflow' as const, action_id: 'more', options: [option('Burn'), option('Keep')] },
    },
    {
      type: 'actions' as const,
      elements: [{ type: 'checkboxes' as const, action_id: 'box', options: [option('Seen')] }],
    },
  ];
  await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x', blocks });
  await simulator.as('ana').choose('A letter', 'Keep');
  await simulator.as('ana').choose('Seen', ['Seen']);
  expect(picked).toMatchObject([
    { type: 'overflow', selected_option: { value: 'keep' } },
    { type: 'checkboxes', selected_options: [{ value: 'seen' }] },
  ]);
});
