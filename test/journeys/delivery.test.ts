import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { checkInPrompt } from '../../src/features/check-ins/jobs.ts';
import { claim } from '../../src/platform/jobs/ledger/claim.ts';
import { endLeases } from '../../src/platform/jobs/ledger/end-leases.ts';
import { recordDestination } from '../../src/platform/jobs/ledger/settle.ts';
import { planDeliveries } from '../../src/platform/jobs/plan-deliveries.ts';
import { createMessenger } from '../../src/platform/slack/messenger.ts';
import type { Delivery } from '../../src/platform/storage/client/client.ts';
import { type LittleCompany, littleCompany, startCopy } from './little-company.ts';

// Where peers break in delivering, and which test of ours would notice:
//
// | peers | ours |
// | --- | --- |
// | a lock that ends with its process: two copies, twice the message | once by two copies; claim.test: nobody by two copies |
// | one rejected message ends all that come after | refused: the others go out; worker.test: beside one that hangs, fails |
// | a missed minute is a missed run | sent late when the service was down |
// | permanent errors tried again, error names that never come | refused; slack-errors.test, messenger.test |
// | retries in the client post twice | looked for, and not sent again; posts-once.test |
// | message ids in memory: a restart kills open prompts | kill.test; found in Slack after a copy died |
// | a time zone read from the server, or kept as an offset | comes once when the clock is set back; cadence tests, TEST_TZ |
// | posting to deactivated people succeeds in silence | not sent to somebody who left |
// | a rate limit ends the run, or stalls everybody | waits as long as Slack asks; claim.test: a method that Slack holds up |

const friday = '2026-03-20T16:00:00Z';
const tenInBerlin = '2026-03-26T09:00:00Z';
const prompt = 'How is it going?';

function promptsOf({ slack }: LittleCompany, name: string): string[] {
  return slack
    .as(name)
    .reads()
    .map(({ text }) => text)
    .filter((text) => text.includes(prompt));
}

async function statuses({ db }: LittleCompany) {
  const rows = await db.delivery.findMany({ orderBy: { dueAt: 'asc' }, select: { status: true, reason: true } });
  return rows.map(({ status, reason }) => (reason ? `${status}: ${reason}` : status));
}

/** Ends the service, and leaves behind what a killed one would: a delivery that is claimed and goes nowhere. */
async function claimAndDie({ db, service, clock }: LittleCompany): Promise<Delivery> {
  await service.stop();
  clock.moveTo(tenInBerlin);
  const { workspaceId } = service;
  const now = clock.now();
  await planDeliveries(db, { workspaceId, kind: checkInPrompt, now });
  const pace = { perSecond: 10 };
  const { due } = await claim(db, { workspaceId, kinds: [checkInPrompt.name], now, limit: 1, pace });
  const [delivery] = due;
  if (!delivery) throw new Error('nothing was due');
  return delivery;
}

describe('a prompt', () => {
  it('is sent once by two copies that ring at the same moment', async () => {
    const company = await littleCompany(friday);
    const second = await startCopy(company);
    company.clock.moveTo(tenInBerlin);
    await Promise.all([company.service.ring(), second.ring(), company.service.ring(), second.ring()]);
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('waits as long as Slack asks, without counting it as a failure', async () => {
    const company = await littleCompany(friday);
    company.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 40 });
    await company.at(tenInBerlin);
    expect(promptsOf(company, 'ana')).toHaveLength(0);
    expect(await company.db.delivery.findMany()).toMatchObject([{ status: 'pending', attempts: 0 }]);
    await company.at('2026-03-26T09:00:39Z');
    expect(promptsOf(company, 'ana')).toHaveLength(0);
    await company.at('2026-03-26T09:00:41Z');
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('is looked for, and not sent again, when Slack failed after posting it', async () => {
    const company = await littleCompany(friday);
    company.slack.faults.next('chat.postMessage', { kind: 'server-error', effect: 'done' });
    await company.at(tenInBerlin);
    expect(await statuses(company)).toEqual([expect.stringContaining('sending: Slack')]);
    await endLeases(company.db);
    await company.at('2026-03-26T09:02:00Z');
    expect(await statuses(company)).toEqual(['sent']);
    expect(promptsOf(company, 'ana')).toHaveLength(1);
    await company.slack.as('ana').press('Answer');
    await company.slack.as('ana').waitForModal('Weekly check-in');
  });

  it('is sent again when Slack failed without posting it', async () => {
    const company = await littleCompany(friday);
    company.slack.faults.next('chat.postMessage', { kind: 'server-error', effect: 'none' });
    await company.at(tenInBerlin);
    await endLeases(company.db);
    await company.at('2026-03-26T09:02:00Z');
    await company.at('2026-03-26T09:04:00Z');
    expect(await statuses(company)).toEqual(['sent']);
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('is taken over from a copy that died between its claim and its send', async () => {
    const company = await littleCompany(friday);
    await claimAndDie(company);
    const second = await startCopy(company);
    await second.ring();
    expect(promptsOf(company, 'ana')).toHaveLength(0);
    company.clock.moveTo('2026-03-26T09:01:30Z');
    await endLeases(company.db);
    await second.ring();
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('is found in Slack, and not sent again, when a copy died between its send and its record', async () => {
    const company = await littleCompany(friday);
    const delivery = await claimAndDie(company);
    const messenger = createMessenger(new WebClient(company.slack.botToken, { slackApiUrl: company.slack.apiUrl }));
    const opened = await messenger.openDirectMessage(delivery.recipient);
    if (!opened.ok) throw new Error('no conversation');
    await recordDestination(company.db, delivery, { channelId: opened.channel, threadTs: null });
    await messenger.post({ channel: opened.channel, text: prompt, blocks: [], key: delivery.id });

    const second = await startCopy(company);
    company.clock.moveTo('2026-03-26T09:01:30Z');
    await endLeases(company.db);
    await second.ring();
    expect(promptsOf(company, 'ana')).toHaveLength(1);
    expect(await statuses(company)).toEqual(['sent']);
  });

  it('is left to an administrator when Slack will not say whether it was posted', async () => {
    const company = await littleCompany(friday);
    company.slack.faults.next('chat.postMessage', { kind: 'server-error', effect: 'done' });
    await company.at(tenInBerlin);
    for (let minute = 2; minute < 20; minute += 2) {
      company.slack.faults.next('conversations.history', { kind: 'error', error: 'missing_scope' });
      await endLeases(company.db);
      await company.at(`2026-03-26T09:${String(minute).padStart(2, '0')}:00Z`);
    }
    expect(await statuses(company)).toEqual([
      expect.stringMatching(/^dead: may or may not have been sent.*missing_scope/),
    ]);
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('waits while Slack refuses the app itself, and goes out when that is mended', async () => {
    const company = await littleCompany(friday);
    for (const error of ['token_expired', 'missing_scope']) {
      company.slack.faults.next('chat.postMessage', { kind: 'error', error });
    }
    await company.at(tenInBerlin);
    expect(await statuses(company)).toEqual(['pending: Slack: token_expired']);
    await company.at('2026-03-26T09:05:01Z');
    expect(await statuses(company)).toEqual([expect.stringMatching(/^pending: Slack: missing_scope/)]);
    await company.at('2026-03-26T09:10:02Z');
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('finds the conversations of another app that took over', async () => {
    const company = await littleCompany(friday);
    await company.service.stop();
    await company.db.member.updateMany({ data: { directMessageId: 'D0OLD' } });
    await company.db.workspace.updateMany({ data: { botUserId: 'U0OLDAPP' } });
    const taken = await startCopy(company);
    company.clock.moveTo(tenInBerlin);
    await taken.ring();
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('is sent late when the service was down, and not at all after its window', async () => {
    const company = await littleCompany(friday);
    await company.at('2026-03-27T17:00:00Z');
    expect(promptsOf(company, 'ana')).toHaveLength(1);
    // The window of the next one closes on Tuesday the 7th.
    await company.at('2026-04-08T12:00:00Z');
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });

  it('is not sent to somebody who left, though Slack would take it', async () => {
    const company = await littleCompany(friday);
    company.slack.deactivate('ana');
    await company.slack.eventsSettled();
    await company.at(tenInBerlin);
    expect(company.slack.requests.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('is skipped when its recipient leaves at the last moment', async () => {
    const company = await littleCompany(friday);
    company.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 40 });
    await company.at(tenInBerlin);
    company.slack.deactivate('ana');
    await company.slack.eventsSettled();
    await company.at('2026-03-26T09:02:00Z');
    expect(await statuses(company)).toEqual([expect.stringMatching(/^skipped: the member/)]);
  });

  it('comes once when the clock is set back', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    await company.at('2026-03-26T08:00:00Z');
    await company.at(tenInBerlin);
    expect(promptsOf(company, 'ana')).toHaveLength(1);
  });
});

describe('a message that Slack refuses', () => {
  it('goes to the dead letters with the reason, and the others go out', async () => {
    const company = await littleCompany(friday);
    company.slack.removeBot('support');
    await company.at('2026-03-26T15:00:00Z');
    await company.at('2026-03-27T14:00:00Z');
    await company.at('2026-03-27T14:00:05Z');
    const digests = await company.db.delivery.findMany({
      where: { kind: { startsWith: 'win-digest' } },
      orderBy: { kind: 'asc' },
      select: { kind: true, status: true, reason: true },
    });
    expect(digests).toEqual([
      { kind: 'win-digest', status: 'dead', reason: 'Slack: not_in_channel' },
      { kind: 'win-digest-stories', status: 'skipped', reason: 'no wins this week' },
    ]);
    expect(promptsOf(company, 'ana')).toHaveLength(1);
    expect(promptsOf(company, 'bo')).toHaveLength(1);
  });
});
