import type { Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { type DemoWorld, startDemoWorld } from '../../src/demo/demo-world.ts';
import { loadWorkspaceText, readDemoFile } from '../../src/demo/workspace-text.ts';
import { describePage, look, openAddress, openPage, seen } from '../simulator/page/open-page.ts';

const client = 'Brightwater <Dredging>';
const didWhat = 'You wrote the three open points on the board & read them back.';
const caused = 'Brightwater signed the plan on the same day.';
const quote = 'They *listen* & ask <b>before</b> they answer :tada: ```';

/** The demo company on its first Monday, nine in Berlin, in the hands of its visitors. Time moves when they move it. */
async function startOwnDemo(): Promise<DemoWorld> {
  const still = new Date('2030-01-01T00:00:00Z');
  const world = await startDemoWorld({ realClock: { now: () => still } });
  onTestFinished(() => world.end());
  const text = await loadWorkspaceText();
  await world.apply(text);
  world.page.handOver({ file: readDemoFile(text) });
  onTestFinished(() => world.page.close());
  return world;
}

async function be(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^You are/ }).click();
  await page.getByRole('searchbox', { name: 'Search people' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByRole('button', { name: `You are ${name}` }).waitFor();
}

async function type(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'onboarding' }).click();
  await page.getByRole('textbox', { name: 'Message #onboarding' }).fill(command);
  await page.keyboard.press('Enter');
}

async function moveClock(page: Page, step: string, times = 1): Promise<void> {
  const clock = page.getByRole('region', { name: 'Clock' });
  for (let time = 0; time < times; time += 1) {
    const before = await seen(clock.locator('.clock-face'));
    await clock.getByRole('button', { name: step }).click();
    await expect.poll(() => clock.locator('.clock-face').innerText()).not.toBe(before);
    await clock.and(page.locator('[aria-busy=false]')).waitFor();
  }
}

async function pick(form: Locator, label: string, typed: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).fill(typed);
  await form.getByRole('option', { name: typed }).click();
}

/** By the button at the foot. */
async function leave(form: Locator, button: string): Promise<void> {
  await form.getByRole('button', { name: button, exact: true }).last().click();
  await form.waitFor({ state: 'detached' });
}

/** Sends the form and reads what it is answered with. */
async function submit(page: Page, button: string, title: string): Promise<string> {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  const notice = page.getByRole('dialog', { name: title });
  const words = await seen(notice);
  await leave(notice, 'Close');
  return words;
}

/** As a member, who sends what comes of it to the client. */
async function makeLink(page: Page): Promise<string> {
  await type(page, '/throughline form');
  await page.getByRole('button', { name: 'Form for a client' }).click();
  const form = page.getByRole('dialog', { name: 'Form for a client' });
  await form.getByLabel('Client').fill(client);
  await look(page, '1-form-link');
  await form.getByRole('button', { name: 'Make the link' }).click();
  const url = await form.getByRole('link', { name: /\/form\// }).getAttribute('href');
  await look(page, '2-the-link');
  await leave(form, 'Close');
  return url ?? '';
}

async function answerAsClient(url: string): Promise<void> {
  const page = await openAddress(url);
  await page.getByRole('heading', { name: 'Your opinion of Larkfield' }).waitFor();
  await page.getByRole('radio', { name: '10' }).check();
  await page.getByRole('textbox').fill(quote);
  await page.getByRole('checkbox').check();
  await look(page, '3-client');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await look(page, '4-thanks');
}

async function askForFeedback(page: Page): Promise<void> {
  await type(page, '/feedback ask');
  const form = page.getByRole('dialog', { name: 'Ask for feedback' });
  await pick(form, 'Whom do you ask', 'Grace Okafor');
  await form.getByLabel('About what').fill('The kick-off with Brightwater.');
  await form.getByLabel('By when').fill('2026-01-09');
  await look(page, '5-ask');
  expect(await submit(page, 'Ask', 'Asked')).toContain('@Grace Okafor');
}

/** By whoever was asked. */
async function answerRequest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Throughline' }).click();
  const request = page.getByRole('article').filter({ hasText: 'asks you for feedback' });
  expect(await seen(request)).toContain('The kick-off with Brightwater.');
  await look(page, '6-request');
  await request.getByRole('button', { name: /^Answer/ }).click();
  const form = page.getByRole('dialog', { name: 'Give feedback' });
  expect(await seen(form)).toMatch(/Who will read it: @Ana Kovač and their manager, @Katrin Vogel/);
  await form.getByLabel('What did they do').fill(didWhat);
  await form.getByLabel('What did it cause').fill(caused);
  await form.getByLabel('Clarified needs').check();
  await look(page, '7-answer');
  expect(await submit(page, 'Save', 'Saved')).toContain('@Ana Kovač');
  await request.getByText('You answered.').waitFor();
}

/** With somebody who helped, and what they did. */
async function tellWin(page: Page): Promise<void> {
  await type(page, '/win');
  const form = page.getByRole('dialog', { name: 'A client win' });
  await pick(form, 'Client', client);
  await form.getByLabel('What changed for them').fill('Their first crew plans its week with us.');
  await pick(form, 'Who helped', 'Grace Okafor');
  await form.getByLabel('What Grace Okafor did').fill('Moved their old plans over.');
  await look(page, '8-win');
  await submit(page, 'Save', 'Saved');
}

describePage('the demo, in the browser', () => {
  it('a customer fills the form, a peer answers a request, and the digest tells the win with the quote', {
    timeout: 120_000,
  }, async () => {
    const { slack, errors } = await startOwnDemo();
    const page = await openPage(slack, { as: 'ana' });
    await answerAsClient(await makeLink(page));

    await askForFeedback(page);
    await moveClock(page, 'One minute on');
    await be(page, 'Grace Okafor');
    await answerRequest(page);
    await moveClock(page, 'One minute on');
    await be(page, 'Ana Kovač');
    await page.getByRole('button', { name: 'Throughline' }).click();
    const news = page.getByRole('article').filter({ hasText: 'gave feedback about you' });
    expect(await seen(news)).toContain(didWhat);
    expect(await seen(news)).toContain(caused);
    await look(page, '9-news');

    await tellWin(page);
    // From Monday at nine to Friday at three in Berlin, where the team is told its wins.
    await be(page, 'Katrin Vogel');
    await page.getByRole('button', { name: 'onboarding' }).click();
    await moveClock(page, 'One day on', 4);
    await moveClock(page, 'One hour on', 5);
    const digest = page.getByRole('main').getByRole('article').filter({ hasText: 'Client wins: Onboarding' });
    expect(await digest.count()).toBe(0);
    await moveClock(page, 'One hour on');
    const told = await seen(digest);
    expect(told).toContain('1 win for 1 client');
    expect(told).toContain(`${client}: Their first crew plans its week with us.`);
    expect(told).toContain(`What customers said\n${quote}\n— ${client}`);
    expect(told).not.toContain(didWhat);
    await look(page, '10-digest');
    await moveClock(page, 'One minute on');
    await digest.getByRole('button', { name: /^1 reply/ }).click();
    expect(await seen(page.getByRole('complementary', { name: 'Thread' }))).toContain('Moved their old plans over.');
    await look(page, '11-thread');
    expect(slack.failures).toEqual([]);
    expect(errors).toEqual([]);
  });
});
