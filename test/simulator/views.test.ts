import type { App, ViewClosedAction } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { asObject } from '../../src/simulator/workspace/json.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const input = (blockId: string, more: object = {}) => ({
  type: 'input' as const,
  block_id: blockId,
  label: plain(blockId),
  element: { type: 'plain_text_input' as const, action_id: 'text', ...more },
});
const modal = (title: string, blocks: object[] = [], more: object = {}) => ({
  type: 'modal' as const,
  title: plain(title),
  submit: plain('Save'),
  blocks: [...blocks],
  ...more,
});
const button = (text: string) => ({
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: text, text: plain(text) }],
});

/** Hands triggers out of commands, so that a test can call `views.*` itself. */
async function withTriggers() {
  const started = await startLittleSlack();
  const triggers: string[] = [];
  await startSocketModeApp(started.simulator, (app) => {
    app.command('/send', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
  });
  const trigger = async (who = 'ana') => {
    await started.simulator.as(who).command('/send');
    return triggers.at(-1) ?? '';
  };
  /** Answers the view as Slack told it. */
  /** Answers the view as Slack told it. */
  const call = async (method: string, args: { [name: string]: unknown }) =>
    asObject(asObject(await clientOf(started.simulator).apiCall(method, args))['view']);
  return { ...started, trigger, call };
}

const refused = (error: string) => ({ data: { ok: false, error } });

describe('triggers', () => {
  test('live three seconds, work once, and must be real', async () => {
    const { trigger, call, stopwatch, simulator } = await withTriggers();
    const late = await trigger();
    stopwatch.advance(3000);
    await expect(call('views.open', { trigger_id: late, view: modal('A') })).rejects.toMatchObject(
      refused('expired_trigger_id'),
    );
    const good = await trigger();
    stopwatch.advance(2999);
    await call('views.open', { trigger_id: good, view: modal('A') });
    await expect(call('views.open', { trigger_id: good, view: modal('B') })).rejects.toMatchObject(
      refused('exchanged_trigger_id'),
    );
    await expect(call('views.open', { trigger_id: '1.2.3', view: modal('B') })).rejects.toMatchObject(
      refused('invalid_trigger_id'),
    );
    await expect(call('views.open', { view: modal('B') })).rejects.toMatchObject(refused('invalid_arguments'));
    expect(simulator.as('ana').modal()?.title).toBe('A');
  });

  test('a view that breaks a limit is pointed at and does not use the trigger up', async () => {
    const { trigger, call } = await withTriggers();
    const id = await trigger();
    await expect(call('views.open', { trigger_id: id, view: modal('x'.repeat(25)) })).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
      },
    });
    await expect(call('views.open', { trigger_id: id, view: { type: 'home', blocks: [] } })).rejects.toMatchObject(
      refused('invalid_arguments'),
    );
    const huge = modal('A', [], { private_metadata: 'x'.repeat(250_000) });
    await expect(call('views.open', { trigger_id: id, view: huge })).rejects.toMatchObject(refused('view_too_large'));
    await call('views.open', { trigger_id: id, view: modal('A') });
  });
});

describe('the stack of modals', () => {
  test('is three deep, per person, and closing goes one back', async () => {
    const { trigger, call, simulator } = await withTriggers();
    const [ana, ben] = [simulator.as('ana'), simulator.as('ben')];
    // A person cannot type a command under a modal, so the triggers are fetched first.
    const triggers = [await trigger(), await trigger(), await trigger(), await trigger()];
    await expect(call('views.push', { trigger_id: await trigger('ben'), view: modal('X') })).rejects.toMatchObject(
      refused('not_found'),
    );
    await call('views.open', { trigger_id: triggers[0], view: modal('One') });
    await call('views.push', { trigger_id: triggers[1], view: modal('Two') });
    await call('views.push', { trigger_id: triggers[2], view: modal('Three') });
    await expect(call('views.push', { trigger_id: triggers[3], view: modal('Four') })).rejects.toMatchObject(
      refused('push_limit_reached'),
    );
    expect(ana.modal()).toMatchObject({ title: 'Three', depth: 3 });
    expect(ben.modal()).toBeUndefined();
    await ana.close();
    expect(ana.modal()).toMatchObject({ title: 'Two', depth: 2 });
    await ana.close({ all: true });
    expect(ana.modal()).toBeUndefined();
  });

  test('an update keeps what was typed where both ids stay, and a stale hash is a conflict', async () => {
    const { trigger, call, simulator } = await withTriggers();
    const ana = simulator.as('ana');
    const blocks = [input('kept'), input('renamed'), input('proposed', { initial_value: 'mine' })];
    const opened = await call('views.open', {
      trigger_id: await trigger(),
      view: modal('A', blocks, { external_id: 'e1' }),
    });
    await ana.fill({ kept: 'one', renamed: 'two' });
    const { id, hash } = opened;
    const changed = [input('kept'), input('renamed anew'), input('proposed', { initial_value: 'other' })];
    const updated = await call('views.update', { view_id: id, hash, view: modal('B', changed, { external_id: 'e1' }) });
    expect(updated).toMatchObject({ id, state: { values: {} } });
    expect(ana.modal()?.fields.map(({ label, value }) => [label, value])).toEqual([
      ['kept', 'one'],
      ['renamed anew', null],
      ['proposed', 'mine'],
    ]);
    await expect(call('views.update', { view_id: id, hash, view: modal('C') })).rejects.toMatchObject(
      refused('hash_conflict'),
    );
    await call('views.update', { external_id: 'e1', view: modal('D', [], { external_id: 'e1' }) });
    await ana.close();
    await expect(call('views.update', { view_id: id, view: modal('E') })).rejects.toMatchObject(refused('not_found'));
  });

  test('an external_id is one of a kind', async () => {
    const { trigger, call } = await withTriggers();
    await call('views.open', { trigger_id: await trigger(), view: modal('A', [], { external_id: 'e1' }) });
    await expect(
      call('views.open', { trigger_id: await trigger('ben'), view: modal('A', [], { external_id: 'e1' }) }),
    ).rejects.toMatchObject(refused('duplicate_external_id'));
  });
});

describe('submitting', () => {
  /** An app whose one modal has a note, and answers submissions as told. */
  async function withForm(answer: object | undefined, view: object = modal('Form', [input('note'), button('More')])) {
    const started = await startLittleSlack();
    const seen: object[] = [];
    const closed: object[] = [];
    const register = (app: App) => {
      app.command('/send', async ({ ack, command, client }) => {
        await ack();
        await client.apiCall('views.open', { trigger_id: command.trigger_id, view: { callback_id: 'form', ...view } });
      });
      app.view('form', async ({ ack, body }) => {
        seen.push(body.view.state.values);
        await (answer ? ack(Object(answer)) : ack());
      });
      app.view<ViewClosedAction>({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
        closed.push({ title: body.view.title.text, cleared: body.is_cleared });
        await ack();
      });
      app.action('More', async ({ ack, body, client }) => {
        await ack();
        if (!('trigger_id' in body)) return;
        const pushed = { ...view, callback_id: 'form', title: plain('More') };
        await client.apiCall('views.push', { trigger_id: body.trigger_id, view: pushed });
      });
    };
    await startSocketModeApp(started.simulator, register);
    const ana = started.simulator.as('ana');
    await ana.command('/send');
    await ana.waitForModal();
    return { ...started, ana, seen, closed };
  }

  test.each([
    ['errors under a block that is no input', { response_action: 'errors', errors: { nowhere: 'Bad' } }],
    ['no errors at all', { response_action: 'errors', errors: {} }],
    ['a view over the limits', { response_action: 'update', view: modal('x'.repeat(25)) }],
    ['an unknown action', { response_action: 'explode' }],
  ])('%s: the person is told of trouble and the form stays', async (_what, answer) => {
    const { ana } = await withForm(answer);
    await ana.fill({ note: 'text' });
    const result = await ana.submit();
    expect(result).toMatchObject({ closed: false, trouble: 'We had some trouble connecting. Try again?' });
    expect(ana.modal()?.fields[0]?.value).toBe('text');
  });

  test('update puts another view in its place, push one on top, clear takes all away', async () => {
    const updating = await withForm({ response_action: 'update', view: modal('After') });
    await updating.ana.fill({ note: 'text' });
    expect(await updating.ana.submit()).toMatchObject({ closed: false, modal: { title: 'After', depth: 1 } });
    const pushing = await withForm({ response_action: 'push', view: modal('Above') });
    await pushing.ana.fill({ note: 'text' });
    expect(await pushing.ana.submit()).toMatchObject({ closed: false, modal: { title: 'Above', depth: 2 } });
    const clearing = await withForm({ response_action: 'clear' });
    await clearing.ana.press('More');
    await clearing.ana.waitForModal('More');
    await clearing.ana.fill({ note: 'text' });
    expect(await clearing.ana.submit()).toEqual({ closed: true });
  });

  test('an empty answer closes the top one only', async () => {
    const { ana, seen } = await withForm(undefined);
    await ana.fill({ note: 'below' });
    await ana.press('More');
    await ana.waitForModal('More');
    await ana.fill({ note: 'above' });
    expect(await ana.submit()).toMatchObject({ closed: true, modal: { title: 'Form', fields: [{ value: 'below' }] } });
    expect(seen).toEqual([{ note: { text: { type: 'plain_text_input', value: 'above' } } }]);
  });

  test('closing is told where asked for', async () => {
    const view = modal('Form', [input('note'), button('More')], { notify_on_close: true });
    const { ana, closed } = await withForm(undefined, view);
    await ana.press('More');
    await ana.waitForModal('More');
    await ana.close();
    await ana.close({ all: true });
    expect(closed).toEqual([
      { title: 'More', cleared: false },
      { title: 'Form', cleared: true },
    ]);
  });

  test('clear_on_close takes the views below along', async () => {
    const view = modal('Form', [input('note'), button('More')], { clear_on_close: true, notify_on_close: true });
    const { ana, closed } = await withForm(undefined, view);
    await ana.press('More');
    await ana.waitForModal('More');
    await ana.close();
    expect(ana.modal()).toBeUndefined();
    expect(closed).toEqual([
      { title: 'More', cleared: true },
      { title: 'Form', cleared: true },
    ]);
  });

  test('an app that does not answer within three seconds is trouble, and on record', async () => {
    const { simulator, stopwatch } = await startLittleSlack();
    let submissions = 0;
    await startSocketModeApp(simulator, (app) => {
      app.command('/send', async ({ ack, command, client }) => {
        await ack();
        const view = { ...modal('Form'), callback_id: 'form' };
        await client.apiCall('views.open', { trigger_id: command.trigger_id, view });
      });
      app.view('form', async () => {
        submissions += 1;
      });
    });
    const ana = simulator.as('ana');
    await ana.command('/send');
    await ana.waitForModal();
    const submitting = ana.submit();
    await expect.poll(() => submissions).toBe(1);
    stopwatch.advance(3000);
    expect(await submitting).toMatchObject({ closed: false, trouble: expect.stringContaining('trouble connecting') });
    expect(simulator.failures).toMatchObject([{ kind: 'interactive', reason: 'operation_timeout' }]);
  });
});

describe('Home', () => {
  test('is published per person and guarded by its hash', async () => {
    const { simulator } = await startLittleSlack();
    const client = clientOf(simulator);
    const [ana, ben] = [simulator.as('ana'), simulator.as('ben')];
    const home = (text: string) => ({
      type: 'home' as const,
      blocks: [{ type: 'header' as const, text: plain(text) }],
    });
    const first = await client.views.publish({ user_id: ana.id, view: home('For Ana') });
    expect(ana.home()).toBeUndefined();
    expect(await ana.openHome()).toMatchObject({ text: 'For Ana' });
    expect(await ben.openHome()).toBeUndefined();
    const hash = first.view?.hash ?? '';
    await client.views.publish({ user_id: ana.id, view: home('Later'), hash });
    await expect(client.views.publish({ user_id: ana.id, view: home('Stale'), hash })).rejects.toMatchObject(
      refused('hash_conflict'),
    );
    await expect(client.views.publish({ user_id: 'U404', view: home('Nobody') })).rejects.toMatchObject(
      refused('invalid_arguments'),
    );
    expect(ana.home()?.text).toBe('Later');
  });

  test('is not there unless the manifest turns it on', async () => {
    const { simulator } = await startLittleSlack({ manifest: manifestOf({ appHome: {} }) });
    const ana = simulator.as('ana');
    await expect(
      clientOf(simulator).views.publish({ user_id: ana.id, view: { type: 'home', blocks: [] } }),
    ).rejects.toMatchObject(refused('not_enabled'));
    await expect(ana.openHome()).rejects.toThrow('has no Home tab');
  });
});
