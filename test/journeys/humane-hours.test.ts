import { describe, expect, it } from 'vitest';
import { applyWorkspaceFile } from '../../src/features/workspaces/apply-workspace-file.ts';
import { answerCheckIn, type LittleCompany, littleCompany, workspaceFile } from './little-company.ts';

// 2026-04-02 is a Thursday; Good Friday is the 3rd and Easter Monday the 6th. Berlin is at +02:00 by then.
const wednesday = '2026-04-01T12:00:00Z';
const tenInBerlin = '2026-04-02T08:00:00Z';

/** What they find in the conversation, but for what only answers a command of theirs. */
const texts = ({ slack }: LittleCompany, name: string) =>
  slack
    .as(name)
    .reads()
    .map(({ text }) => text)
    .filter((text) => !/^(?:Noted|Welcome back)/.test(text));
const prompts = (company: LittleCompany, name: string) =>
  texts(company, name).filter((text) => text.includes('How is it going?'));

async function checkInOf({ db, slack }: LittleCompany, name: string) {
  return db.checkIn.findFirst({ where: { memberId: slack.as(name).id }, orderBy: { occursOn: 'desc' } });
}

/** Puts the file in force with passages written otherwise. */
async function change({ db, service, clock }: LittleCompany, ...passages: [string, string][]): Promise<void> {
  const text = passages.reduce((file, [passage, instead]) => {
    expect(file).toContain(passage);
    return file.replace(passage, instead);
  }, workspaceFile);
  const findChannel = async () => 'C1';
  const now = clock.now();
  const applied = await applyWorkspaceFile(db, {
    workspaceId: service.workspaceId,
    text,
    findChannel,
    now,
    dryRun: false,
  });
  expect(applied.outcome).toBe('applied');
}

const inBavaria: [string, string] = ['    channel: "#support"\n', '    channel: "#support"\n    holidays: DE-BY\n'];
const day = (name: string): [string, string] => ['day: thursday', `day: ${name}`];

describe('a prompt', () => {
  it('that falls on a public holiday comes on the next working day, at its hour, and says why on record', async () => {
    const company = await littleCompany(wednesday);
    await change(company, inBavaria, day('friday'));
    for (const at of ['2026-04-03T08:00:00Z', '2026-04-06T08:00:00Z', '2026-04-07T07:59:00Z']) await company.at(at);
    expect(prompts(company, 'ana')).toEqual([]);
    await company.at('2026-04-07T08:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
    expect(await checkInOf(company, 'ana')).toMatchObject({
      movedBecause: 'public holiday: Good Friday',
      excuse: null,
    });
    // One working day later, not the day after Good Friday.
    await company.at('2026-04-08T08:00:00Z');
    expect(texts(company, 'ana').at(-1)).toContain('A reminder');
  });

  it('that falls on days off for as long as it is open is excused, and is not missed', async () => {
    const company = await littleCompany(wednesday);
    const shut = [2, 3, 6, 7, 8].map((date) => `  - { on: 2026-04-0${date}, name: Shutdown }\n`).join('');
    await change(company, ['metrics:\n', `holidays:\n${shut}metrics:\n`]);
    for (const at of [tenInBerlin, '2026-04-07T08:00:00Z', '2026-04-08T20:00:00Z']) await company.at(at);
    expect(texts(company, 'ana')).toEqual([]);
    expect(await checkInOf(company, 'ana')).toMatchObject({
      excuse: 'holiday',
      excusedBecause: 'company holiday: Shutdown',
    });
    const progress = JSON.stringify(await company.slack.as('maya').command('/progress'));
    expect(progress).toContain('1 of 1 check-ins excused: holiday');
  });

  it('follows the working days of the one and the quiet hours of the other', async () => {
    const company = await littleCompany(wednesday);
    await change(
      company,
      [
        '{ member: ana@example.com, role: support-engineer }',
        '{ member: ana@example.com, role: support-engineer, working_days: [monday, tuesday] }',
      ],
      ['    channel: "#support"\n', '    channel: "#support"\n    quiet_hours: { from: "09:30", until: "11:15" }\n'],
    );
    await company.at(tenInBerlin);
    expect([prompts(company, 'ana'), prompts(company, 'bo')]).toEqual([[], []]);
    await company.at('2026-04-02T15:14:00Z');
    expect(prompts(company, 'bo')).toEqual([]);
    await company.at('2026-04-02T15:15:00Z');
    expect(prompts(company, 'bo')).toHaveLength(1);
    expect(await checkInOf(company, 'bo')).toMatchObject({ movedBecause: 'quiet hours' });
    await company.at('2026-04-06T09:15:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
    expect(await checkInOf(company, 'ana')).toMatchObject({ movedBecause: 'not a working day' });
  });

  it('that comes late, at night, waits for the morning', async () => {
    const company = await littleCompany(wednesday);
    await company.at('2026-04-02T18:00:00Z');
    expect(prompts(company, 'ana')).toEqual([]);
    await company.at('2026-04-03T04:59:00Z');
    expect(prompts(company, 'ana')).toEqual([]);
    await company.at('2026-04-03T05:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
  });

  it('waits until somebody may be disturbed', async () => {
    const company = await littleCompany(wednesday);
    company.clock.moveTo('2026-04-02T07:50:00Z');
    await company.slack.as('ana').pausesNotifications(60);
    await company.at(tenInBerlin);
    expect(prompts(company, 'ana')).toEqual([]);
    expect(await company.db.delivery.findFirst()).toMatchObject({ status: 'pending', reason: 'do not disturb' });
    await company.at('2026-04-02T08:50:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
  });

  it('goes out all the same when Slack does not say who may be disturbed', async () => {
    const company = await littleCompany(wednesday);
    await company.slack.as('ana').pausesNotifications(2 * 24 * 60);
    company.slack.faults.next('dnd.teamInfo', { kind: 'rate-limited', retryAfterSeconds: 30 });
    await company.at(tenInBerlin);
    expect(prompts(company, 'ana')).toHaveLength(1);
  });
});

describe('somebody who is away', () => {
  it('says so in Home, is asked when they are back, and takes it back', async () => {
    const company = await littleCompany(wednesday);
    const ana = company.slack.as('ana');
    await ana.openHome();
    await ana.waitForHome('You are not asked while you are away');
    await ana.press('Away…');
    await ana.waitForModal('Away');
    await ana.fill({ 'First day away': '2026-04-03', 'Last day away': '2026-04-02' });
    expect(JSON.stringify(await ana.submit())).toContain('The last day lies before the first');
    await ana.fill({ 'First day away': '2026-04-02', 'Last day away': '2026-04-03' });
    await ana.submit();
    await ana.waitForHome('Thu 2 Apr 2026 to Fri 3 Apr 2026');
    await company.at(tenInBerlin);
    expect(texts(company, 'ana')).toEqual([]);
    await company.at('2026-04-06T08:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
    expect(await checkInOf(company, 'ana')).toMatchObject({ movedBecause: 'away until Fri 3 Apr 2026' });

    await ana.command('/checkin away next week');
    await ana.waitForModal('Away');
    await ana.close();
    expect(JSON.stringify(await ana.command('/checkin away 2026-03-02 2026-03-03'))).toContain(
      'That is over already. /checkin away asks for the days.',
    );
    expect(JSON.stringify(await ana.command('/checkin holidays'))).toContain('That is not clear.');
    expect(JSON.stringify(await ana.command('/plan holidays'))).toContain('That is not clear.');
    await ana.command('/checkin away 2026-05-04 2026-05-08');
    await ana.openHome();
    await ana.waitForHome('Mon 4 May 2026 to Fri 8 May 2026');
    await ana.press('Remove');
    await ana.waitForHome('no days');
    expect(await company.db.absence.count({ where: { awayFrom: new Date('2026-05-04') } })).toBe(0);
  });

  it('for all of the window owes nothing, in progress and in the evidence too', async () => {
    const company = await littleCompany(wednesday);
    await company.slack.as('ana').command('/checkin away 2026-04-02 2026-04-10');
    for (const at of [tenInBerlin, '2026-04-03T08:00:00Z', '2026-04-07T08:00:00Z', '2026-04-08T08:00:00Z']) {
      await company.at(at);
    }
    expect(texts(company, 'ana')).toEqual([]);
    await company.at('2026-04-13T08:00:00Z');
    expect(JSON.stringify(await company.slack.as('maya').command('/progress'))).toContain('check-ins excused: away');
    await company.slack.as('ana').openHome();
    await company.slack.as('ana').waitForHome('check-ins excused: away');
    await company.at('2026-06-23T07:00:00Z');
    const evidence = await company.slack.as('ana').waitForMessage('Evidence: H1 2026 review');
    expect(evidence.text).toMatch(/\d+ of \d+ check-ins excused: .*away/);
  });

  it('and says so after the prompt is excused by it, and asked again when back in time', async () => {
    const company = await littleCompany(wednesday);
    await company.at(tenInBerlin);
    const ana = company.slack.as('ana');
    await ana.command('/checkin away 2026-04-20');
    await company.at('2026-04-02T08:01:00Z');
    await ana.waitForMessage('Excused (away until Mon 20 Apr 2026)');
    await company.at('2026-04-03T08:00:00Z');
    expect(texts(company, 'ana')).toHaveLength(1);
    expect(JSON.stringify(await ana.command('/checkin back'))).toContain('Welcome back');
    await company.at('2026-04-03T09:00:00Z');
    await ana.waitForMessage('How is it going?');
    expect(await checkInOf(company, 'ana')).toMatchObject({ excuse: null, excusedBecause: null });
    await answerCheckIn(ana, { 'Reopened tickets (tickets)': '2' });
    expect(await checkInOf(company, 'ana')).toMatchObject({ answeredAt: expect.any(Date) });
  });

  it('by their Slack status is not asked either, where the workspace reads it', async () => {
    const company = await littleCompany(wednesday);
    await company.slack.as('bo').setsStatus('Vacationing', ':palm_tree:');
    expect(await company.db.absence.count()).toBe(0);
    await change(company, ['metrics:\n', 'reads_slack_status: true\nmetrics:\n']);
    company.clock.moveTo('2026-04-02T07:00:00Z');
    await company.slack.as('ana').setsStatus('Urlaub', ':desert_island:');
    await company.slack.as('ana').setsStatus('Urlaub!', ':desert_island:');
    await expect.poll(() => company.db.absence.count()).toBe(1);
    await company.at(tenInBerlin);
    expect(texts(company, 'ana')).toEqual([]);
    company.clock.moveTo('2026-04-02T10:00:00Z');
    await company.slack.as('ana').setsStatus('');
    const ana = { memberId: company.slack.as('ana').id };
    await expect.poll(() => company.db.absence.count({ where: ana })).toBe(0);
    // Bo's was there before anybody read it, and was found in the member list.
    expect(await company.db.absence.findMany()).toMatchObject([{ memberId: company.slack.as('bo').id }]);
    await company.at('2026-04-03T08:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
  });
});

describe('a cadence whose day is changed', () => {
  it.each([
    ['to one that has passed this week: asked now, once', '2026-04-01T08:00:00Z', 'tuesday'],
    ['to one whose window has closed already: asked now, once', '2026-04-01T08:00:00Z', 'monday'],
  ])('%s', async (_, changedAt, name) => {
    const company = await littleCompany('2026-03-31T18:00:00Z');
    await company.at(changedAt);
    await change(company, day(name), ['window_days: 3', 'window_days: 2']);
    for (const at of ['2026-04-01T08:01:00Z', '2026-04-01T08:02:00Z', tenInBerlin, '2026-04-03T08:00:00Z']) {
      await company.at(at);
    }
    expect(prompts(company, 'ana')).toHaveLength(1);
    await company.at('2026-04-07T08:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(2);
  });

  it('to one that is still to come, after the prompt: not asked again', async () => {
    const company = await littleCompany(wednesday);
    await company.at(tenInBerlin);
    await change(company, day('friday'));
    for (const at of ['2026-04-02T09:00:00Z', '2026-04-03T08:00:00Z', '2026-04-03T15:00:00Z']) await company.at(at);
    expect(prompts(company, 'ana')).toHaveLength(1);
    await company.at('2026-04-10T08:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(2);
  });

  it('from every week to every second: nobody is asked about this one again, and the next is left out', async () => {
    const company = await littleCompany(wednesday);
    await company.at(tenInBerlin);
    await change(company, ['every: week', 'every: fortnight']);
    const asked: number[] = [];
    for (const at of ['2026-04-03T08:00:00Z', '2026-04-09T08:00:00Z', '2026-04-16T08:00:00Z', '2026-04-23T08:00:00Z']) {
      await company.at(at);
      asked.push(prompts(company, 'ana').length);
    }
    // 2026-01-01 began the first fortnight: the 9th and the 23rd of April are its days.
    expect(asked).toEqual([1, 2, 2, 3]);
  });
});

describe('a member who travels', () => {
  it('over the date line is asked once about each week, in both directions', async () => {
    const company = await littleCompany('2026-03-31T00:00:00Z');
    const move = async (timeZone: string) => {
      company.slack.updatePerson('ana', { timeZone });
      await company.slack.eventsSettled();
    };
    await move('Pacific/Auckland');
    await company.at('2026-04-01T21:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
    // There it is Thursday once more.
    await move('Pacific/Honolulu');
    await company.at('2026-04-02T20:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(1);
    await company.at('2026-04-09T20:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(2);
    // And here Thursday is over before it began: the next is the week after.
    await move('Pacific/Auckland');
    await company.at('2026-04-09T21:00:00Z');
    await company.at('2026-04-15T22:00:00Z');
    expect(prompts(company, 'ana')).toHaveLength(3);
  });
});

describe('after we were down', () => {
  it('a check-in still in its window is asked, those that passed are on record as missed by us', async () => {
    const company = await littleCompany(wednesday);
    await company.at('2026-04-01T13:00:00Z');
    await company.at('2026-04-24T12:00:00Z');
    await company.at('2026-04-24T12:01:00Z');
    const rows = await company.db.checkIn.findMany({
      where: { memberId: company.slack.as('ana').id },
      orderBy: { occursOn: 'asc' },
    });
    expect(rows.map(({ occursOn, excuse }) => [occursOn.toISOString().slice(0, 10), excuse])).toEqual([
      ['2026-04-02', 'our_downtime'],
      ['2026-04-09', 'our_downtime'],
      ['2026-04-16', 'our_downtime'],
      ['2026-04-23', null],
    ]);
    expect(prompts(company, 'ana')).toHaveLength(1);
    const progress = JSON.stringify(await company.slack.as('ana').command('/progress'));
    expect(progress).toContain('3 of 4 check-ins excused: missed by us, not by the person');
  });
});
