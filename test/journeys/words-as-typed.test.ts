import { expect, it } from 'vitest';
import { createSource } from '../../src/features/governance/create-source.ts';
import { littleCompany } from './little-company.ts';

// What Slack would take for markup, a mention, a link or an emoji if it stood in mrkdwn.
const words = [
  'A *star*, an _underscore_, a `tick`, a ~wave~ and :tada: came with',
  '> <!channel> &lt;@here&gt; <https://evil.example|Click> ```and more',
].join('\n');
const client = '*Acme* <!here>';
const segment = '_gold_ `tier`';
const start = '2026-04-21T09:00:00Z';

it('what customers wrote is read letter by letter wherever it is shown', async () => {
  const { slack, service, db, at } = await littleCompany(start);
  const { workspaceId, port } = service;
  const named = { workspaceId, key: 'crm', name: 'CRM', maySend: ['customer_voice' as const], sendsFilesOnly: false };
  const created = await createSource(db, { ...named, now: new Date(start) });
  const token = created.outcome === 'created' ? created.token : undefined;
  const row = { key: '1', client, segment, scale: 'nps', score: 9, words, may_quote: true };
  const body = JSON.stringify({ rows: [{ ...row, on: '2026-04-21', members: ['ana@example.com'] }] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = await fetch(`http://127.0.0.1:${port}/api/voice`, { method: 'POST', headers, body });
  expect(sent.status).toBe(200);

  const [maya, ana] = [slack.as('maya'), slack.as('ana')];
  const reads = async (who: typeof maya, command: string) => {
    const before = who.reads().length;
    await who.command(command);
    await expect.poll(() => who.reads().length).toBeGreaterThan(before);
    return who.reads().at(-1)?.text ?? '';
  };
  const voices = await reads(maya, '/throughline voice');
  for (const typed of [words, client, segment]) expect(voices).toContain(typed);

  const progress = await reads(maya, '/progress @ana');
  for (const typed of [words, client]) expect(progress).toContain(typed);

  await at('2026-04-24T14:00:00Z');
  await at('2026-04-24T14:01:00Z');
  const [digest] = maya.reads('support');
  expect(digest?.text).toContain(`${words}\n— ${client}`);

  await ana.openHome();
  await ana.press('Everything on record', { in: 'home' });
  const record = (await ana.waitForModal('Everything on record')).lines.join('\n');
  for (const typed of [words, client]) expect(record).toContain(typed);
  await ana.close();

  await at('2026-06-23T14:00:00Z');
  await at('2026-06-23T14:01:00Z');
  for (const [who, whose] of [
    [maya, 'the review of @ana'],
    [ana, 'your review'],
  ] as const) {
    const review = who.reads().find(({ text }) => text.includes(`This is what is on record for ${whose}`));
    for (const typed of [words, client]) expect(review?.text).toContain(typed);
    const thread = review?.thread.map(({ text }) => text).join('\n');
    for (const typed of [words, client]) expect(thread).toContain(typed);
  }
});
