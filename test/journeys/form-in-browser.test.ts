import { expect, it } from 'vitest';
import { findBarriers } from '../simulator/page/find-barriers.ts';
import { describePage, focused, look, openAddress, openPage, seen } from '../simulator/page/open-page.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const thursday = '2026-03-26T09:00:00Z';
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } as const;

/** Makes a form in the browser, as a member does, and reads its link. */
async function makeLink({ slack }: LittleCompany, question = 'NPS, 0 to 10'): Promise<string> {
  const page = await openPage(slack, { as: 'ana' });
  await page.getByRole('button', { name: 'support' }).click();
  await page.getByRole('textbox', { name: 'Message #support' }).fill('/throughline form');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Form for a client' }).click();
  const form = page.getByRole('dialog', { name: 'Form for a client' });
  await form.getByLabel('Client').fill('Northwind');
  await form.getByRole('combobox', { name: 'Question' }).click();
  await form.getByRole('option', { name: question, exact: true }).click();
  await form.getByRole('button', { name: 'Make the link' }).click();
  const link = form.getByRole('link', { name: /\/form\// });
  const url = await link.getAttribute('href');
  if (!url) throw new Error('There is no link.');
  return url;
}

async function summaryOf({ slack }: LittleCompany, as: string): Promise<string> {
  const page = await openPage(slack, { as });
  await page.getByRole('button', { name: 'support' }).click();
  await page.getByRole('textbox', { name: 'Message #support' }).fill('/throughline voice');
  await page.keyboard.press('Enter');
  return seen(page.getByRole('article').filter({ hasText: 'Customer voice' }));
}

describePage('a client, in their browser', () => {
  it.each([
    ['with scripts', {}],
    ['without scripts, on a phone', { ...phone, javaScriptEnabled: false }],
  ])('answers, is thanked, and is read in Slack: %s', { timeout: 60_000 }, async (_how, context) => {
    const company = await littleCompany(thursday);
    const url = await makeLink(company);
    const page = await openAddress(url, context);
    await page.getByRole('radio', { name: '9', exact: true }).check();
    await page.getByRole('textbox').fill('They <b>listen</b> & answer.');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.goto(url);
    await page.getByRole('heading', { name: 'This form has been answered' }).waitFor();
    const summary = await summaryOf(company, 'bo');
    expect(summary).toContain('They <b>listen</b> & answer.');
    expect(summary).toContain('9 of 10 (NPS)');
    expect(summary).toContain('may be quoted');
  });

  it('sends by keyboard alone, and is led to what is missing', { timeout: 60_000 }, async () => {
    const company = await littleCompany(thursday);
    const page = await openAddress(await makeLink(company, 'CSAT, 1 to 5'));
    const tabTo = async (label: string) => {
      for (let presses = 0; presses < 20; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await focused(page)).startsWith(label)) return;
      }
      throw new Error(`The keyboard does not get to "${label}"`);
    };
    await tabTo('What is the reason');
    await page.keyboard.type('A word.');
    await tabTo('Send');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Choose one of the numbers.').waitFor();
    expect(await focused(page)).toContain('Nothing was sent yet');
    expect(await page.title()).toMatch(/^Please check/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('1');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: '2' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox').inputValue()).toBe('A word.');
    await tabTo('Send');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await company.db.customerVoice.findMany()).toMatchObject([{ words: 'A word.' }]);
  });

  it.each([
    ['on a phone', phone],
    ['in the dark', { colorScheme: 'dark' } as const],
  ])('finds nothing in the way: %s', { timeout: 60_000 }, async (how, context) => {
    const company = await littleCompany(thursday);
    const url = await makeLink(company);
    const page = await openAddress(url, context);
    const found: string[] = [];
    const check = async (where: string) => {
      await look(page, `${how}-${where}`);
      found.push(...(await findBarriers(page)).map((one) => `${where}: ${one}`));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        page.viewportSize()?.width ?? 0,
      );
    };
    await check('the form');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').waitFor();
    await check('an error');
    await page.getByRole('radio', { name: '10' }).check();
    await check('chosen');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await check('thanks');
    await page.goto(url);
    await check('answered');
    expect(found).toEqual([]);
  });
});
