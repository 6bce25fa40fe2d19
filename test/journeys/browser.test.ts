import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findBarriers } from '../simulator/page/find-barriers.ts';
import { describePage, focused, openPage, seen } from '../simulator/page/open-page.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// 2026-03-26 is a Thursday; at nine in London it is ten in Berlin, where Ana is asked.
const monday = '2026-03-23T16:00:00Z';
const tenInBerlin = '2026-03-26T09:00:00Z';
const firstReply = 'Time to first reply (hours) (optional)';
const win = { Client: 'Northwind', 'What changed for them': 'They renewed for two years.', 'Who helped': ['bo'] };
const darkPhone = { viewport: { width: 390, height: 780 }, colorScheme: 'dark', hasTouch: true } as const;

async function asked(): Promise<LittleCompany> {
  const company = await littleCompany(monday);
  await company.at(tenInBerlin);
  return company;
}

async function supportOf({ slack }: LittleCompany, as: string): Promise<Page> {
  const page = await openPage(slack, { as });
  await page.getByRole('button', { name: 'support' }).click();
  await page.getByRole('textbox', { name: 'Message #support' }).waitFor();
  return page;
}

async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)).includes(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get to "${label}"`);
}

describePage('in the browser', () => {
  it('an employee answers a prompt by mouse, mends a number that is none, and edits it later', async () => {
    const company = await asked();
    const page = await openPage(company.slack, { as: 'ana' });
    await page.getByRole('button', { name: /^Answer: Weekly check-in/ }).click();
    const form = page.getByRole('dialog', { name: 'Weekly check-in' });
    await form.getByLabel(firstReply).fill('about four');
    await form.getByRole('combobox', { name: 'Client (optional)' }).fill('Northwind');
    await form.getByRole('option', { name: 'Northwind' }).click();
    await form.getByLabel('What changed for them').fill('They answer tickets from our guide.');
    await form.getByRole('combobox', { name: 'Who helped' }).click();
    await form.getByRole('option', { name: 'bo', exact: true }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Write a number such as 12 or 4.5').waitFor();
    await expect.poll(() => focused(page)).toContain('Time to first reply');

    await form.getByLabel(firstReply).fill('4.2');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await company.service.ring();
    const copy = page.getByRole('article').filter({ hasText: 'Answered: Weekly check-in' });
    expect(await seen(copy)).toContain('Time to first reply: 4.2 hours');
    expect(await seen(copy)).toContain('With @bo');

    await copy.getByRole('button', { name: /^Edit/ }).click();
    await form.getByLabel(firstReply).fill('3.9');
    await form.getByRole('button', { name: 'Save changes' }).click();
    await form.waitFor({ state: 'detached' });
    await company.service.ring();
    await expect.poll(() => seen(copy)).toContain('Time to first reply: 3.9 hours');
    expect(company.slack.failures).toEqual([]);
  });

  it('the same goes by keyboard alone', async () => {
    const company = await asked();
    const page = await openPage(company.slack, { as: 'ana' });
    const form = page.getByRole('dialog', { name: 'Weekly check-in' });
    await page.getByRole('button', { name: /^Answer/ }).waitFor();
    await tabTo(page, 'Answer: Weekly check-in');
    await page.keyboard.press('Enter');
    await form.waitFor();
    await tabTo(page, 'Time to first reply');
    await page.keyboard.type('four');
    await page.keyboard.press('Enter');
    await form.getByText('Write a number such as 12 or 4.5').waitFor();
    await expect.poll(() => focused(page)).toContain('Time to first reply');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('4');
    await tabTo(page, 'What got in the way');
    await page.keyboard.type('Two days without a phone line.');
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await company.service.ring();
    const copy = page.getByRole('article').filter({ hasText: 'Answered: Weekly check-in' });
    expect(await seen(copy)).toContain('Two days without a phone line.');
  });

  it('a manager looks at her people, and nobody else sees what she is told', async () => {
    const company = await asked();
    await answerCheckIn(company.slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
    const maya = await supportOf(company, 'maya');
    const bo = await supportOf(company, 'bo');
    await maya.getByRole('textbox', { name: 'Message #support' }).fill('/pro');
    await maya.keyboard.press('Tab');
    await maya.keyboard.press('Enter');
    const told = maya.getByRole('article').filter({ hasText: 'Only visible to you' });
    expect(await seen(told)).toMatch(/ana[\s\S]*4\.2 hours/);

    await bo.getByRole('textbox', { name: 'Message #support' }).fill('Good morning');
    await bo.keyboard.press('Enter');
    await maya.getByRole('article').filter({ hasText: 'Good morning' }).waitFor();
    expect(await bo.getByRole('article').count()).toBe(1);
  });

  it('both sides find the evidence before the review, at the same moment', async () => {
    const company = await asked();
    await answerCheckIn(company.slack.as('ana'), win);
    const ana = await openPage(company.slack, { as: 'ana' });
    const maya = await openPage(company.slack, { as: 'maya' });
    await company.at('2026-06-23T08:00:00Z');
    expect(await seen(ana.getByText('This is what is on record for your review'))).toContain('Tue 30 Jun 2026');
    expect(await seen(maya.getByText('This is what is on record for the review of @ana'))).toContain('Tue 30 Jun 2026');
    for (const page of [ana, maya]) await page.getByText('They renewed for two years.').first().waitFor();
  });

  it('a phone is wide enough', async () => {
    const company = await asked();
    const page = await openPage(company.slack, { as: 'ana', context: darkPhone });
    await page.getByRole('button', { name: 'All conversations' }).click();
    await page.getByRole('button', { name: 'support' }).click();
    await page.getByRole('textbox', { name: 'Message #support' }).waitFor();
    await page.getByRole('button', { name: 'All conversations' }).click();
    await page.getByRole('button', { name: 'Throughline' }).click();
    await page.getByRole('button', { name: /^Answer/ }).click();
    const form = page.getByRole('dialog', { name: 'Weekly check-in' });
    await form.getByLabel(firstReply).fill('4');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(darkPhone.viewport.width);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Answered: Weekly check-in').waitFor();
  });

  it.each([
    { theme: 'light', context: { colorScheme: 'light' } as const },
    { theme: 'dark, on a phone', context: darkPhone },
  ])('nothing axe knows of is in anybody’s way: $theme', { timeout: 60_000 }, async ({ context }) => {
    const company = await asked();
    await answerCheckIn(company.slack.as('bo'), win);
    await company.at('2026-03-27T14:00:00Z');
    const page = await openPage(company.slack, { as: 'ana', context });
    const barriers = async (where: string) => (await findBarriers(page)).map((found) => `${where}: ${found}`);
    await page
      .getByRole('button', { name: /^Answer/ })
      .first()
      .waitFor();
    const found = await barriers('messages');
    await page
      .getByRole('button', { name: /^Answer/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel(firstReply).fill('four');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a number').waitFor();
    found.push(...(await barriers('a form with an error')));
    await page.getByRole('combobox', { name: 'Who helped' }).click();
    found.push(...(await barriers('a menu')));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Home' }).click();
    await page
      .getByRole('button')
      .filter({ hasText: /^Check in$/ })
      .waitFor();
    found.push(...(await barriers('Home')));
    await page.getByRole('button', { name: /^You are/ }).click();
    await page.getByRole('dialog').waitFor();
    found.push(...(await barriers('people')));
    await page.keyboard.press('Escape');
    const back = page.getByRole('button', { name: 'All conversations' });
    if (await back.isVisible()) {
      await back.click();
      // On this screen the way to a conversation is all there is.
      found.push(...(await findBarriers(page, ['landmark-one-main'])));
    }
    await page.getByRole('button', { name: /^support/ }).click();
    await page.getByRole('textbox').fill('/');
    await page.getByRole('listbox').waitFor();
    found.push(...(await barriers('a channel with commands')));
    await page.getByRole('button', { name: 'Traffic' }).click();
    await page.getByRole('complementary', { name: 'Traffic' }).getByRole('listitem').first().waitFor();
    found.push(...(await barriers('traffic')));
    expect(found).toEqual([]);
  });
});
