import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { changeWorkspace } from './change-workspace.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const FIRST_REPLY = 'Time to first reply';
const REOPENED = 'Reopened tickets';
const owned = 'source: Help desk\n    data_owner: maya@example.com';

/** The little company, whose metrics have somebody who answers for them. */
async function companyWithOwners(start = '2026-03-23T16:00:00Z'): Promise<LittleCompany> {
  const company = await littleCompany(start);
  await changeWorkspace(company, {
    'source: Help desk\n  reopened': `${owned}\n  reopened`,
    'source: Help desk\nroles': `${owned}\nroles`,
  });
  return company;
}

async function setNumbers(person: Person, metric: string, numbers: Parameters<Person['fill']>[0]): Promise<void> {
  await person.press('Numbers…', { beside: metric });
  await person.waitForModal(metric);
  await person.fill(numbers);
  await person.submit();
  await person.waitForModal('Your plan');
}

/** Ana drafts her plan with Zoe as a partner, and asks for signatures. */
async function draftAndAsk({ slack, service }: LittleCompany): Promise<void> {
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
  await ana.close({ all: true });
  await service.ring();
}

/** The group conversation of just these people and the bot. */
async function groupOf({ slack, db }: LittleCompany, ...names: string[]): Promise<string> {
  const recipient = names
    .map((name) => slack.as(name).id)
    .toSorted()
    .join(',');
  const session = await db.delivery.findFirst({ where: { kind: 'plan-session', recipient } });
  return session?.channelId ?? 'none';
}

describe('a plan', () => {
  it('is drafted, and in force when all three have signed the same version', async () => {
    const company = await companyWithOwners();
    const { slack, service } = company;
    await draftAndAsk(company);
    const group = await groupOf(company, 'ana', 'maya', 'zoe');
    const seen = await slack.as('zoe').waitForMessage('Agreeing on a plan', group);
    expect(seen.text).toContain('from 6 hours, target 4 hours, cap 3 hours (credit 1.2)');
    expect(seen.text).toContain('Clients wait.');
    expect(seen.text).toContain('Missing: @ana (employee), @maya (manager), @zoe (partner)');
    for (const name of ['ana', 'zoe', 'maya']) {
      const person = slack.as(name);
      await person.press('Sign version 1', { in: group });
      const words = (await person.waitForModal('Plan')).lines.join('\n');
      expect(words).toContain(name === 'maya' ? 'Yours was the last signature' : 'in force when everybody has signed');
      await person.close();
      await service.ring();
    }
    await slack.as('ana').waitForMessage('It is in force.', group);
  });
});
