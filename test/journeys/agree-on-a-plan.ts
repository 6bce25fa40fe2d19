import { expect, vi } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { changeWorkspace } from './change-workspace.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

export const FIRST_REPLY = 'Time to first reply';
export const REOPENED = 'Reopened tickets';
const owned = 'source: Help desk\n    data_owner: maya@example.com';

/** The little company, whose metrics have somebody who answers for them. */
export async function companyWithOwners(start = '2026-03-23T16:00:00Z'): Promise<LittleCompany> {
  const company = await littleCompany(start);
  await changeWorkspace(company, {
    'source: Help desk\n  reopened': `${owned}\n  reopened`,
    'source: Help desk\nroles': `${owned}\nroles`,
  });
  return company;
}

export async function setNumbers(
  person: Person,
  metric: string,
  numbers: Parameters<Person['fill']>[0],
): Promise<void> {
  await person.press('Numbers…', { beside: metric });
  await person.waitForModal(metric);
  await person.fill(numbers);
  await person.submit();
  await person.waitForModal('Your plan');
}

/** Ana drafts her plan with Zoe as a partner, and asks for signatures. */
export async function draftAndAsk({ slack, service }: LittleCompany): Promise<void> {
  const ana = slack.as('ana');
  await ana.command('/plan');
  await ana.press('Draft a plan…');
  await ana.waitForModal('Your plan');
  await setNumbers(ana, FIRST_REPLY, {
    Threshold: '6',
    Target: '4',
    'Cap, if there is one': '3',
    'Why this number': 'Clients wait.',
  });
  await setNumbers(ana, REOPENED, { Threshold: '20', Target: '10', 'Why this number': 'It shows that we helped.' });
  await ana.fill({ Partners: ['zoe'], 'What this plan is for': 'Clients who get help stay.' });
  expect(await ana.submit()).toMatchObject({ closed: false });
  expect((await ana.waitForModal('Plan')).lines.join('\n')).toContain('Saved as version 1. Nobody else has seen it');
  await ana.press('Ask for signatures');
  await vi.waitFor(() => expect(ana.modal()?.lines.join()).toContain('gets the plan in a group conversation now'));
  await ana.close({ all: true });
  await service.ring();
}

/** The group conversation of just these people and the bot. */
export async function groupOf({ slack, db }: LittleCompany, ...names: string[]): Promise<string> {
  const recipient = names
    .map((name) => slack.as(name).id)
    .toSorted()
    .join(',');
  const session = await db.delivery.findFirst({ where: { kind: 'plan-session', recipient } });
  return session?.channelId ?? 'none';
}

export async function sign({ slack, service, ...company }: LittleCompany, name: string, version = 1): Promise<string> {
  const person = slack.as(name);
  const group = await groupOf({ slack, service, ...company }, 'ana', 'maya', 'zoe');
  await person.waitForMessage('Agreeing on a plan', group);
  await person.press(`Sign version ${version}`, { in: group });
  const words = (await person.waitForModal('Plan')).lines.join('\n');
  await person.close();
  await service.ring();
  return words;
}

export async function agree(company: LittleCompany): Promise<void> {
  await draftAndAsk(company);
  for (const name of ['ana', 'zoe', 'maya']) await sign(company, name);
}

export async function change({ slack, service }: LittleCompany, target: string): Promise<void> {
  const maya = slack.as('maya');
  await maya.command('/plan @ana');
  await maya.press('Change…', { in: 'app' });
  await maya.waitForModal('Plan: ana');
  await maya.press('Numbers…', { beside: FIRST_REPLY });
  await maya.waitForModal(FIRST_REPLY);
  await maya.fill({ Target: target });
  await maya.submit();
  await maya.waitForModal('Plan: ana');
  await maya.fill({ 'The change holds from': '2026-04-01', 'Why it changes': 'The team is two people short.' });
  expect(await maya.submit()).toMatchObject({ closed: false });
  expect((await maya.waitForModal('Plan')).lines.join('\n')).toContain('Saved as version 2.');
  await maya.close({ all: true });
  await service.ring();
}

export const seenBy = async (person: Person, typed: string) => JSON.stringify(await person.command(typed));
