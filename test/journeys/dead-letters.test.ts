import { expect, it } from 'vitest';
import { endLeases } from '../../src/platform/jobs/ledger/end-leases.ts';
import { run } from '../cli/run-command-line.ts';
import { environmentFor } from '../cli/slack-for-commands.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const friday = '2026-03-20T16:00:00Z';
const tenInBerlin = '2026-03-26T09:00:00Z';

/** The digest could not be posted: the app was taken out of the channel. */
async function withDeadDigest(): Promise<LittleCompany> {
  const company = await littleCompany(friday, { administrator: 'maya' });
  company.slack.removeBot('support');
  await company.at('2026-03-27T14:00:00Z');
  return company;
}

/** Ana's prompt was posted, Slack failed to say so, and does not let us look. */
async function withPromptInDoubt(): Promise<LittleCompany> {
  const company = await littleCompany(friday, { administrator: 'maya' });
  company.slack.faults.next('chat.postMessage', { kind: 'server-error', effect: 'done' });
  await company.at(tenInBerlin);
  for (let minute = 10; minute < 20; minute += 1) {
    company.slack.faults.next('conversations.history', { kind: 'error', error: 'missing_scope' });
    await endLeases(company.db);
    await company.at(`2026-03-26T09:${minute}:00Z`);
  }
  company.slack.faults.clear();
  return company;
}

it('an administrator reads in Slack what could not be sent, why and what to do, and resends it', async () => {
  const company = await withDeadDigest();
  const { slack, at } = company;
  const maya = slack.as('maya');
  await maya.command('/throughline deliveries');
  const { text } = await maya.waitForMessage('Not sent: 1.');
  expect(text).toContain('Slack: not_in_channel');
  expect(text).toContain('Invite the app to the channel');
  slack.inviteBot('support');
  await maya.press('Resend');
  await maya.waitForMessage('Resent: 1.');
  await at('2026-03-27T14:05:00Z');
  expect(maya.reads('support')).toHaveLength(1);
});

it('everybody else is told what they can do instead, whatever they press', async () => {
  const { slack } = await withDeadDigest();
  const ana = slack.as('ana');
  await ana.command('/throughline deliveries');
  const { text } = await ana.waitForMessage('Only administrators');
  expect(text).toContain('/checkin');
  expect(text).not.toContain('not_in_channel');
});

it('what may have arrived is resent only after one is asked', async () => {
  const { slack, db, at } = await withPromptInDoubt();
  const maya = slack.as('maya');
  await maya.command('/throughline deliveries');
  await maya.waitForMessage('may or may not have been sent');
  await maya.press('Resend all');
  await maya.waitForMessage('In doubt and left alone: 1');
  await maya.press('Resend', { decline: true });
  expect(await db.delivery.count({ where: { status: 'dead' } })).toBe(1);
  await maya.press('Resend');
  await maya.waitForMessage('Resent: 1.');
  await at('2026-03-26T09:30:00Z');
  expect(slack.as('ana').reads()).toHaveLength(2);
});

it('many dead letters are told in pages, and resent at once', async () => {
  const company = await withDeadDigest();
  const { slack, db } = company;
  const [dead] = await db.delivery.findMany({ where: { status: 'dead' } });
  if (!dead) throw new Error('nothing is dead');
  const { id: _, ...like } = dead;
  await db.delivery.createMany({
    data: Array.from({ length: 19 }, (_no, at) => ({ ...like, occurrence: `old ${at}` })),
  });
  const maya = slack.as('maya');
  await maya.command('/throughline deliveries');
  await maya.waitForMessage('Page 1 of 3');
  await maya.press('Next');
  await maya.waitForMessage('Page 2 of 3');
  await maya.press('Resend all');
  await maya.waitForMessage('Resent: 20.');
  expect(await db.delivery.count({ where: { status: 'dead' } })).toBe(0);
});

it('the command line lists them, and resends what is in doubt only with --yes', async () => {
  const { slack, url, db } = await withPromptInDoubt();
  const env = environmentFor(slack, url);
  const listed = await run(['deliveries', '--dead', '--json'], env);
  expect(listed.code).toBe(1);
  const [letter] = JSON.parse(listed.said).dead;
  expect(letter).toMatchObject({ kind: 'check-in-prompt', inDoubt: true, recipient: slack.as('ana').id });
  const refused = await run(['deliveries', '--resend', letter.id], env);
  expect(refused).toMatchObject({ code: 1, complained: expect.stringContaining('With --yes') });
  expect(await db.delivery.count({ where: { status: 'dead' } })).toBe(1);
  const resent = await run(['deliveries', '--resend', letter.id, '--yes'], env);
  expect(resent).toMatchObject({ code: 0, said: expect.stringContaining('Resent: 1.') });
});

it('the command line watches a send-out to its end', async () => {
  const { slack, url, db, clock, service, at } = await littleCompany(friday);
  slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
  await at(tenInBerlin);
  await db.delivery.updateMany({ data: { dueAt: new Date('2026-03-02T08:00:00Z') } });
  const watched = await run(['deliveries', '--watch'], environmentFor(slack, url), async () => {
    clock.moveTo('2026-03-26T09:01:00Z');
    await service.ring();
  });
  expect(watched.said).toContain('0 of 1 sent, 1 waiting');
  expect(watched.said).toContain('Nothing waits to be sent.');
  expect(watched.code).toBe(0);
});
