import { describe, expect, test } from 'vitest';
import { asObject } from '../../src/simulator/workspace/json.ts';
import { input, modal, plain } from './block-samples.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

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
