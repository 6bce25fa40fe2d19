import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds to be in the way of people who see, hear or move otherwise; one line for each. `exceptFor` names rules that do not fit. */
export async function findBarriers(page: Page, exceptFor: string[] = []): Promise<string[]> {
  // Given to the browser itself: the page's own policy lets no script in.
  await page.evaluate(axe);
  const { violations }: { violations: Finding[] } = await page.evaluate('axe.run()');
  const unexpected = violations.filter(({ id }) => !exceptFor.includes(id));
  return unexpected.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
