import { expect, it } from 'vitest';
import { describePage, openPage, seen } from './open-page.ts';
import { channelId, formOf, option, startLetters, text } from './start-letters.ts';

const noForm = formOf([{ type: 'divider' }]);
const actions = (...elements: object[]) => ({ type: 'actions', elements });

async function look(letters: Awaited<ReturnType<typeof startLetters>>, as = 'ana') {
  return openPage(letters.simulator, { as, at: await channelId(letters.simulator, 'general') });
}

describePage('in a message one', () => {
  it('presses a button, after having been asked where the app wants that', async () => {
    const letters = await startLetters(noForm);
    const confirm = {
      title: text('Sure?'),
      text: text('It cannot be undone.'),
      confirm: text('Burn it'),
      deny: text('Keep it'),
    };
    await letters.post([
      actions({ type: 'button', action_id: 'burn', value: '7', style: 'danger', text: text('Burn'), confirm }),
    ]);
    const page = await look(letters);
    const question = page.getByRole('dialog', { name: 'Sure?' });
    await page.getByRole('button', { name: 'Burn' }).click();
    await question.getByRole('button', { name: 'Keep it' }).click();
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Burn' }).click();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(letters.heard).toEqual([]);
    await page.getByRole('button', { name: 'Burn' }).click();
    await question.getByRole('button', { name: 'Burn it' }).click();
    await expect.poll(() => letters.heard).toMatchObject([{ what: 'burn', value: { value: '7' } }]);
  });

  it('chooses from menus, dates, boxes, circles and the overflow', async () => {
    const letters = await startLetters(noForm);
    const options = [option('Red'), option('Green')];
    await letters.post([
      actions(
        { type: 'static_select', action_id: 'colour', placeholder: text('Colour'), options },
        { type: 'users_select', action_id: 'whom', placeholder: text('To whom') },
        { type: 'datepicker', action_id: 'day', placeholder: text('Which day') },
        { type: 'checkboxes', action_id: 'boxes', options },
        { type: 'overflow', action_id: 'more', options: [option('Fold'), option('Tear')] },
      ),
    ]);
    const page = await look(letters);
    await page.getByRole('combobox', { name: 'Colour' }).click();
    await page.getByRole('option', { name: 'Green' }).click();
    await page.getByRole('combobox', { name: 'To whom' }).fill('okri');
    await page.keyboard.press('Enter');
    await page.getByLabel('Which day').fill('2026-04-01');
    await page.getByLabel('Red').check();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => Object.fromEntries(letters.heard.map(({ what, value }) => [what, value])))
      .toMatchObject({
        colour: { selected_option: { value: 'green' } },
        whom: { selected_user: letters.simulator.as('ben').id },
        day: { selected_date: '2026-04-01' },
        boxes: { selected_options: [{ value: 'red' }] },
        more: { selected_option: { value: 'tear' } },
      });
  });

  it('hears when the app does not answer', async () => {
    const letters = await startLetters(noForm);
    await letters.post([actions({ type: 'button', action_id: 'go', text: text('Go') })]);
    const page = await look(letters);
    letters.simulator.sockets.drop();
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    expect(await seen(page.getByRole('alert'))).toContain('the app did not respond');
  });
});

describePage('in the message field one', () => {
  it('finds the commands there are, and people', async () => {
    const letters = await startLetters(noForm);
    const page = await look(letters);
    const field = page.getByRole('textbox', { name: 'Message #general' });
    await field.pressSequentially('/');
    const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    await options.first().waitFor();
    expect(await options.allInnerTexts()).toEqual([
      expect.stringMatching(/\/send\s+Send a letter/),
      expect.stringMatching(/\/deliver\s+Deliver to somebody/),
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await field.pressSequentially('@be');
    expect(await seen(options)).toMatch(/@ben\s+Ben Okri/);
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('/deliver @ben ');
  });

  it('writes, and others read it at once and know that it is new', async () => {
    const letters = await startLetters(noForm);
    const ana = await look(letters);
    const ben = await openPage(letters.simulator, { as: 'ben', at: 'messages' });
    const field = ana.getByRole('textbox', { name: 'Message #general' });
    await field.fill('Hello @ben <b>');
    await ana.keyboard.press('Enter');
    await ben.getByRole('button', { name: 'general 1 unread' }).click();
    expect(await seen(ben.getByRole('article'))).toContain('Hello @Ben Okri <b>');
    await ben.getByRole('button', { name: 'general', exact: true }).waitFor();
    await ben.getByRole('button', { name: 'More to do with this message' }).click();
    await ben.getByRole('menuitem', { name: 'Reply in thread' }).click();
    await ben.getByRole('textbox', { name: 'Reply' }).fill('Yes?');
    await ben.keyboard.press('Enter');
    await ana.getByRole('button', { name: '1 reply' }).waitFor();
  });

  it('is told by Slack, and alone, when a command fails or is unknown', async () => {
    const letters = await startLetters(noForm);
    const page = await look(letters);
    const field = page.getByRole('textbox', { name: 'Message #general' });
    await field.fill('/nothing');
    await page.keyboard.press('Enter');
    expect(await seen(page.getByRole('article').last())).toContain('/nothing is not a valid command');
    letters.simulator.sockets.drop();
    await field.fill('/send now');
    await page.keyboard.press('Enter');
    const notice = page.getByText('/send failed with the error "dispatch_failed"');
    await notice.waitFor();
    expect(await field.inputValue()).toBe('/send now');
    const other = await look(letters, 'ben');
    await other.getByText('This is the beginning of #general.').waitFor();
    expect(await other.getByRole('article').count()).toBe(0);
  });

  it('uses shortcuts, and joins channels', async () => {
    const letters = await startLetters(noForm, (app) => {
      app.shortcut('write', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: noForm });
      });
    });
    const page = await look(letters);
    await page.getByRole('button', { name: 'lobby' }).click();
    await page.getByRole('button', { name: 'Join channel' }).click();
    await page.getByRole('textbox', { name: 'Message #lobby' }).waitFor();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Write a letter' }).click();
    await page.getByRole('dialog', { name: 'A letter' }).waitFor();
  });
});
