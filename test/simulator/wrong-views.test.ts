import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { asObject, asText, type JsonObject } from '../../src/simulator/workspace/json.ts';
import { plain } from './block-samples.ts';
import { recordDeliveries } from './record-events.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

// Views: sections 2.3, 3.1 and 7.3 to 7.5 of the platform notes.

const long = (length: number) => 'x'.repeat(length);
const field = (blockId: string) => ({
  type: 'input',
  block_id: blockId,
  label: plain(blockId),
  element: { type: 'plain_text_input', action_id: 'text' },
});
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Save'),
  blocks: [field('name')],
  ...more,
});
const home = (more: object = {}) => ({ type: 'home', blocks: [], ...more });

/** A trigger, got as apps get one. */
async function triggerOf(simulator: Simulator, person: Person = simulator.as('ana')): Promise<string> {
  const recorded = await recordDeliveries(simulator);
  await person.shortcut('Write a letter');
  return asText(recorded.bodies[0]?.['trigger_id']);
}

const call = (simulator: Simulator, method: string, args: object) =>
  clientOf(simulator)
    .apiCall(method, { ...args })
    .then(
      (answer) => asObject(answer),
      ({ data }) => asObject(data),
    );

/** `error`, and the first message where Slack gives one; `taken` when there is none. */
function refusalOf({ ok, error, response_metadata }: JsonObject): string {
  if (ok === true) return 'taken';
  const [message = ''] = (asObject(response_metadata)['messages'] ?? []) as string[];
  return `${String(error)} ${message}`.trim();
}

describe('a view', () => {
  test.each([
    [
      'a long title',
      modal({ title: plain(long(25)) }),
      'invalid_arguments [ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'no title',
      { type: 'modal', blocks: [] },
      'invalid_arguments [ERROR] missing required field: title [json-pointer:/view]',
    ],
    [
      'an empty title',
      modal({ title: plain('') }),
      'invalid_arguments [ERROR] must be more than 0 characters [json-pointer:/view/title/text]',
    ],
    [
      'a title in mrkdwn',
      modal({ title: { type: 'mrkdwn', text: 'x' } }),
      'invalid_arguments [ERROR] unsupported type: mrkdwn [json-pointer:/view/title/type]',
    ],
    [
      'a long word to submit',
      modal({ submit: plain(long(25)) }),
      'invalid_arguments [ERROR] must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'a long word to close',
      modal({ close: plain(long(25)) }),
      'invalid_arguments [ERROR] must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'an input and nothing to submit it',
      { type: 'modal', title: plain('x'), blocks: [field('a')] },
      'invalid_arguments [ERROR] missing required field: submit [json-pointer:/view]',
    ],
    [
      '101 blocks',
      modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }),
      'invalid_arguments [ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'no blocks',
      { type: 'modal', title: plain('x') },
      'invalid_arguments [ERROR] missing required field: blocks [json-pointer:/view]',
    ],
    [
      'long metadata',
      modal({ private_metadata: long(3001) }),
      'invalid_arguments [ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a long callback id',
      modal({ callback_id: long(256) }),
      'invalid_arguments [ERROR] must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'a long external id',
      modal({ external_id: long(256) }),
      'invalid_arguments [ERROR] must be less than 256 characters [json-pointer:/view/external_id]',
    ],
    [
      'a field there is not',
      modal({ colour: 'red' }),
      'invalid_arguments [ERROR] invalid additional property: colour [json-pointer:/view]',
    ],
    [
      'another kind',
      { type: 'page', blocks: [] },
      'invalid_arguments [ERROR] unsupported type: page [json-pointer:/view/type]',
    ],
    ['the kind of a Home tab', home(), 'invalid_arguments [ERROR] unsupported type: home [json-pointer:/view/type]'],
    ['250 KB', modal({ private_metadata: long(250_001) }), 'view_too_large'],
  ])('with %s is not opened, and the trigger is still good', async (_what, view, refusal) => {
    const { simulator } = await startLittleSlack();
    const trigger = await triggerOf(simulator);
    expect(refusalOf(await call(simulator, 'views.open', { trigger_id: trigger, view }))).toBe(refusal);
    expect(simulator.as('ana').modal()).toBeUndefined();
    expect(await call(simulator, 'views.open', { trigger_id: trigger, view: modal() })).toMatchObject({ ok: true });
  });

  test.each([
    ['with two blocks of one id', { blocks: [field('a'), field('a')] }, '/view/blocks/1/block_id'],
    ['with markdown', { blocks: [{ type: 'markdown', text: 'x' }] }, '/view/blocks/0/type'],
    ['with a table', { blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }] }, '/view/blocks/0/type'],
  ])('%s is refused at %s', async (_what, more, pointer) => {
    const { simulator } = await startLittleSlack();
    const answer = await call(simulator, 'views.open', { trigger_id: '1.2.abc', view: modal(more) });
    expect(refusalOf(answer)).toContain(`[json-pointer:${pointer}]`);
  });
});

describe('a trigger', () => {
  test('is good for three seconds and one use, and must be one', async () => {
    const { simulator, stopwatch } = await startLittleSlack();
    const trigger = await triggerOf(simulator);
    const open = async (trigger_id: string) =>
      refusalOf(await call(simulator, 'views.open', { trigger_id, view: modal() }));
    expect(await open('not a trigger')).toBe('invalid_arguments invalid `trigger_id`');
    expect(await open('')).toBe('invalid_arguments [ERROR] missing required field: trigger_id');
    expect(await open('1772438400000.1772438400.0123456789abcdef')).toBe('invalid_trigger_id');
    stopwatch.advance(2999);
    expect(await open(trigger)).toBe('taken');
    expect(await open(trigger)).toBe('exchanged_trigger_id');
    await simulator.as('ana').close();
    const second = await triggerOf(simulator);
    stopwatch.advance(3000);
    expect(await open(second)).toBe('expired_trigger_id');
  });
});

describe('a stack of views', () => {
  test('is three deep, needs a root, and an external id is one in the whole team', async () => {
    const { simulator } = await startLittleSlack();
    const ana = simulator.as('ana');
    const nothing = await call(simulator, 'views.push', { trigger_id: await triggerOf(simulator), view: modal() });
    expect(refusalOf(nothing)).toBe('not_found');
    const triggers = [];
    for (let count = 0; count < 4; count += 1) triggers.push(await triggerOf(simulator));
    const [root, ...pushes] = triggers;
    const open = (method: string, trigger: string | undefined, view: object) =>
      call(simulator, method, { trigger_id: trigger, view });
    await open('views.open', root, modal({ external_id: 'one' }));
    expect(refusalOf(await open('views.push', pushes[0], modal({ external_id: 'one' })))).toBe('duplicate_external_id');
    await open('views.push', pushes[1], modal());
    await open('views.push', pushes[2], modal());
    expect(ana.modal()?.depth).toBe(3);
    const fourth = await triggerOfCommand(simulator, ana);
    expect(refusalOf(await open('views.push', fourth, modal()))).toBe('push_limit_reached');
  });
});

/** Buttons in the modal that is open give triggers too. */
async function triggerOfCommand(simulator: Simulator, person: Person): Promise<string> {
  const top = person.modal()?.viewId ?? '';
  const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'b', text: plain('Go') }] }];
  await call(simulator, 'views.update', { view_id: top, view: modal({ blocks }) });
  const recorded = await recordDeliveries(simulator);
  await person.press('Go');
  return asText(recorded.bodies[0]?.['trigger_id']);
}

describe('updating and publishing', () => {
  test('stale hashes, closed views, other kinds, nobody and no view are refused', async () => {
    const { simulator } = await startLittleSlack();
    const trigger_id = await triggerOf(simulator);
    const { view } = await call(simulator, 'views.open', { trigger_id, view: modal() });
    const { id, hash } = asObject(view);
    const update = async (args: object) => refusalOf(await call(simulator, 'views.update', { view: modal(), ...args }));
    expect(await update({ view_id: id, hash })).toBe('taken');
    expect(await update({ view_id: id, hash })).toBe('hash_conflict');
    expect(await update({ view_id: id })).toBe('taken');
    expect(await update({ view_id: 'V404' })).toBe('not_found');
    expect(await update({ external_id: 'unknown' })).toBe('not_found');
    expect(await update({})).toBe('invalid_arguments [ERROR] missing required field: view_id');
    expect(await update({ view_id: id, view: home() })).toContain('invalid_arguments');
    expect(await update({ view_id: id, view: '[' })).toContain('invalid_arguments');
    await simulator.as('ana').close();
    expect(await update({ view_id: id })).toBe('not_found');

    const user_id = simulator.as('ben').id;
    const publish = async (args: object) =>
      refusalOf(await call(simulator, 'views.publish', { user_id, view: home(), ...args }));
    const published = await call(simulator, 'views.publish', { user_id, view: home() });
    const stale = asObject(published['view'])['hash'];
    expect(await publish({ hash: stale })).toBe('taken');
    expect(await publish({ hash: stale })).toBe('hash_conflict');
    expect(await publish({ user_id: 'U404' })).toBe('invalid_arguments [ERROR] invalid `user_id`');
    expect(await publish({ user_id: '' })).toBe('invalid_arguments [ERROR] missing required field: user_id');
    expect(await publish({ view: modal() })).toContain('unsupported type: modal');
    expect(
      await publish({ view: home({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }) }),
    ).toContain('no more than 100 items');
    const closed = await startLittleSlack({ manifest: manifestOf({ appHome: { messages_tab_enabled: true } }) });
    const off = { user_id: closed.simulator.as('ana').id, view: home() };
    expect(refusalOf(await call(closed.simulator, 'views.publish', off))).toBe('not_enabled');
  });
});

describe('the answer to a submission', () => {
  const trouble = 'We had some trouble connecting. Try again?';

  test.each([
    ['errors at no block', { response_action: 'errors', errors: { nowhere: 'x' } }, 'nowhere is not the block_id'],
    [
      'errors at a block that is no input',
      { response_action: 'errors', errors: { words: 'x' } },
      'words is not the block_id',
    ],
    ['no errors at all', { response_action: 'errors', errors: {} }, 'there are no errors'],
    ['another action', { response_action: 'explode' }, '"explode" is unknown'],
    ['no action', { errors: { name: 'x' } }, 'no response_action'],
    [
      'a view that is wrong',
      { response_action: 'update', view: modal({ title: plain(long(25)) }) },
      'must be less than 25',
    ],
    ['no view to push', { response_action: 'push' }, 'invalid_arguments'],
  ])('with %s: the person is told of trouble', async (_what, body, cause) => {
    const { simulator } = await startLittleSlack();
    const ana = simulator.as('ana');
    const trigger_id = await triggerOf(simulator);
    const words = { type: 'section', block_id: 'words', text: plain('x') };
    await call(simulator, 'views.open', { trigger_id, view: modal({ blocks: [field('name'), words] }) });
    await recordDeliveries(simulator, () => ({ body: asObject(body) }));
    await ana.fill({ name: 'Ana' });
    expect(await ana.submit()).toMatchObject({ closed: false, trouble, cause: expect.stringContaining(cause) });
  });
});
