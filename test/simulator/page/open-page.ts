import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, describe, expect, inject, onTestFinished } from 'vitest';
import type { Simulator } from '../../../src/simulator/simulator.ts';

const patienceMs = 10_000;
const installed = inject('browser');
let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

/** Tests that need a browser, where there is one. */
export const describePage = describe.skipIf(installed === null);

export interface Looking {
  as: string;
  /** `home`, `messages`, or a channel's id. */
  at?: string;
  context?: BrowserContextOptions;
}

/** A window of its own. The test fails when anything in it fails, or when it asks anybody but the simulator for anything. */
export async function openPage(simulator: Simulator, { as, at = 'messages', context = {} }: Looking): Promise<Page> {
  const page = await openWindow(simulator.pageUrl, context);
  await page.goto(`${simulator.pageUrl}?${new URLSearchParams({ as, at })}`);
  await page.getByRole('main').waitFor();
  return page;
}

/** The same for an address of the service itself, which may ask for nothing but that. */
export async function openAddress(url: string, context: BrowserContextOptions = {}): Promise<Page> {
  const page = await openWindow(url, context);
  await page.goto(url);
  return page;
}

async function openWindow(home: string, context: BrowserContextOptions): Promise<Page> {
  browser ??= chromium.launch({ ...installed, args: ['--no-sandbox'] });
  const opened = await (await browser).newContext({ timezoneId: 'Pacific/Auckland', ...context });
  onTestFinished(() => opened.close());
  const page = await opened.newPage();
  page.setDefaultTimeout(patienceMs);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error.stack)));
  page.on('console', (message) => {
    // Refusals are answered with 4xx, which the browser reports as errors of loading.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) wrong.push(`asked for ${request.url()}`);
  });
  onTestFinished(() => expect(wrong).toEqual([]));
  return page;
}

export async function seen(locator: Locator): Promise<string> {
  await locator.first().waitFor();
  return (await locator.first().innerText()).trim();
}

/** What has the focus, by its label or words. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(
    `(() => {
      const { activeElement: it } = document;
      return it.labels?.[0]?.innerText ?? it.ariaLabel ?? it.innerText ?? it.tagName;
    })()`,
  );
}

export async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

/** Kept only for whoever wants to look: SCREENSHOTS names a folder. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
