import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished, vi } from 'vitest';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

interface MortalCopy {
  process: ChildProcess;
  ready(): Promise<void>;
  /** Sends the copy to that instant. */
  sendTo(instant: string): void;
  /** The same; resolves when it has rung there. */
  ringAt(instant: string): Promise<void>;
}

/** For what a process does under a load of many times the usual. */
const PATIENCE = { timeout: 60_000 };

function spawnCopy({ url, slack, clock }: LittleCompany): MortalCopy {
  const script = new URL('mortal-copy.ts', import.meta.url).pathname;
  const args = [script, url, slack.apiUrl, slack.botToken, slack.appToken, clock.now().toISOString()];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = new Set<string>();
  createInterface({ input: child.stdout }).on('line', (line) => said.add(line));
  const hasSaid = (line: string) => vi.waitFor(() => expect(said).toContain(line), PATIENCE);
  const sendTo = (instant: string) => {
    clock.moveTo(instant);
    child.stdin.write(`${instant}\n`);
  };
  return {
    process: child,
    ready: () => hasSaid('ready'),
    sendTo,
    ringAt(instant) {
      sendTo(instant);
      return hasSaid(`rung ${instant}`);
    },
  };
}

async function startMortalCopy(company: LittleCompany): Promise<MortalCopy> {
  const copy = spawnCopy(company);
  await copy.ready();
  return copy;
}

/** What the copy does when Slack does not answer this call, which took effect or did not; then kill -9. */
async function killDuring(
  { slack }: LittleCompany,
  call: { method: string; effect: 'none' | 'done'; channel?: string },
  begin: () => MortalCopy,
): Promise<void> {
  const { method, effect, ...where } = call;
  slack.faults.next(method, { kind: 'hang', effect }, where);
  const copy = begin();
  await vi.waitFor(() => expect(slack.faults.waiting, method).toBe(0), PATIENCE);
  copy.process.kill('SIGKILL');
  await once(copy.process, 'exit');
}

it('a copy killed at every kind of call to Slack sends nothing twice and loses nothing', {
  timeout: 600_000,
}, async () => {
  const company = await littleCompany('2026-03-20T16:00:00Z');
  await company.service.stop();
  const { slack, clock, db } = company;

  // As it starts and opens conversations ahead of need; Ana's is open now, and nobody wrote that down.
  await killDuring(company, { method: 'conversations.open', effect: 'done' }, () => spawnCopy(company));

  // Ana's prompt: killed before the post took effect, while Slack is asked about it, and after another post.
  const kills = [
    { at: '2026-03-26T09:02:00Z', method: 'chat.postMessage', effect: 'none' },
    { at: '2026-03-26T09:04:00Z', method: 'conversations.history', effect: 'done' },
    // At 09:06 Slack says that nothing was posted; the next try comes a little later.
    { at: '2026-03-26T09:10:00Z', method: 'chat.postMessage', effect: 'done' },
  ] as const;
  let copy = await startMortalCopy(company);
  for (const { at, ...call } of kills) {
    await killDuring(company, call, () => {
      copy.sendTo(at);
      return copy;
    });
    copy = await startMortalCopy(company);
    if (at === '2026-03-26T09:04:00Z') await copy.ringAt('2026-03-26T09:06:00Z');
  }
  await copy.ringAt('2026-03-26T09:12:00Z');
  expect(slack.as('ana').reads()).toHaveLength(1);

  // Her answer: saved, and the copy killed while it brings her message up to date.
  await killDuring(company, { method: 'chat.update', effect: 'none' }, () => {
    void answerCheckIn(slack.as('ana'), { Client: 'Northwind', 'What changed for them': 'They renewed.' });
    return copy;
  });
  expect(await db.checkInAnswer.count()).toBe(1);
  clock.moveTo('2026-03-26T09:14:00Z');
  copy = await startMortalCopy(company);
  await copy.ringAt('2026-03-26T09:16:00Z');
  expect(slack.as('ana').reads()[0]?.text).toContain('Answered: Weekly check-in');

  // The digest and its thread: killed after each post, while what Bo is sent meanwhile is under way or not.
  const { channelId } = await db.team.findFirstOrThrow();
  const toSupport = { method: 'chat.postMessage', effect: 'done', channel: channelId ?? '' } as const;
  // The thread may come to be looked at before its digest, and then the channel rests for a second; or at the same moment.
  for (const times of [
    ['14:00:00', '14:00:02'],
    ['14:02:00', '14:02:02', '14:04:00'],
  ]) {
    await killDuring(company, toSupport, () => {
      for (const time of times) copy.sendTo(`2026-03-27T${time}Z`);
      return copy;
    });
    copy = await startMortalCopy(company);
  }
  // The next copy first asks Slack what became of what was under way; a minute later it sends what Slack does not have.
  for (const minute of ['06', '08']) await copy.ringAt(`2026-03-27T14:${minute}:00Z`);
  const digests = slack.as('maya').reads('support');
  expect(digests).toHaveLength(1);
  expect(digests[0]?.thread).toHaveLength(1);
  for (const person of ['ana', 'bo']) expect(slack.as(person).reads()).toHaveLength(1);
  expect(await db.delivery.count({ where: { status: { notIn: ['sent'] } } })).toBe(0);
});
