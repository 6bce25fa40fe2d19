import { expect, it } from 'vitest';
import { ClockControl } from '../../../src/simulator/clock/clock-control.ts';
import { createVirtualClock } from '../../../src/simulator/clock/virtual-clock.ts';
import { clientOf, startLittleSlack } from '../start-little-slack.ts';
import { describePage, openPage, seen } from './open-page.ts';
import { channelId } from './start-letters.ts';

async function startWithClock(playing?: () => string | undefined) {
  let real = Date.parse('2030-01-01T00:00:00Z');
  const clock = createVirtualClock(new Date('2026-03-02T08:00:00Z'), { now: () => new Date(real) });
  const rung: string[] = [];
  const control = new ClockControl(clock, {
    onTick: async () => void rung.push(clock.now().toISOString()),
    nextMoment: async () => new Date('2026-03-05T09:30:00Z'),
  });
  const { simulator } = await startLittleSlack({
    clock,
    page: { clock: control, ...(playing && { playing }), tryThis: () => [{ text: 'Be Ben.', as: 'ben', go: 'home' }] },
  });
  const pass = (milliseconds: number) => {
    real += milliseconds;
  };
  return { simulator, clock, rung, pass };
}

describePage('the clock', () => {
  it('shows the time of whoever looks, and is moved for all', async () => {
    const { simulator, rung } = await startWithClock();
    const ana = await openPage(simulator, { as: 'ana' });
    const ben = await openPage(simulator, { as: 'ben' });
    const face = (page: typeof ana) => seen(page.getByRole('region', { name: 'Clock' }).locator('.clock-face'));
    expect(await face(ana)).toMatch(/05:00[\s\S]*Sao Paulo, 08:00 UTC/);
    expect(await face(ben)).toMatch(/13:45[\s\S]*Kathmandu, 08:00 UTC/);
    await ana.getByRole('button', { name: 'One hour on' }).click();
    await expect.poll(() => face(ben)).toContain('14:45');
    await ben.getByRole('button', { name: 'Next moment' }).click();
    await expect.poll(() => face(ana)).toContain('06:30');
    expect(rung).toEqual(['2026-03-02T09:00:00.000Z', '2026-03-05T09:30:00.000Z']);
  });

  it('belongs to a story while one plays', async () => {
    let story: string | undefined = 'A story plays.';
    const { simulator, clock } = await startWithClock(() => story);
    const page = await openPage(simulator, { as: 'ana', at: await channelId(simulator, 'general') });
    await page.getByText('A story plays.').waitFor();
    expect(await page.getByRole('button', { name: 'One hour on' }).count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
    story = undefined;
    clock.run(1);
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
  });

  it('comes with what to try first, until one has seen enough of it', async () => {
    const { simulator } = await startWithClock();
    const page = await openPage(simulator, { as: 'ana' });
    const card = page.getByRole('region', { name: 'Try this' });
    await card.getByRole('button', { name: 'Be Ben' }).click();
    await page.getByRole('button', { name: 'You are Ben Okri' }).waitFor();
    await card.getByRole('button', { name: 'Dismiss' }).click();
    await page.reload();
    const question = page.getByRole('button', { name: 'What can I try?' });
    await question.waitFor();
    expect(await card.count()).toBe(0);
    await question.click();
    await card.waitFor();
  });

  it('leaves a phone its conversation: one row of clock, a fifth of steps, the message field in sight', async () => {
    const { simulator } = await startWithClock();
    const page = await openPage(simulator, { as: 'ana', context: { viewport: { width: 390, height: 844 } } });
    await page.getByRole('region', { name: 'Try this' }).waitFor();
    const box = async (of: string) => (await page.locator(of).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 1e6 };
    const [face, hands] = [await box('.clock-face'), await box('.clock-hands')];
    expect(hands.x).toBeGreaterThan(face.x + face.width);
    expect(Math.abs(hands.y + hands.height / 2 - face.y - face.height / 2)).toBeLessThan(4);
    expect((await box('.top-bar')).height).toBeLessThan(90);
    expect((await box('.try-this')).height).toBeLessThanOrEqual(844 / 5);
    const field = await box('.composer');
    expect(field.y + field.height).toBeLessThanOrEqual(844);
  });
});

describePage('the traffic', () => {
  it('is told live, newest first, unfolds and can be filtered', async () => {
    const { simulator } = await startLittleSlack();
    const channel = await channelId(simulator, 'general');
    const page = await openPage(simulator, { as: 'ana', at: channel });
    await page.getByRole('button', { name: 'Traffic' }).click();
    const lines = page.getByRole('complementary', { name: 'Traffic' }).getByRole('listitem');
    await lines.first().waitFor();
    await clientOf(simulator).chat.postMessage({ channel, text: 'unheard of' });
    const posts = lines.filter({ hasText: 'chat.postMessage' });
    await expect.poll(() => posts.allInnerTexts()).toEqual([expect.stringMatching(/App → Slack[\s\S]*ok/)]);
    await clientOf(simulator)
      .chat.postMessage({ channel: 'C0', text: 'lost' })
      .catch(() => {});
    await expect.poll(() => lines.first().innerText()).toContain('channel_not_found');
    await page.getByLabel('Filter the traffic').fill('unheard');
    await expect.poll(() => posts.count()).toBe(1);
    await posts.getByRole('button').click();
    expect(await seen(posts.locator('.entry-bodies'))).toContain('"unheard of"');
  });
});
