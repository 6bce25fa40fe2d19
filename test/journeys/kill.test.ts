import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished, vi } from 'vitest';
import { endLeases } from '../../src/platform/jobs/ledger/end-leases.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

interface MortalCopy {
  process: ChildProcess;
  /** Sends the copy to that instant; resolves when it has rung there, and never when it was killed before. */
  ringAt(instant: string): Promise<void>;
}

async function startMortalCopy({ url, slack, clock, db }: LittleCompany): Promise<MortalCopy> {
  const script = new URL('mortal-copy.ts', import.meta.url).pathname;
  const args = [script, url, slack.apiUrl, slack.botToken, slack.appToken, clock.now().toISOString()];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = new Set<string>();
  createInterface({ input: child.stdout }).on('line', (line) => said.add(line));
  await vi.waitFor(() => expect(said).toContain('ready'), { timeout: 20_000 });
  return {
    process: child,
    async ringAt(instant) {
      clock.moveTo(instant);
      await endLeases(db);
      child.stdin.write(`${instant}\n`);
      await vi.waitFor(() => expect(said).toContain(`rung ${instant}`), { timeout: 20_000 });
    },
  };
}

/** Kills the copy with -9 while it waits for Slack's answer to this call, which took effect or did not. */
async function killDuring(
  company: LittleCompany,
  copy: MortalCopy,
  call: { method: string; effect: 'none' | 'done' },
  begin: () => unknown,
): Promise<void> {
  const { slack } = company;
  slack.faults.next(call.method, { kind: 'hang', effect: call.effect });
  begin();
  await vi.waitFor(() => expect(slack.faults.waiting).toBe(0), { timeout: 20_000 });
  copy.process.kill('SIGKILL');
  await once(copy.process, 'exit');
}

it('a copy killed at every kind of call to Slack sends nothing twice and loses nothing', {
  timeout: 240_000,
  // Whether the killed copy's last statement still reached the database is a matter of chance.
  retry: 5,
}, async () => {
  const company = await littleCompany('2026-03-20T16:00:00Z');
  await company.service.stop();
  const { slack, clock, db } = company;
  const ringAt = (copy: MortalCopy, instant: string) => () => void copy.ringAt(instant).catch(() => {});

  // Ana's prompt: killed before the post took effect, while Slack is asked about it, and after another post.
  let copy = await startMortalCopy(company);
  const kills = [
    { at: '2026-03-26T09:02:00Z', method: 'chat.postMessage', effect: 'none' },
    { at: '2026-03-26T09:04:00Z', method: 'conversations.history', effect: 'done' },
    // At 09:06 Slack says that nothing was posted; the next try comes a little later.
    { at: '2026-03-26T09:10:00Z', method: 'chat.postMessage', effect: 'done' },
  ] as const;
  for (const { at, ...call } of kills) {
    await killDuring(company, copy, call, ringAt(copy, at));
    copy = await startMortalCopy(company);
    if (at === '2026-03-26T09:04:00Z') await copy.ringAt('2026-03-26T09:06:00Z');
  }
  await copy.ringAt('2026-03-26T09:12:00Z');
  expect(slack.as('ana').reads()).toHaveLength(1);

  // Her answer: saved, and the copy killed while it brings her message up to date.
  await killDuring(company, copy, { method: 'chat.update', effect: 'none' }, () =>
    answerCheckIn(slack.as('ana'), { Client: 'Northwind', 'What changed for them': 'They renewed.' }),
  );
  expect(await db.checkInAnswer.count()).toBe(1);
  clock.moveTo('2026-03-26T09:14:00Z');
  copy = await startMortalCopy(company);
  await copy.ringAt('2026-03-26T09:16:00Z');
  expect(slack.as('ana').reads()[0]?.text).toContain('Answered: Weekly check-in');

  // The digest and its thread: killed after the post.
  await killDuring(company, copy, { method: 'chat.postMessage', effect: 'done' }, ringAt(copy, '2026-03-27T14:00:00Z'));
  copy = await startMortalCopy(company);
  for (const minute of ['02', '04', '06', '08', '10']) await copy.ringAt(`2026-03-27T14:${minute}:00Z`);
  const digests = slack.as('maya').reads('support');
  expect(digests).toHaveLength(1);
  expect(digests[0]?.thread).toHaveLength(1);
  expect(slack.as('ana').reads()).toHaveLength(1);
  expect(await db.delivery.count({ where: { status: { notIn: ['sent'] } } })).toBe(0);
});
