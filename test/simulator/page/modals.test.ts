import { expect, it } from 'vitest';
import { describePage, focused, openPage, pressTimes, seen } from './open-page.ts';
import { channelId, formOf, option, startLetters, text } from './start-letters.ts';

const field = (block_id: string, label: string, element: object) => ({
  type: 'input' as const,
  block_id,
  label: text(label),
  optional: true,
  element: { action_id: 'it', ...element },
});
const words = (id: string, label: string) => field(id, label, { type: 'plain_text_input' });

async function openForm(letters: Awaited<ReturnType<typeof startLetters>>) {
  const page = await openPage(letters.simulator, { as: 'ana', at: await channelId(letters.simulator, 'general') });
  await page.getByRole('textbox', { name: 'Message #general' }).fill('/send');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.waitFor();
  return { page, form };
}

describePage('a modal', () => {
  it('takes every kind of input', async () => {
    const blocks = [
      words('a', 'Words'),
      field('b', 'Story', { type: 'plain_text_input', multiline: true }),
      field('c', 'Count', { type: 'number_input', is_decimal_allowed: true }),
      field('d', 'Colour', { type: 'static_select', options: [option('Red'), option('Green')] }),
      field('e', 'Sizes', { type: 'multi_static_select', options: [option('Small'), option('Large')] }),
      field('f', 'To', { type: 'users_select' }),
      field('g', 'Also to', { type: 'multi_users_select' }),
      field('h', 'Where', { type: 'channels_select' }),
      field('i', 'Day', { type: 'datepicker' }),
      field('j', 'Time', { type: 'timepicker' }),
      field('k', 'Moment', { type: 'datetimepicker' }),
      field('l', 'Extras', { type: 'checkboxes', options: [option('Stamp'), option('Seal')] }),
      field('m', 'Speed', { type: 'radio_buttons', options: [option('Slow'), option('Fast')] }),
      field('n', 'Town', { type: 'external_select', min_query_length: 2 }),
    ];
    const letters = await startLetters(formOf(JSON.parse(JSON.stringify(blocks))));
    const { page, form } = await openForm(letters);
    await form.getByLabel('Words').fill('Dear <Ben> & all');
    await form.getByLabel('Story').fill('one\ntwo');
    await form.getByLabel('Count').fill('2.5');
    for (const [label, typed] of [
      ['Colour', 'gre'],
      ['Sizes', 'large'],
      ['To (optional)', 'ben'],
      ['Also to', 'ana'],
      ['Where', 'gen'],
    ] as const) {
      await form.getByRole('combobox', { name: label, exact: label.startsWith('To') }).fill(typed);
      await page.keyboard.press('Enter');
    }
    await form.getByLabel('Day').fill('2026-04-01');
    await form.getByLabel('Time').fill('09:30');
    await form.getByLabel('Moment').fill('2026-04-01T09:30');
    await form.getByLabel('Seal').check();
    await form.getByLabel('Fast').check();
    await form.getByRole('combobox', { name: 'Town' }).fill('Ash');
    await form.getByRole('option', { name: 'Ashton' }).click();
    await form.getByRole('button', { name: 'Send' }).click();
    await form.waitFor({ state: 'detached' });

    const [submitted] = letters.heard;
    const { simulator } = letters;
    expect(submitted?.value).toMatchObject({
      a: { it: { value: 'Dear <Ben> & all' } },
      b: { it: { value: 'one\ntwo' } },
      c: { it: { value: '2.5' } },
      d: { it: { selected_option: { value: 'green' } } },
      e: { it: { selected_options: [{ value: 'large' }] } },
      f: { it: { selected_user: simulator.as('ben').id } },
      g: { it: { selected_users: [simulator.as('ana').id] } },
      h: { it: { selected_channel: await channelId(simulator, 'general') } },
      i: { it: { selected_date: '2026-04-01' } },
      j: { it: { selected_time: '09:30' } },
      // Half past nine in Sao Paulo, where Ana lives, wherever her browser is.
      k: { it: { selected_date_time: Date.parse('2026-04-01T12:30:00Z') / 1000 } },
      l: { it: { selected_options: [{ value: 'seal' }] } },
      m: { it: { selected_option: { value: 'fast' } } },
      n: { it: { selected_option: { value: 'ashton' } } },
    });
  });

  it('says beside the field what is wrong, goes there, and forgets it when it is mended', async () => {
    const letters = await startLetters(
      formOf([words('a', 'First'), words('b', 'Second')]),
      () => {},
      async (values) => (values['b']?.['it']?.value ? undefined : { b: 'Say something.' }),
    );
    const { page, form } = await openForm(letters);
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByText('Say something.').waitFor();
    await expect.poll(() => focused(page)).toContain('Second');
    const second = form.getByLabel('Second');
    expect(await second.getAttribute('aria-invalid')).toBe('true');
    const error = form.locator(`[id="${(await second.getAttribute('aria-describedby'))?.split(' ')[0]}"]`);
    expect(await seen(error)).toContain('Say something.');
    await second.fill('something');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    expect(letters.heard).toHaveLength(1);
  });

  it('keeps the focus, closes with Escape, and gives the focus back', async () => {
    const letters = await startLetters(formOf([words('a', 'First'), words('b', 'Second')]));
    const { page, form } = await openForm(letters);
    expect(await focused(page)).toContain('First');
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let times = 0; times < 7; times += 1) {
        await page.keyboard.press(key);
        expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
      }
    }
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toContain('Message #general');
  });

  it('waits visibly while the app thinks, and sends once', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const letters = await startLetters(
      formOf([words('a', 'First')]),
      () => {},
      async () => {
        await released;
        return undefined;
      },
    );
    const { page, form } = await openForm(letters);
    await form.getByLabel('First').fill('hello');
    await pressTimes(page, 'Enter', 3);
    await form.locator('form[aria-busy=true]').waitFor();
    expect(await form.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    release();
    await form.waitFor({ state: 'detached' });
    expect(letters.heard).toHaveLength(1);
  });

  it('lies three deep at most, each with its way back', async () => {
    const push = (id: string) => ({
      type: 'actions' as const,
      elements: [{ type: 'button' as const, action_id: id, text: text('Deeper') }],
    });
    const letters = await startLetters(formOf([words('a', 'First'), push('deeper')]), (app) => {
      let depth = 1;
      app.action('deeper', async ({ ack, client, body }) => {
        await ack();
        depth += 1;
        const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
        await client.views.push({ trigger_id, view: formOf([push('deeper')], { title: text(`Depth ${depth}`) }) });
      });
    });
    const { page, form } = await openForm(letters);
    await form.getByLabel('First').fill('kept');
    for (const title of ['Depth 2', 'Depth 3']) {
      await form.getByRole('button', { name: 'Deeper' }).click();
      await page.getByRole('dialog', { name: title }).waitFor();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Depth 2' }).waitFor();
    await form.getByRole('button', { name: 'Back' }).first().click();
    await page.getByRole('dialog', { name: 'A letter' }).waitFor();
    expect(await form.getByLabel('First').inputValue()).toBe('kept');
  });

  it('tells of trouble when the app does not answer', async () => {
    const letters = await startLetters(
      formOf([words('a', 'First')]),
      () => {},
      async () => {
        letters.simulator.sockets.drop();
        return new Promise(() => {});
      },
    );
    const { form } = await openForm(letters);
    await form.getByLabel('First').fill('not lost');
    await form.getByRole('button', { name: 'Send' }).click();
    expect(await seen(form.getByText('trouble'))).toContain('We had some trouble connecting. Try again?');
    expect(await form.getByLabel('First').inputValue()).toBe('not lost');
  });
});
