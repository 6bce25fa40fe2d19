import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser, type InstalledBrowser } from '../../tools/find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is none; tests of pages are then skipped. */
    browser: InstalledBrowser | null;
  }
}

/** Finds out once whether pages can be tested here. Not the package's own arguments: one of them breaks a second page. */
export default async function setup(project: TestProject): Promise<void> {
  try {
    const browser = await findBrowser();
    await (await chromium.launch({ ...browser, args: ['--no-sandbox'] })).close();
    project.provide('browser', browser);
  } catch (error) {
    console.warn(`No browser starts here, so tests of pages are skipped: ${String(error).split('\n')[0]}`);
    project.provide('browser', null);
  }
}
