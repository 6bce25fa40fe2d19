import { expect, it } from 'vitest';
import { clientOf, startLittleSlack } from '../start-little-slack.ts';
import { findBarriers } from './find-barriers.ts';
import { describePage, focused, look, openPage } from './open-page.ts';

/** 1000 by 1200, of one colour. */
const chart = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAA+gAAASwAQAAAABAol1dAAAAqUlEQVR42u3BMQEAAADCoPVP7WkJoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA4AZOvgABe8neGQAAAABJRU5ErkJggg==',
  'base64',
);

async function openChart(inThread: boolean) {
  const { simulator } = await startLittleSlack();
  const client = clientOf(simulator);
  const channel = simulator.addChannel({ name: 'wall', members: ['ana'], botIsMember: true });
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'The year so far' });
  const file = { channel_id: channel, filename: 'chart.png', file: chart, title: 'Hours to a reply' };
  await client.filesUploadV2(inThread ? { ...file, thread_ts: ts } : file);
  const page = await openPage(simulator, { as: 'ana', at: channel });
  if (inThread) await page.getByRole('button', { name: '1 reply' }).click();
  const image = page.getByRole('article').getByRole('img', { name: 'Hours to a reply' });
  await image.waitFor();
  await expect.poll(() => page.evaluate(`document.querySelector('.picture').naturalWidth`)).toBe(1000);
  const dialog = page.getByRole('dialog', { name: 'Hours to a reply' });
  const large = dialog.getByRole('img');
  return { page, image, opener: page.getByRole('button', { name: 'Open large: Hours to a reply' }), dialog, large };
}

describePage('a picture in a message', () => {
  it('is wide enough to be read, keeps its shape, and stays in its column', async () => {
    const { page, image } = await openChart(false);
    const wide = await image.boundingBox();
    expect(wide?.width).toBeGreaterThanOrEqual(500);
    expect((wide?.height ?? 0) / (wide?.width ?? 1)).toBeCloseTo(1.2);
    await page.setViewportSize({ width: 390, height: 720 });
    const narrow = await image.boundingBox();
    expect((narrow?.x ?? 0) + (narrow?.width ?? 0)).toBeLessThanOrEqual(390);
    expect(narrow?.width).toBeGreaterThan(250);
  });

  it('opens large by a click and closes by its button', async () => {
    const { page, image, opener, dialog, large } = await openChart(false);
    await look(page, 'picture');
    await opener.click();
    await dialog.waitFor();
    expect((await large.boundingBox())?.width).toBeGreaterThan(((await image.first().boundingBox())?.width ?? 0) * 1.5);
    expect(await findBarriers(page)).toEqual([]);
    await look(page, 'picture-large');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('opens and closes by keyboard, in a thread that stays open, and gives the focus back', async () => {
    const { page, opener, dialog } = await openChart(true);
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await focused(page)).toBe('Close');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Open large: Hours to a reply');
    expect(await page.getByRole('complementary', { name: 'Thread' }).isVisible()).toBe(true);
  });
});
