import { describe, expect, it } from 'vitest';
import { changeWorkspace } from './change-workspace.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const friday = '2026-03-20T16:00:00Z';
const tenInBerlin = '2026-03-26T09:00:00Z';

/** The little company with a second cadence, on Thursdays as well. */
async function twoCadences(time: string, more = ''): Promise<LittleCompany> {
  const company = await littleCompany(friday);
  const second = `  clients:
    name: Client round
    teams: [support]
    every: week
    day: thursday
    time: "${time}"
    starts_on: 2026-01-01
    reminder_after_days: 1
    window_days: 3
${more}reviews:`;
  await changeWorkspace(company, { 'reviews:': second });
  return company;
}

function messages({ slack }: LittleCompany): string[] {
  return slack
    .as('ana')
    .reads()
    .map(({ text }) => text);
}

describe('check-ins that fall due together', () => {
  it.each(['09:45', '10:00'])('at %s and 10:00 come in one message, each with its own buttons', async (time) => {
    const company = await twoCadences(time);
    const { slack, service, at } = company;
    await at('2026-03-26T08:45:00Z');
    await at(tenInBerlin);
    expect(messages(company)).toEqual([
      expect.stringMatching(/^Client round.*\nHow is it going(.*\n){2}.*\nWeekly check-in.*\nHow is it going/),
    ]);
    const ana = slack.as('ana');
    expect(ana.reads()[0]?.notification).toMatch(/^2 check-ins for you\./);
    expect(ana.reads()[0]?.buttons).toEqual(['Answer', 'Answer']);

    await ana.press('Answer', { beside: 'Client round' });
    await ana.waitForModal('Client round');
    await ana.fill({ Client: 'Northwind', 'What changed for them': 'They renewed.' });
    await ana.submit();
    await service.ring();
    const half = await ana.waitForMessage('Answered: Client round');
    expect(half.text).toContain('Win for Northwind: They renewed.');
    expect(half.text).toMatch(/Weekly check-in.*\nHow is it going/);

    await ana.choose('...', 'Tomorrow');
    await service.ring();
    expect(messages(company)).toEqual([expect.stringContaining('Answered: Client round')]);
    expect(messages(company)).toEqual([expect.stringContaining('Put off until')]);
    await at('2026-03-27T08:45:00Z');
    await at('2026-03-27T09:00:00Z');
    expect(messages(company)[1]).toMatch(/^You put this off until now: your Weekly check-in/);
    expect(messages(company)).toHaveLength(2);
  });

  it('are reminded of in one message', async () => {
    const company = await twoCadences('10:05');
    await company.at(tenInBerlin);
    await company.at('2026-03-27T09:00:00Z');
    await company.at('2026-03-27T09:05:00Z');
    expect(messages(company)).toHaveLength(2);
    expect(messages(company)[1]).toContain('A reminder, the only one: your Client round of Thu 26 Mar 2026');
    expect(messages(company)[1]).toContain('A reminder, the only one: your Weekly check-in of Thu 26 Mar 2026');
    expect(company.slack.as('ana').reads()[1]?.notification).toMatch(/^2 check-ins are still open\./);
  });

  it('later than a quarter of an hour come apart', async () => {
    const company = await twoCadences('10:16');
    await company.at(tenInBerlin);
    await company.at('2026-03-26T09:16:00Z');
    expect(messages(company)).toHaveLength(2);
  });

  it('are asked once by two copies that plan at the same moment', async () => {
    const company = await twoCadences('10:10');
    company.clock.moveTo(tenInBerlin);
    await Promise.all([company.service.ring(), company.service.ring()]);
    await company.at('2026-03-26T09:10:00Z');
    expect(messages(company)).toHaveLength(1);
  });

  it('take up what was moved to the same morning and waits for it', async () => {
    const company = await twoCadences('10:00');
    // Friday the 27th is no working day of hers: what is due then is moved to Monday.
    await changeWorkspace(company, {
      '{ member: ana@example.com, role: support-engineer }':
        '{ member: ana@example.com, role: support-engineer, working_days: [monday, tuesday] }',
      'reviews:': ['friday', 'monday'].map(roundOn).join('').concat('reviews:'),
    });
    await company.at('2026-03-27T09:00:00Z');
    expect(messages(company)).toEqual([]);
    await company.at('2026-03-30T08:00:00Z');
    expect(messages(company)).toHaveLength(1);
    for (const name of ['Weekly check-in', 'Round of friday', 'Round of monday']) {
      expect(messages(company)[0]).toContain(name);
    }
  });
});

function roundOn(day: string): string {
  return `  ${day}:
    name: Round of ${day}
    teams: [support]
    every: week
    day: ${day}
    time: "10:00"
    starts_on: 2026-03-25
    reminder_after_days: never
    window_days: 2
`;
}
