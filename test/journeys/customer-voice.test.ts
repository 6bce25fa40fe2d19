import { expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const thursday = '2026-03-26T09:00:00Z';

/** Makes a form for a client by what a member presses, and reads its link. */
async function makeLink(person: Person, filled: Parameters<Person['fill']>[0]): Promise<string> {
  const message = await latest(person, '/throughline form');
  await person.press('Form for a client', { message });
  await person.waitForModal('Form for a client');
  await person.fill(filled);
  await person.submit();
  const url = linkIn((await person.waitForModal('Form for a client')).lines);
  await person.close({ all: true });
  return url;
}

function linkIn(lines: string[]): string {
  const url = /https?:\/\/[^\s>|]+\/form\/[\w-]+/.exec(lines.join('\n'))?.[0];
  if (url === undefined) throw new Error(`There is no link in ${lines.join('\n')}`);
  return url;
}

async function open(url: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(url);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function send(url: string, fields: Record<string, string>): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, text: await response.text() };
}

/** The ts of the answer to a command, which comes after it was acknowledged. */
async function latest(person: Person, command: string): Promise<string> {
  const before = person.reads().length;
  await person.command(command);
  await expect.poll(() => person.reads().length).toBeGreaterThan(before);
  return person.reads().at(-1)?.ts ?? '';
}

async function voices(person: Person): Promise<string> {
  const ts = await latest(person, '/throughline voice');
  return person.reads().find((message) => message.ts === ts)?.text ?? '';
}

async function company(): Promise<LittleCompany> {
  return littleCompany(thursday);
}

it('a client answers by a link, once, and is read by those who may', async () => {
  const { slack } = await company();
  const ana = slack.as('ana');
  const url = await makeLink(ana, { Client: 'Northwind', 'Whom it concerns': ['bo'] });
  const page = await open(url);
  expect(page.status).toBe(200);
  expect(page.text).toContain('How likely are you to recommend');
  expect(page.text).not.toContain('Northwind');
  const sent = await send(url, { score: '9', words: 'They answered <b>within</b> the hour & more.', quote: 'yes' });
  expect(sent).toMatchObject({ status: 200, text: expect.stringContaining('You agreed that your words are quoted.') });
  const again = await send(url, { score: '0', words: 'No.' });
  expect(again).toMatchObject({ status: 410, text: expect.stringContaining('has been answered') });
  expect((await open(url)).status).toBe(410);
  expect(await voices(slack.as('zoe'))).toContain('They answered <b>within</b> the hour & more.');
  expect(await voices(ana)).toContain('1 answer only: too few for a figure, which takes 5');
});

it('without permission the words are read only by those whom they concern and above', async () => {
  const { slack, db } = await company();
  const url = await makeLink(slack.as('maya'), { Client: 'Northwind', 'Whom it concerns': ['bo'] });
  await send(url, { score: '3', words: 'We waited four days.' });
  for (const name of ['bo', 'maya']) expect(await voices(slack.as(name))).toContain('We waited four days.');
  for (const name of ['ana', 'zoe']) {
    const seen = await voices(slack.as(name));
    expect(seen).not.toContain('We waited four days.');
    expect(seen).toContain('1 more is read only by those whom it concerns');
    expect(seen).toContain('what concerns nobody in particular, by everybody who manages people');
  }
  const looks = await db.evidenceLook.findMany({ where: { surface: '/throughline voice' } });
  expect(looks).toMatchObject([{ actorId: slack.as('maya').id, subjectId: slack.as('bo').id }]);
});

it('of answers sent at the same moment one is kept', async () => {
  const { slack, db } = await company();
  const url = await makeLink(slack.as('ana'), { Client: 'Northwind' });
  const sent = await Promise.all(
    Array.from({ length: 12 }, (_, at) => send(url, { score: '7', words: `Answer ${at}` })),
  );
  expect(sent.map(({ status }) => status).toSorted()).toEqual([200, ...Array(11).fill(410)]);
  const thanked = sent.findIndex(({ status }) => status === 200);
  expect(await db.customerVoice.findMany()).toMatchObject([{ words: `Answer ${thanked}` }]);
});

it('a link that is revoked, over, forged or guessed gets nothing, and is told nothing', async () => {
  const { slack, db, clock } = await company();
  const ana = slack.as('ana');
  const answer = { score: '9', words: 'Let me in.' };
  const revoked = await makeLink(ana, { Client: 'Northwind' });
  await ana.command('/throughline form');
  await ana.press('Revoke');
  await ana.waitForMessage('nobody can answer that form any more');
  const over = await makeLink(ana, { Client: 'Contoso', 'How long it can be answered': '7 days' });
  const guess = `${over.slice(0, over.lastIndexOf('/'))}/${'A'.repeat(43)}`;
  const forged = over.slice(0, -4) + (over.at(-4) === 'x' ? 'y' : 'x') + over.slice(-3);
  clock.moveTo('2026-04-02T09:00:00Z');
  for (const [url, status, words] of [
    [revoked, 410, 'ask whoever sent you the link for a new one'],
    [over, 410, 'ask whoever sent you the link for a new one'],
    [guess, 404, 'ask whoever sent it to you for a new one'],
    [forged, 404, 'ask whoever sent it to you for a new one'],
  ] as const) {
    for (const found of [await open(url), await send(url, answer), await send(url, {})]) {
      expect(found).toMatchObject({ status, text: expect.stringContaining(words) });
      expect(found.text).not.toMatch(/Northwind|Contoso|recommend/);
    }
  }
  expect(await db.customerVoice.count()).toBe(0);
});

it('the page is strict about where it may be used, and tells its address to nobody', async () => {
  const { slack } = await company();
  const url = await makeLink(slack.as('ana'), { Client: 'Northwind' });
  for (const { headers } of [await open(url), await open(`${url}x`)]) {
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

it('what cannot be kept is told on the page with what was typed, and the link stays good', async () => {
  const { slack, db } = await company();
  const url = await makeLink(slack.as('ana'), { Client: 'Northwind', Question: 'CSAT, 1 to 5' });
  for (const score of ['', '6', '0', '4.5', 'x']) {
    const refused = await send(url, { score, words: '"><script>alert(1)</script>', quote: 'yes' });
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('Choose one of the numbers.') });
    expect(refused.text).toContain('&quot;&gt;&lt;script&gt;');
    expect(refused.text).not.toContain('<script>');
  }
  expect(await send(url, { score: '5', words: 'x'.repeat(2001) })).toMatchObject({ status: 422 });
  expect(await send(url, { score: '5', words: 'x'.repeat(40_000) })).toMatchObject({ status: 413 });
  expect(await db.customerVoice.count()).toBe(0);
  expect(await send(url, { score: '5', words: '\u0000Fine.\r\nThanks.' })).toMatchObject({ status: 200 });
  expect(await db.customerVoice.findMany()).toMatchObject([{ words: 'Fine.\nThanks.', mayQuote: false }]);
});

it('who opens one form again and again is asked to wait', async () => {
  const { slack } = await company();
  const url = await makeLink(slack.as('ana'), { Client: 'Northwind' });
  const seen = [];
  for (let time = 0; time < 32; time += 1) seen.push((await fetch(url)).status);
  expect(seen.slice(0, 30)).toEqual(Array(30).fill(200));
  expect(seen.slice(30)).toEqual([429, 429]);
});

it('a link is shown again to its maker alone', async () => {
  const { slack } = await company();
  const ana = slack.as('ana');
  const url = await makeLink(ana, { Client: 'Northwind' });
  await ana.command('/throughline form');
  await ana.press('Show the link');
  expect(linkIn((await ana.waitForModal('Form for a client')).lines)).toBe(url);
  await slack.as('bo').command('/throughline form');
  await slack.as('bo').waitForMessage('You have made no form yet');
});

it('a voice is recorded by hand, corrected and taken back, and nothing is lost', async () => {
  const { slack, db } = await company();
  const ana = slack.as('ana');
  await ana.command('/throughline voice');
  await ana.press('Record a voice');
  await ana.waitForModal('Customer voice');
  await ana.fill({
    Client: 'Northwind',
    'Where they said it': 'call',
    'What they said': '<!channel> =1+1 *bold*',
    'Scale of the score': 'CSAT, 1 to 5',
    Score: '6',
    'Whom it concerns': ['bo'],
    'Which metric it concerns': 'Time to first reply',
  });
  expect(JSON.stringify(await ana.submit())).toContain('Write a whole number from 1 to 5.');
  await ana.fill({ Score: '4' });
  await ana.submit();
  await ana.waitForNoModal();
  let message = await latest(ana, '/throughline voice');
  const { text } = await ana.waitForMessage('4 of 5 (CSAT)');
  expect(text).toContain('<!channel> =1+1 *bold*');
  await ana.choose('...', 'Correct', { message });
  await ana.waitForModal('Correct a voice');
  await ana.fill({ Score: '5', 'Why you change it': 'They said five.' });
  await ana.submit();
  await ana.waitForNoModal();
  message = await latest(ana, '/throughline voice');
  await ana.waitForMessage('5 of 5 (CSAT)');
  await ana.choose('...', 'Take back', { message });
  await ana.waitForModal('Take back a voice');
  await ana.fill({ Why: 'It was said of somebody else.' });
  await ana.submit();
  await ana.waitForNoModal();
  expect(await voices(ana)).toContain('No customer has been heard');
  const kept = await db.customerVoice.findMany({ orderBy: { version: 'asc' } });
  expect(kept).toMatchObject([
    { version: 1, words: '<!channel> =1+1 *bold*' },
    { version: 2, reason: 'It was said of somebody else.', withdrawnBy: ana.id },
  ]);
});

it('what a client wrote is nobody’s to correct, and its subject cannot take it back', async () => {
  const { slack } = await company();
  const bo = slack.as('bo');
  const url = await makeLink(bo, { Client: 'Northwind', 'Whom it concerns': ['bo'] });
  await send(url, { score: '1', words: 'We waited four days.' });
  await bo.command('/throughline voice');
  await bo.waitForMessage('We waited four days.');
  expect(bo.reads().at(-1)?.text).not.toContain('[...]');
  const maya = slack.as('maya');
  await maya.command('/throughline voice');
  await maya.waitForMessage('We waited four days.');
  await expect(maya.choose('...', 'Correct')).rejects.toThrow();
  await maya.choose('...', 'Take back');
  await maya.waitForModal('Take back a voice');
});

it('what a customer said is in the progress and the review of whom it concerns, for both sides alike', async () => {
  const { slack, at } = await company();
  const url = await makeLink(slack.as('maya'), { Client: 'Northwind', 'Whom it concerns': ['bo'] });
  await send(url, { score: '3', words: 'We waited <!channel> four days.' });
  for (const [reader, typed] of [
    ['maya', '/progress @bo'],
    ['bo', '/progress'],
  ] as const) {
    const seen = JSON.stringify(await slack.as(reader).command(typed));
    expect(seen).toContain('NPS: 1 answer only: too few for a figure');
    expect(seen).toContain('We waited <!channel> four days.');
  }
  expect(JSON.stringify(await slack.as('maya').command('/progress @ana'))).not.toContain('four days');
  await at('2026-06-23T13:00:00Z');
  for (const reader of ['maya', 'bo']) {
    const digest = slack
      .as(reader)
      .reads()
      .find(({ text }) => text.includes('What customers said (1)'));
    expect(digest?.text).toContain('We waited <!channel> four days.');
    expect(digest?.text).toContain('V1 Northwind');
  }
  expect(
    slack
      .as('ana')
      .reads()
      .some(({ text }) => text.includes('four days')),
  ).toBe(false);
});
