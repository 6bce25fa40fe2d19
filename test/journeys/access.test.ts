import { describe, expect, it } from 'vitest';
import { agreeWithPartner } from './agree-with-partner.ts';
import { changeWorkspace } from './change-workspace.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// Ana reported two numbers, a win and what got in the way; Zoe stands to her as each story says.
async function reported(): Promise<LittleCompany> {
  const company = await littleCompany('2026-03-23T16:00:00Z', { administrator: 'bo' });
  await company.at('2026-03-26T15:00:00Z');
  await answerCheckIn(company.slack.as('ana'), {
    'Time to first reply (hours)': '4.2',
    'Reopened tickets (tickets)': '7',
    Client: 'Northwind',
    'What changed for them': 'They renewed.',
    'What got in the way': 'An outage.',
  });
  return company;
}

const REPLY = '4.2 hours';
const REOPENED = '7 tickets';
const WIN = 'They renewed.';
const WORDS = 'An outage.';

async function progressOf({ slack }: LittleCompany, reader: string, typed = '/progress @ana'): Promise<string> {
  return JSON.stringify(await slack.as(reader).command(typed));
}

async function own(company: LittleCompany, name: string): Promise<void> {
  await company.db.metricDefinition.updateMany({
    where: { metricKey: 'reopened' },
    data: { dataOwnerId: company.slack.as(name).id },
  });
}

function seen(text: string): string[] {
  return [REPLY, REOPENED, WIN, WORDS].filter((words) => text.includes(words));
}

describe('what others see of a person', () => {
  it('is everything for the manager, and nothing for a stranger or an administrator', async () => {
    const company = await reported();
    expect(seen(await progressOf(company, 'maya'))).toEqual([REPLY, REOPENED, WIN, WORDS]);
    for (const reader of ['zoe', 'bo']) {
      const refused = await progressOf(company, reader);
      expect(seen(refused)).toEqual([]);
      expect(refused).toContain('seen by themselves and the managers above them');
    }
  });

  it('is nothing any more for a former manager', async () => {
    const company = await reported();
    await changeWorkspace(company, { 'manager: maya@example.com': 'manager: zoe@example.com' });
    expect(seen(await progressOf(company, 'maya'))).toEqual([]);
    expect(seen(await progressOf(company, 'zoe'))).toEqual([REPLY, REOPENED, WIN, WORDS]);
  });

  it('is only their metrics for a data owner, of one person and of a team', async () => {
    const company = await reported();
    await own(company, 'zoe');
    expect(seen(await progressOf(company, 'zoe'))).toEqual([REOPENED]);
    const team = await progressOf(company, 'zoe', '/progress Customer Support');
    expect(seen(team)).toEqual([REOPENED]);
    expect(team).not.toContain('check-in to answer');
  });

  it('is numbers and wins, and no words, for an executive sponsor', async () => {
    const company = await reported();
    await changeWorkspace(company, { 'metrics:\n': 'sponsors: [zoe@example.com]\nmetrics:\n' });
    const page = await progressOf(company, 'zoe');
    expect(seen(page)).toEqual([REPLY, REOPENED, WIN]);
    expect(page).not.toContain('answered all');
  });
});

describe('what a partner sees', () => {
  it('is the metrics of the plan they signed, in progress', async () => {
    const company = await reported();
    await agreeWithPartner(company, 'zoe');
    const page = await progressOf(company, 'zoe');
    expect(seen(page)).toEqual([REPLY]);
    expect(page).not.toContain('answered all');
    expect(page).not.toContain('Reopened tickets');
    await company.slack.as('ana').command('/throughline looks');
    const looks = await company.slack.as('ana').waitForMessage('@zoe by /progress');
    expect(looks.text).toContain('the numbers of Time to first reply');
  });

  it('is nothing before they signed', async () => {
    const company = await reported();
    await agreeWithPartner(company, 'zoe', { signed: false });
    expect(seen(await progressOf(company, 'zoe'))).toEqual([]);
  });

  it('is the way back of these numbers alone', async () => {
    const company = await reported();
    await agreeWithPartner(company, 'zoe');
    const zoe = company.slack.as('zoe');
    await zoe.command('/progress @ana');
    await zoe.press('Where the numbers come from');
    const lineage = (await zoe.waitForModal('Where numbers come from')).lines.join('\n');
    expect(lineage).toContain(REPLY);
    expect(lineage).not.toContain('Reopened');
  });

  it('can be challenged by them, and nothing else of the member', async () => {
    const company = await reported();
    await agreeWithPartner(company, 'zoe');
    const zoe = company.slack.as('zoe');
    await zoe.command('/progress @ana');
    await zoe.press('Challenge a number…');
    await zoe.waitForModal('Challenge a number');
    await expect(zoe.fill({ 'Which number': '7 tickets, 23 to 29 Mar 2026 (check-in)' })).rejects.toThrow('4.2 hours');
    await zoe.fill({ 'Which number': '4.2 hours, 23 to 29 Mar 2026 (check-in)' });
  });
});

describe('the evidence for a review', () => {
  it("goes to the member and today's manager, to no former manager, partner, data owner or sponsor", async () => {
    const company = await reported();
    await agreeWithPartner(company, 'zoe');
    await changeWorkspace(company, {
      'manager: maya@example.com': 'manager: bo@example.com',
      '      - { member: bo@example.com, role: support-engineer }\n': '',
      'metrics:\n': 'sponsors: [zoe@example.com]\nmetrics:\n',
    });
    await own(company, 'zoe');
    await company.at('2026-06-23T15:00:00Z');
    const has = (name: string) =>
      company.slack
        .as(name)
        .reads()
        .some(({ text }) => text.includes('Evidence: H1 2026'));
    expect(['ana', 'bo', 'maya', 'zoe'].filter(has)).toEqual(['ana', 'bo']);
  });

  it('is not brought up to date for who is not the manager any more', async () => {
    const company = await reported();
    await company.at('2026-06-23T15:00:00Z');
    await changeWorkspace(company, { 'manager: maya@example.com': 'manager: zoe@example.com' });
    const { db, slack, at } = company;
    await db.delivery.updateMany({ where: { kind: 'review-digest' }, data: { refreshAt: new Date(0) } });
    const before = slack
      .as('maya')
      .reads()
      .find(({ text }) => text.includes('Evidence: H1 2026'))?.text;
    await at('2026-06-23T15:05:00Z');
    expect(
      slack
        .as('maya')
        .reads()
        .find(({ text }) => text.includes('Evidence: H1 2026'))?.text,
    ).toBe(before);
    await slack.as('zoe').waitForMessage('Evidence: H1 2026');
  });
});

describe('/throughline looks', () => {
  it('tells a person who looked at what of theirs, and nobody else but administrators', async () => {
    const company = await reported();
    const { slack } = company;
    await slack.as('ana').command('/throughline looks');
    await slack.as('ana').waitForMessage('Nobody but themselves has');
    await own(company, 'zoe');
    for (const reader of ['maya', 'maya', 'zoe', 'ana']) await progressOf(company, reader);
    const asks = async (name: string, typed: string, answer: string) => {
      await slack.as(name).command(`/throughline looks${typed}`);
      return (await slack.as(name).waitForMessage(answer)).text;
    };
    const looks = await asks('ana', '', 'by /progress');
    expect(looks).toContain('Thu 26 Mar 2026');
    expect(looks).toContain('@maya by /progress: numbers, plan, words, wins, 2 times');
    expect(looks).toContain('@zoe by /progress: the numbers of Reopened tickets');
    expect(looks).not.toContain('@ana by');
    expect(await asks('bo', ' @ana', 'by /progress')).toContain('@maya by /progress');
    for (const name of ['zoe', 'maya']) await asks(name, ' @ana', 'seen by themselves and by administrators');
    await asks('zoe', ' nonsense', 'shows who looked at what');
  });
});
