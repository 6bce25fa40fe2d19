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
const desktop: BrowserContextOptions = { viewport: { width: 1120, height: 700 }, deviceScaleFactor: 1.5 };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 720 },
  deviceScaleFactor: 1.5,
  colorScheme: 'dark',
  hasTouch: true,
};

interface Picture {
  name: string;
  as: string;
  at?: string;
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
    name: 'form-with-an-error',
    as: 'bo',
    async prepare(page) {
      await page.getByRole('button', { name: /^Answer/ }).click();
      await page.getByLabel('Time to first reply (hours) (optional)').fill('about four');
      await page.getByLabel('Reopened tickets (%) (optional)').fill('6.1');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.field-error').waitFor();
    },
  },
  {
    name: 'client-wins',
    as: 'maya',
    async prepare(page) {
      await page.getByRole('button', { name: /^support/ }).click();
      await page.getByRole('button', { name: 'View thread' }).last().click();
      await page.getByRole('complementary', { name: 'Thread' }).getByRole('article').nth(1).waitFor();
    },
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
    name: 'home',
    as: 'ana',
    at: 'home',
    prepare: (page) => page.getByText('Next review').waitFor(),
  },
  {
    name: 'phone',
    as: 'luca',
    context: phone,
    async prepare(page) {
      await page.getByRole('button', { name: /^Answer/ }).click();
      await page.getByRole('dialog').getByLabel('Time to first value (days) (optional)').fill('9');
    },
  },
];

async function take(browser: Browser, pageUrl: string, picture: Picture): Promise<void> {
  const { name, as, at = 'messages', context = desktop, hasCard, prepare } = picture;
  const opened = await browser.newContext({ locale: 'en-GB', ...context });
  if (!hasCard) await opened.addInitScript("localStorage.setItem('try-this-dismissed', 'yes')");
  const page = await opened.newPage();
  await page.goto(`${pageUrl}?${new URLSearchParams({ as, at })}`);
  await prepare(page);
  await page.evaluate('document.fonts.ready');
  // Out of the way: what the pointer is over looks different.
  await page.mouse.move(1, 1);
  await page.locator('.place[aria-current] .unread').waitFor({ state: 'detached' });
  await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  await opened.close();
  console.log(`docs/screenshots/${name}.png`);
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
  for (const picture of pictures) await take(browser, world.slack.pageUrl, picture);
  await browser.close();
} finally {
  await world.end();
}
