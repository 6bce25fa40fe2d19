import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { clientOf, startLittleSlack } from '../start-little-slack.ts';
import { describePage, openPage, seen } from './open-page.ts';

const hostile = '<img src=x onerror="document.title=1"> &lt;b&gt; &amp;';

async function show(blocks: KnownBlock[], as = 'ana', text = 'words') {
  const { simulator } = await startLittleSlack();
  const channel = simulator.addChannel({ name: 'wall', members: ['ana', 'ben'], botIsMember: true });
  await clientOf(simulator).chat.postMessage({ channel, text, blocks });
  const page = await openPage(simulator, { as, at: channel });
  const message = page.getByRole('article').first();
  await message.waitFor();
  return { simulator, channel, page, message };
}

function mrkdwn(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

describePage('a message is drawn', () => {
  it('with its marks, links, emoji and code', async () => {
    const { message } = await show([
      mrkdwn(
        '*bold* _italic_ ~gone~ `code` <https://example.com|a link> :tada: :no_such_emoji:\n> quoted\n```\nas is\n```',
      ),
    ]);
    expect(await seen(message.locator('strong', { hasText: 'bold' }))).toBe('bold');
    expect(await seen(message.locator('em'))).toBe('italic');
    expect(await seen(message.locator('s'))).toBe('gone');
    expect(await seen(message.locator('code'))).toBe('code');
    expect(await message.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe('https://example.com');
    expect(await seen(message.locator('blockquote'))).toBe('quoted');
    expect(await seen(message.locator('pre'))).toBe('as is');
    expect(await seen(message)).toContain('🎉 :no_such_emoji:');
  });

  it('with people by their names, and dates in the zone of whoever reads', async () => {
    const { simulator } = await startLittleSlack();
    const ana = simulator.as('ana').id;
    const channel = simulator.addChannel({ name: 'wall', members: ['ana', 'ben'], botIsMember: true });
    const seconds = Date.parse('2026-03-02T20:30:00Z') / 1000;
    const date = `<!date^${seconds}^{date_num} at {time}|fallback>`;
    await clientOf(simulator).chat.postMessage({ channel, text: `<@${ana}> in <#${channel}> ${date}` });
    const inSaoPaulo = await openPage(simulator, { as: 'ana', at: channel });
    const inKathmandu = await openPage(simulator, { as: 'ben', at: channel });
    expect(await seen(inSaoPaulo.getByRole('article'))).toContain('@Ana Lima in #wall 2026-03-02 at 17:30');
    expect(await seen(inKathmandu.getByRole('article'))).toContain('2026-03-03 at 02:15');
  });

  it('under a title that names the others, the app among them', async () => {
    const { simulator } = await startLittleSlack();
    const users = [simulator.as('ana').id, simulator.as('ben').id].join();
    const client = clientOf(simulator);
    const { channel } = await client.conversations.open({ users });
    await client.chat.postMessage({ channel: channel?.id ?? '', text: 'To you both' });
    const page = await openPage(simulator, { as: 'ana', at: channel?.id ?? '' });
    const title = await seen(page.getByRole('main').getByRole('heading', { level: 2 }));
    expect(title.split(', ').sort()).toEqual(['Ben Okri', 'Pigeon']);
    const entry = await seen(page.getByRole('navigation').locator('.place[aria-current]'));
    expect(entry).toContain(title);
  });

  it('as words, whatever they say', async () => {
    const { page, message } = await show([
      mrkdwn(hostile),
      { type: 'header', text: { type: 'plain_text', text: hostile } },
      mrkdwn('<javascript:alert(1)|press me>'),
    ]);
    expect(await seen(message)).toContain('<img src=x onerror="document.title=1"> <b> &');
    expect(await message.locator('img, b').count()).toBe(0);
    expect(await message.getByRole('link').count()).toBe(0);
    expect(await page.title()).toContain('Harbour');
  });

  it('with headers, fields, context, tables, lists and pictures told by their words', async () => {
    const { message } = await show([
      { type: 'header', text: { type: 'plain_text', text: 'The week' } },
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '*Asked*\n5' },
          { type: 'mrkdwn', text: '*Told*\n4' },
        ],
      },
      { type: 'divider' },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'until _Friday_' }] },
      { type: 'image', image_url: 'https://example.com/chart.png', alt_text: 'Replies got faster' },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'first', style: { bold: true } }] },
            ],
          },
        ],
      },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'Who' },
            { type: 'raw_text', text: 'Wins' },
          ],
          [
            { type: 'raw_text', text: 'Ana' },
            { type: 'raw_text', text: '3' },
          ],
        ],
      },
    ]);
    expect(await seen(message.getByRole('heading', { name: 'The week' }))).toBe('The week');
    expect(await seen(message.locator('.section-fields'))).toMatch(/Asked\s+5[\s\S]*Told\s+4/);
    expect(await seen(message.locator('.context-block em'))).toBe('Friday');
    expect(await seen(message)).toContain('Replies got faster');
    expect(await message.locator('img').count()).toBe(0);
    expect(await seen(message.getByRole('listitem'))).toBe('first');
    expect(await seen(message.getByRole('cell', { name: '3' }))).toBe('3');
    expect(await message.getByRole('columnheader').allInnerTexts()).toEqual(['Who', 'Wins']);
  });

  it('anew when it changes, and with the threads it has', async () => {
    const { simulator, channel, page, message } = await show([mrkdwn('before')]);
    const [posted] = simulator.messages('wall');
    const ts = posted?.ts ?? '';
    const client = clientOf(simulator);
    await client.chat.update({ channel, ts, text: 'after', blocks: [mrkdwn('after')] });
    await message.getByText('(edited)').waitFor();
    expect(await seen(message)).toContain('after');
    await client.chat.postMessage({ channel, thread_ts: ts, text: 'a reply' });
    await page.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    expect(await seen(thread.getByRole('article').nth(1))).toContain('a reply');
  });

  it('with the pictures uploaded to it, and what people think of it', async () => {
    const { simulator, channel, page } = await show([mrkdwn('before')]);
    const client = clientOf(simulator);
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await client.filesUploadV2({ channel_id: channel, filename: 'dot.png', file: dot, title: 'A red dot' });
    const picture = page.getByRole('img', { name: 'A red dot' });
    await picture.waitFor();
    await expect.poll(() => page.evaluate(`document.querySelector('.picture').naturalWidth`)).toBe(1);
    await simulator.as('ben').reacts('tada', { in: 'wall' });
    await page.locator('.reaction', { hasText: '🎉 1' }).waitFor();
  });
});
