import { expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

// Ana takes a copy of what she may read about herself.

const VISIBILITIES = {
  shared: 'The person and their manager',
  anonymous: 'Their manager with my name, the person without',
  managerOnly: 'Their manager only',
};

async function giveFeedback(author: Person, visibility: string, observed: string): Promise<void> {
  await author.command('/feedback @ana');
  await author.waitForModal('Give feedback');
  await author.fill({ 'Who will read it': visibility });
  await author.fill({
    'What did they do': observed,
    'What did it cause, for the client or the team': 'The client stayed.',
    ...(visibility === VISIBILITIES.managerOnly && { 'Why not the person': 'It touches a colleague.' }),
  });
  await author.submit();
  await author.waitForModal('Saved');
  await author.close({ all: true });
}

async function companyWithRecord(): Promise<LittleCompany> {
  const company = await littleCompany('2026-03-23T14:00:00Z');
  const { slack, at } = company;
  const [ana, bo, zoe] = [slack.as('ana'), slack.as('bo'), slack.as('zoe')];
  await giveFeedback(zoe, VISIBILITIES.anonymous, 'You asked, "twice",\nbefore you answered.');
  await giveFeedback(bo, VISIBILITIES.shared, '=HYPERLINK("https://example.com")');
  await giveFeedback(bo, VISIBILITIES.managerOnly, 'You were late to the handover.');
  await ana.command('/win');
  await ana.fill({ Client: '+Northwind', 'What changed for them': '@SUM(1) renewed.', 'Who helped': ['bo'] });
  await ana.submit();
  await ana.close({ all: true });
  await at('2026-03-24T09:00:00Z');
  return company;
}

const lines = (person: Person, file: string) => person.opensFile(file).split('\r\n');

it('what one may read about oneself comes as files, and nothing else', async () => {
  const { slack, at } = await companyWithRecord();
  const ana = slack.as('ana');
  await ana.command('/throughline export');
  await ana.waitForMessage('feedback.csv (1 piece of feedback), wins.csv (1 win)');
  expect(lines(ana, 'feedback.csv')).toEqual([
    '\uFEFFmonth,on,from,kind,situation,observed,effect,behaviours,next_step,next_step_on,next_step_done,message,not_shown_because',
    `2026-03,2026-03-23,bo,strength,,"'=HYPERLINK(""https://example.com"")",The client stayed.,,,,,,`,
    '',
  ]);
  expect(lines(ana, 'wins.csv')).toEqual([
    '\uFEFFon,client,what_changed,kind,own_part,together_with,evidence,told_to_everybody',
    "2026-03-23,'+Northwind,'@SUM(1) renewed.,,,bo,,yes",
    '',
  ]);
  for (const name of ['bo', 'maya', 'zoe']) {
    expect(() => slack.as(name).opensFile('feedback.csv')).toThrow('sees no file');
  }

  await at('2026-04-02T09:00:00Z');
  await ana.command('/throughline export');
  await ana.waitForMessage('feedback.csv (3 pieces of feedback)');
  const feedback = ana.opensFile('feedback.csv');
  expect(feedback).toContain('2026-03,,a colleague,strength,,"You asked, ""twice"",\nbefore you answered.",');
  expect(feedback).toMatch(/^2026-03,+It touches a colleague\.\r$/m);
  // After what has a day, though it was given before: its place tells nothing.
  expect(feedback.indexOf('a colleague')).toBeGreaterThan(feedback.indexOf(',bo,'));
  expect(feedback).not.toMatch(/zoe|late to the handover/);
});

it('who left is called by their name', async () => {
  const { slack, db } = await companyWithRecord();
  const ana = slack.as('ana');
  await db.member.updateMany({ where: { id: slack.as('bo').id }, data: { deactivatedAt: new Date() } });
  await ana.command('/throughline export');
  await ana.waitForMessage('wins.csv (1 win)');
  expect(lines(ana, 'feedback.csv')[1]).toContain('2026-03-23,bo,strength');
  expect(lines(ana, 'wins.csv')[1]).toContain(',bo,');
});

it('who has nothing on record is told where it comes from', async () => {
  const { slack } = await companyWithRecord();
  const maya = slack.as('maya');
  await maya.command('/throughline export');
  await maya.waitForMessage('there is nothing to copy. /feedback ask asks colleagues');
  expect(() => maya.opensFile('feedback.csv')).toThrow('sees no file');
  await maya.command('/throughline export help');
  await maya.waitForMessage('sends you a copy of what you may read about yourself');
});
