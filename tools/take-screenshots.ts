import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { startDemoWorld } from '../src/demo/demo-world.ts';
import { createNarrator } from '../src/demo/narrator.ts';
import { playQuarter } from '../src/demo/play-quarter.ts';
import { findBrowser } from './find-browser.ts';
import { prepareFont } from './prepare-font.ts';

// The pictures of the README: the demo is played, and then looked at on the Thursday after.

const folder = join(import.meta.dirname, '../docs/screenshots');
/** Ten in Berlin, where Ana lives. */
const MOMENT = new Date('2026-04-09T08:00:00Z');
const desktop: BrowserContextOptions = { viewport: { width: 1120, height: 780 }, deviceScaleFactor: 1.5 };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, hasTouch: true };

interface Picture {
  name: string;
  as: string;
  context?: BrowserContextOptions;
  /** With the card for newcomers. */
  hasCard?: true;
  /** Leads to what is to be seen, and waits for it. */
  prepare(page: Page): Promise<void>;
}

const pictures: Picture[] = [
  {
    name: 'prompt',
    as: 'ana',
    hasCard: true,
    prepare: (page) => page.getByRole('button', { name: /^Answer/ }).waitFor(),
  },
  {
    name: 'progress',
    as: 'maya',
    async prepare(page) {
      await page.getByRole('button', { name: /^support/ }).click();
      await page.getByRole('textbox', { name: 'Message #support' }).fill('/progress');
      await page.keyboard.press('Enter');
      await page.getByText('Only visible to you').waitFor();
    },
  },
  {
    name: 'client-wins',
    as: 'katrin',
    async prepare(page) {
      await page.getByRole('button', { name: /^onboarding/ }).click();
      await page
        .getByRole('main')
        .getByRole('img', { name: /^Client wins a week/ })
        .last()
        .waitFor();
    },
  },
  {
    name: 'evidence',
    as: 'ana',
    async prepare(page) {
      const title = page.getByText('Evidence: First-quarter review');
      await title.waitFor();
      await page
        .getByRole('article')
        .filter({ has: title })
        .evaluate((message) => message.scrollIntoView());
    },
  },
  {
    name: 'feedback',
    as: 'grace',
    context: { ...phone, colorScheme: 'dark' },
    async prepare(page) {
      await page
        .getByRole('article')
        .filter({ hasText: 'asks you for feedback' })
        .getByRole('button', { name: /^Answer/ })
        .click();
      const form = page.getByRole('dialog', { name: 'Give feedback' });
      await form.getByLabel('What did they do').fill('You always let the client finish.');
      await form.getByLabel('What did it cause').fill('They told us what they had not written.');
      await form.getByLabel('Where could they use it next').fill('In the next kick-off');
      await form.getByRole('button', { name: 'Save', exact: true }).click();
      await form.getByText('is an absolute').scrollIntoViewIfNeeded();
    },
  },
];

async function openWindow(browser: Browser, context: BrowserContextOptions): Promise<Page> {
  const opened = await browser.newContext({ locale: 'en-GB', ...context });
  return opened.newPage();
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  // Out of the way: what the pointer is over looks different.
  await page.mouse.move(1, 1);
  await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  await page.context().close();
  console.log(`docs/screenshots/${name}.png`);
}

async function takeOfSlack(browser: Browser, pageUrl: string, picture: Picture): Promise<void> {
  const { name, as, context = desktop, hasCard, prepare } = picture;
  const page = await openWindow(browser, context);
  if (!hasCard) await page.addInitScript("localStorage.setItem('try-this-dismissed', 'yes')");
  await page.goto(`${pageUrl}?${new URLSearchParams({ as, at: 'messages' })}`);
  await prepare(page);
  await page.locator('.place[aria-current] .unread').waitFor({ state: 'detached' });
  await take(page, name);
}

/** As the client sees it, who has not sent it yet. */
async function takeOfForm(browser: Browser, url: string): Promise<void> {
  const page = await openWindow(browser, phone);
  await page.goto(url);
  await page.getByRole('radio', { name: '9', exact: true }).check();
  await page.getByRole('textbox').fill('Our line leads write their own checklists now.');
  await page.evaluate('scrollTo(0, 0)');
  await take(page, 'client-form');
}

const world = await startDemoWorld({ realClock: { now: () => new Date() } });
try {
  const stage = await playQuarter(
    world,
    createNarrator({ say: () => {}, colour: false }),
    new AbortController().signal,
  );
  if (!stage) throw new Error('The story was broken off.');
  world.page.handOver(stage);
  await world.page.close();
  await world.ringAt(MOMENT);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    ...(await findBrowser()),
    args: ['--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: prepareFont() },
  });
  for (const picture of pictures) await takeOfSlack(browser, world.slack.pageUrl, picture);
  if (stage.formUrl) await takeOfForm(browser, stage.formUrl);
  await browser.close();
} finally {
  await world.end();
}
