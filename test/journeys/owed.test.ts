import { describe, expect, it } from 'vitest';
import { changeWorkspace } from './change-workspace.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// What is owed, when somebody is reminded of it, and what becomes of it while the world changes.

const friday = '2026-03-20T16:00:00Z';
const tenInBerlin = '2026-03-26T09:00:00Z';
const ANA = '      - { member: ana@example.com, role: support-engineer }\n';

const OTHER_TEAM = `  other:
    name: Other
    manager: maya@example.com
    members:
      - { member: zoe@example.com, role: support-engineer }
metrics:`;

function messages({ slack }: LittleCompany): string[] {
  return slack
    .as('ana')
    .reads()
    .map(({ text }) => text);
}

describe('reminders', () => {
  it('come as often as the cadence says, on working days, and the older one points to the newer', async () => {
    const company = await littleCompany(friday);
    await changeWorkspace(company, { 'reminder_after_days: 1': 'reminder_after_days: 1\n    reminders: 2' });
    await company.at(tenInBerlin);
    await company.at('2026-03-27T09:00:00Z');
    expect(messages(company)[1]).toContain('Reminder 1 of at most 2');
    await company.at('2026-03-30T08:00:00Z');
    await company.at('2026-03-30T16:00:00Z');
    expect(messages(company)).toEqual([
      expect.stringContaining('How is it going?'),
      'A later message asks for this again.',
      expect.stringContaining('The last reminder: your Weekly check-in of Thu 26 Mar 2026 is still open.'),
    ]);
  });

  it.each([
    ['westwards', 'America/New_York', '2026-03-27T13:59:00Z', '2026-03-27T14:00:00Z'],
    ['eastwards', 'Asia/Kolkata', '2026-03-27T04:29:00Z', '2026-03-27T04:30:00Z'],
  ])('follow the member %s', async (_, timeZone, before, tenThere) => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    company.slack.updatePerson('ana', { timeZone });
    await company.slack.eventsSettled();
    await company.at(before);
    expect(messages(company)).toHaveLength(1);
    await company.at(tenThere);
    expect(messages(company)).toHaveLength(2);
  });

  it('leave whoever was asked late as long as any other', async () => {
    const company = await littleCompany(friday);
    await company.at('2026-03-27T09:00:00Z');
    expect(messages(company)).toEqual([expect.stringContaining('How is it going?')]);
    await company.at('2026-03-30T07:59:00Z');
    expect(messages(company)).toHaveLength(1);
    await company.at('2026-03-30T08:00:00Z');
    expect(messages(company)).toHaveLength(2);
  });

  it('are over with the answer', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    await answerCheckIn(company.slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
    const [checkIn] = await company.db.checkIn.findMany();
    expect(checkIn).toMatchObject({ remindAt: null, tellAt: null });
  });
});

describe('a prompt or reminder that waits', () => {
  it.each([
    ['leaves the team', { [ANA]: '' }],
    ['has no cadence any more', { 'teams: [support]\n    every': 'teams: [other]\n    every', 'metrics:': OTHER_TEAM }],
  ])('is not sent to somebody who %s, and that counts as not asked', async (_, change) => {
    const company = await littleCompany(friday);
    const { slack, db, at } = company;
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 120 });
    await at(tenInBerlin);
    await changeWorkspace(company, change);
    await at('2026-03-26T09:03:00Z');
    expect(messages(company)).toEqual([]);
    await at('2026-03-31T09:00:00Z');
    expect(await db.checkIn.findFirst({ where: { memberId: slack.as('ana').id } })).toMatchObject({
      excuse: 'not_asked',
      excusedBecause: 'the member or the cadence is gone',
    });
  });

  it('is not a reminder either', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    await changeWorkspace(company, { [ANA]: '' });
    await company.at('2026-03-27T09:00:00Z');
    expect(messages(company)).toHaveLength(1);
  });
});

describe('a team that joins a cadence', () => {
  it('is asked from the next time on, not about the days before', async () => {
    const company = await littleCompany(friday);
    const { slack, at } = company;
    await at(tenInBerlin);
    await at('2026-03-26T09:10:00Z');
    await changeWorkspace(company, {
      'teams: [support]\n    every': 'teams: [support, other]\n    every',
      'metrics:': OTHER_TEAM,
    });
    await at('2026-03-26T09:30:00Z');
    const zoe = slack.as('zoe');
    expect(zoe.reads()).toEqual([]);
    await zoe.command('/checkin');
    expect(JSON.stringify(await zoe.waitForModal())).toContain('Thu 2 Apr 2026');
    await at('2026-04-02T08:00:00Z');
    expect(zoe.reads()).toHaveLength(1);
    expect(messages(company)).toHaveLength(2);
  });
});

describe('/checkin', () => {
  it.each([
    ['is still to come that week', 'friday'],
    ['has passed that week', 'wednesday'],
  ])('opens what was answered, filled in, when the day was moved to one that %s', async (_, day) => {
    const company = await littleCompany(friday);
    const { slack, at, db } = company;
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await answerCheckIn(ana, { Client: 'Northwind', 'What changed for them': 'They renewed.' });
    await changeWorkspace(company, { 'day: thursday': `day: ${day}` });
    await at('2026-03-26T15:00:00Z');
    await ana.command('/checkin');
    const form = JSON.stringify(await ana.waitForModal());
    expect(form).toContain('You answered this one');
    expect(form).toContain('They renewed.');
    await ana.fill({ 'Time to first reply (hours)': '4.2' });
    await ana.submit();
    expect(await db.win.findMany()).toMatchObject([{ client: 'Northwind', withdrawnAt: null }]);
  });

  it('opens what is open today before what was missed of another cadence, and Home does the same', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    const round = `  round:
    name: Client round
    teams: [support]
    every: week
    day: wednesday
    time: "10:00"
    starts_on: 2026-03-23
    reminder_after_days: never
    window_days: 1
reviews:`;
    await changeWorkspace(company, { 'reviews:': round });
    await company.at('2026-04-01T08:00:00Z');
    const ana = company.slack.as('ana');
    await ana.command('/checkin');
    await ana.waitForModal('Client round');
    await ana.close();
    await ana.openHome();
    await ana.press('Check in', { in: 'home' });
    await ana.waitForModal('Client round');
  });
});

describe('a win told early', () => {
  it('was won by then, and keeps its day', async () => {
    const company = await littleCompany('2026-03-24T09:00:00Z');
    const { slack, at, db } = company;
    const ana = slack.as('ana');
    await answerCheckIn(ana, { Client: 'Northwind', 'What changed for them': 'They renewed.' });
    const day = async () => (await db.win.findMany()).map(({ wonOn }) => wonOn.toISOString().slice(0, 10));
    expect(await day()).toEqual(['2026-03-24']);
    await at(tenInBerlin);
    await answerCheckIn(ana, { 'What changed for them': 'They renewed for three years.' });
    expect(await day()).toEqual(['2026-03-24']);
  });
});

describe('an edit after the evidence was frozen', () => {
  it('is kept, and form and copy say that the packet does not change', async () => {
    const company = await littleCompany('2026-06-12T09:00:00Z');
    const { slack, at, service, db } = company;
    await at('2026-06-18T08:00:00Z');
    const ana = slack.as('ana');
    await answerCheckIn(ana, { 'What got in the way': 'Phones' });
    await service.ring();
    await at('2026-06-23T07:00:00Z');
    await at('2026-06-23T07:10:00Z');
    await ana.press('Edit');
    const form = JSON.stringify(await ana.waitForModal());
    expect(form).toContain('The evidence for your review of Tue 30 Jun 2026 is frozen and does not change.');
    await ana.fill({ 'What got in the way': 'Phones and the heating' });
    await ana.submit();
    await service.ring();
    const copy = await ana.waitForMessage('Phones and the heating');
    expect(copy.text).toContain('This came after the evidence for your review of Tue 30 Jun 2026 was frozen.');
    expect(await db.checkInAnswer.count()).toBe(2);
    expect(JSON.stringify(await db.reviewPacket.findMany())).not.toContain('heating');
  });
});
