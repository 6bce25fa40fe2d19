import type { App, ViewClosedAction } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { input, modal, plain, row } from './block-samples.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { startLittleSlack } from './start-little-slack.ts';

describe('submitting', () => {
  /** An app whose one modal has a note, and answers submissions as told. */
  async function withForm(answer: object | undefined, view: object = modal('Form', [input('note'), row('More')])) {
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
      app.action('press More', async ({ ack, body, client }) => {
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
    const view = modal('Form', [input('note'), row('More')], { notify_on_close: true });
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
    const view = modal('Form', [input('note'), row('More')], { clear_on_close: true, notify_on_close: true });
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
