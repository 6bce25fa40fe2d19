import { describe, expect, it } from 'vitest';
import { answerCheckIn, littleCompany } from './little-company.ts';

// 2026-03-26 is a Thursday. Berlin changes its clocks on the 29th, New York did on the 8th.
const friday = '2026-03-20T16:00:00Z';
const tenInBerlin = '2026-03-26T09:00:00Z';
const tenInNewYork = '2026-03-26T14:00:00Z';

describe('a check-in', () => {
  it('asks each member once, at ten where they are', async () => {
    const { slack, at } = await littleCompany(friday);
    await at('2026-03-26T08:59:00Z');
    expect(slack.as('ana').reads()).toHaveLength(0);

    await at(tenInBerlin);
    await at('2026-03-26T09:01:00Z');
    expect(
      slack
        .as('ana')
        .reads()
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('How is it going?')]);
    expect(slack.as('bo').reads()).toHaveLength(0);

    await at(tenInNewYork);
    expect(slack.as('bo').reads()).toHaveLength(1);
    expect(slack.as('ana').reads()).toHaveLength(1);
    expect(slack.as('maya').reads()).toHaveLength(0);
  });

  it('is answered in the modal, told to be mended, saved, and edited', async () => {
    const { slack, at, service } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.press('Answer');
    await ana.waitForModal('Weekly check-in');
    await ana.fill({ 'Time to first reply (hours)': 'about four', Client: 'Northwind' });
    const refused = await ana.submit();
    expect(JSON.stringify(refused)).toContain('Write a number such as 12 or 4.5');
    expect(JSON.stringify(refused)).toContain('Say what changed for them');

    await ana.fill({
      'Time to first reply (hours)': '4.2',
      'What changed for them': 'Their team answers tickets from our guide now.',
      'Who helped': ['bo'],
    });
    await ana.submit();
    await service.ring();
    const copy = await ana.waitForMessage('Answered: Weekly check-in');
    expect(copy.text).toContain('Time to first reply: 4.2 hours');
    expect(copy.text).toContain('Reopened tickets: no value this time');
    expect(ana.reads()).toHaveLength(1);

    await ana.press('Edit');
    const form = await ana.waitForModal('Weekly check-in');
    expect(JSON.stringify(form)).toContain('Their team answers tickets from our guide now.');
    await ana.fill({ 'Reopened tickets (tickets)': '0' });
    await ana.submit();
    await service.ring();
    await ana.waitForMessage('Reopened tickets: 0 tickets');
    expect(ana.reads()).toHaveLength(1);
  });

  it('keeps every version, and every value with what it superseded', async () => {
    const { slack, at, db } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    for (const hours of ['4.2', '3', '3.0']) {
      await ana.command('/checkin');
      await ana.waitForModal('Weekly check-in');
      await ana.fill({ 'Time to first reply (hours)': hours });
      await ana.submit();
    }
    expect(await db.checkInAnswer.count()).toBe(3);
    const values = await db.observation.findMany({
      where: { metricKey: 'first_reply_hours' },
      orderBy: { recordedAt: 'asc' },
      select: { value: true, supersededBy: { select: { id: true } } },
    });
    expect(values.map(({ value, supersededBy }) => [value?.toFixed(), supersededBy !== null])).toEqual([
      ['4.2', true],
      ['3', false],
    ]);
    const skipped = await db.observation.findMany({ where: { metricKey: 'reopened' } });
    expect(skipped.map(({ value }) => value)).toEqual([null]);
  });

  it('reminds once, and only those who have not answered', async () => {
    const { slack, at } = await littleCompany(friday);
    await at(tenInBerlin);
    await at(tenInNewYork);
    const bo = slack.as('bo');
    await bo.press('Answer');
    await bo.waitForModal();
    await bo.fill({ 'What got in the way': 'The phone system was down for a day.' });
    await bo.submit();
    await at('2026-03-27T09:00:00Z');
    await at('2026-03-27T14:00:00Z');
    await at('2026-03-30T12:00:00Z');
    expect(
      slack
        .as('ana')
        .reads()
        .map(({ text }) => text.includes('A reminder, the only one')),
    ).toEqual([false, true]);
    expect(bo.reads()).toHaveLength(1);
  });

  it('can be answered before it is asked, and is then not asked', async () => {
    const { slack, at } = await littleCompany(friday);
    await at('2026-03-24T09:00:00Z');
    const ana = slack.as('ana');
    await ana.command('/checkin');
    expect(JSON.stringify(await ana.waitForModal())).toContain('You are early');
    await ana.fill({ 'Reopened tickets (tickets)': '2' });
    await ana.submit();
    await at('2026-03-24T09:01:00Z');
    await ana.waitForMessage('Answered: Weekly check-in');
    await at(tenInBerlin);
    expect(ana.reads()).toHaveLength(1);
  });

  it('tells somebody without a team what to do', async () => {
    const { slack } = await littleCompany(friday);
    const answer = await slack.as('zoe').command('/checkin');
    expect(JSON.stringify(answer)).toContain('You are not on a team yet');
  });

  it('refuses an empty form', async () => {
    const { slack, at } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.press('Answer');
    await ana.waitForModal();
    expect(JSON.stringify(await ana.submit())).toContain('Nothing is filled in yet');
  });

  it('can be taken back, all of it', async () => {
    const { slack, at, db, service } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await answerCheckIn(ana, { 'Time to first reply (hours)': '4.2' });
    await answerCheckIn(ana, { 'Time to first reply (hours)': null });
    await service.ring();
    expect((await ana.waitForMessage('Answered:')).text).toContain('Time to first reply: no value this time');
    const standing = await db.observation.findMany({ where: { metricKey: 'first_reply_hours', supersededBy: null } });
    expect(standing.map(({ value }) => value)).toEqual([null]);
  });

  it('that cannot be saved says so and keeps what was typed', async () => {
    const { slack, at, db } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.press('Answer');
    await ana.waitForModal();
    await ana.fill({ 'What got in the way': 'A long outage.' });
    await db.$executeRaw`alter table "CheckInAnswer" rename to "Elsewhere"`;
    expect(JSON.stringify(await ana.submit())).toContain('Nothing you typed is lost');
    expect(JSON.stringify(ana.modal())).toContain('A long outage.');
    expect(await db.checkIn.count({ where: { answeredAt: { not: null } } })).toBe(0);

    await db.$executeRaw`alter table "Elsewhere" rename to "CheckInAnswer"`;
    await ana.submit();
    expect(await db.checkInAnswer.count()).toBe(1);
  });

  it('that names somebody of another organisation says so, and keeps what was typed', async () => {
    const { slack, at, db } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.press('Answer');
    await ana.waitForModal();
    await ana.fill({ Client: 'Northwind', 'What changed for them': 'They renewed.', 'Who helped': ['zoe'] });
    await db.member.deleteMany({ where: { name: 'zoe' } });
    expect(JSON.stringify(await ana.submit())).toContain('not a member of this workspace');
    expect(JSON.stringify(ana.modal())).toContain('They renewed.');
    expect(await db.checkInAnswer.count()).toBe(0);
  });

  it('stays with the member who moves to another zone: asked once', async () => {
    const { slack, at } = await littleCompany(friday);
    await at(tenInBerlin);
    slack.updatePerson('ana', { timeZone: 'America/New_York' });
    await slack.eventsSettled();
    await at(tenInNewYork);
    expect(slack.as('ana').reads()).toHaveLength(1);
  });

  it('is not asked of somebody who left', async () => {
    const { slack, at, db } = await littleCompany(friday);
    slack.deactivate('ana');
    await slack.eventsSettled();
    await at(tenInBerlin);
    await at(tenInNewYork);
    expect(await db.delivery.count()).toBe(1);
    expect(slack.as('bo').reads()).toHaveLength(1);
  });
});
