import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { clientOf, startLittleSlack } from '../start-little-slack.ts';
import { describePage, openPage } from './open-page.ts';

/** 400 by 300, of one colour. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAEsAQAAAADFzNhvAAAAR0lEQVR42u3LoQEAAAwCIP9/Wi9YWIdO+hZFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFUW4DsSNgz1w6JtQAAAAASUVORK5CYII=',
  'base64',
);

/** A channel of twenty messages with a picture above the last five, and another longer than the screen. */
async function startWall() {
  const { simulator } = await startLittleSlack();
  const client = clientOf(simulator);
  const channel = simulator.addChannel({ name: 'wall', members: ['ana'], botIsMember: true });
  const post = (text: string) => client.chat.postMessage({ channel, text });
  for (let count = 1; count <= 15; count += 1) await post(`early ${count}`);
  await client.filesUploadV2({ channel_id: channel, filename: 'chart.png', file: picture, title: 'A chart' });
  for (let count = 1; count <= 5; count += 1) await post(`late ${count}`);
  const log = simulator.addChannel({ name: 'log', members: ['ana'], botIsMember: true });
  await client.chat.postMessage({
    channel: log,
    text: Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n'),
  });
  await client.chat.postMessage({ channel: log, text: 'the last' });
  return { simulator, post };
}

/** Pictures wait from here on until they are let go. */
async function holdPictures(page: Page): Promise<() => void> {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/page/pictures/*', async (route) => {
    await free;
    await route.continue();
  });
  return letGo;
}

const box = `document.querySelector('[aria-label="Messages"]')`;
const nextFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

function belowTheFold(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const box = ${box};
    return box.scrollHeight - box.scrollTop - box.clientHeight;
  })()`);
}

async function drawn(page: Page): Promise<void> {
  await page.getByRole('img', { name: 'A chart' }).waitFor();
  await expect.poll(() => page.evaluate(`${box}.querySelector('img').height`)).toBeGreaterThan(200);
  await page.evaluate(nextFrames);
}

async function openWall(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'wall' }).click();
  await page.getByText('late 5').waitFor();
}

describePage('a conversation', () => {
  it('stays at its newest message when a picture comes late', async () => {
    const { simulator, post } = await startWall();
    const page = await openPage(simulator, { as: 'ana' });
    const letGo = await holdPictures(page);
    await openWall(page);
    letGo();
    await drawn(page);
    expect(await belowTheFold(page)).toBeLessThan(2);
    await post('the newest');
    await page.getByText('the newest', { exact: true }).waitFor();
    await expect.poll(() => belowTheFold(page)).toBeLessThan(2);
  });

  it('stays there when the picture comes before the browser tells of the scrolling', async () => {
    const { simulator } = await startWall();
    const page = await openPage(simulator, { as: 'ana' });
    await openWall(page);
    await drawn(page);
    // What is told of the scrolling comes after the list has grown again, and before anybody could follow.
    await page.evaluate(`(async () => {
      const box = ${box};
      const grow = (size) => { box.querySelector('.day').style.paddingTop = size; };
      grow('100px');
      await ${nextFrames};
      grow('400px');
      box.dispatchEvent(new Event('scroll'));
      await ${nextFrames};
    })()`);
    expect(await belowTheFold(page)).toBeLessThan(2);
  });

  it('stays where one reads when that is further up, and another conversation opens at its end all the same', async () => {
    const { simulator, post } = await startWall();
    const page = await openPage(simulator, { as: 'ana' });
    await openWall(page);
    await drawn(page);
    await page.evaluate(`${box}.scrollTop = 10`);
    await page.evaluate(nextFrames);
    await post('the newest');
    await page.getByText('the newest', { exact: true }).waitFor();
    expect(await page.evaluate(`${box}.scrollTop`)).toBe(10);
    await page.getByRole('button', { name: 'log' }).click();
    await page.getByText('the last', { exact: true }).waitFor();
    await expect.poll(() => page.evaluate(`${box}.scrollHeight > ${box}.clientHeight + 100`)).toBe(true);
    expect(await belowTheFold(page)).toBeLessThan(2);
  });

  it('goes to its end with what one says oneself, wherever one was reading', async () => {
    const { simulator } = await startWall();
    const page = await openPage(simulator, { as: 'ana' });
    await openWall(page);
    await drawn(page);
    await page.evaluate(`${box}.scrollTop = 10`);
    await page.evaluate(nextFrames);
    await page.getByRole('textbox', { name: 'Message #wall' }).fill('my own');
    await page.keyboard.press('Enter');
    await page.getByText('my own', { exact: true }).waitFor();
    await expect.poll(() => belowTheFold(page)).toBeLessThan(2);
  });
});
