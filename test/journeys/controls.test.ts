import { describe, expect, it } from 'vitest';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// 2026-03-26 is a Thursday; ana lives in Berlin and is asked at ten, her window closes on Tuesday at ten. Berlin changes
// its clocks on Sunday the 29th.
const friday = '2026-03-20T16:00:00Z';
const tenInBerlin = '2026-03-26T09:00:00Z';
const weekly = 'Weekly check-in';

function dm({ slack }: LittleCompany, name = 'ana'): string[] {
  return slack
    .as(name)
    .reads()
    .map(({ text }) => text);
}

describe('"Later today"', () => {
  it('asks again in three hours, in a message of its own, and the first says so', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    const ana = company.slack.as('ana');
    await ana.choose('...', 'Later today');
    await company.service.ring();
    await ana.waitForMessage('Put off until');
    await ana.choose('...', 'Skip…');
    await ana.waitForModal('Skip this check-in');
    await ana.close();
    await company.at('2026-03-26T11:59:00Z');
    expect(dm(company)).toHaveLength(1);
    await company.at('2026-03-26T12:00:00Z');
    expect(dm(company)).toEqual([
      expect.stringContaining('Put off until'),
      expect.stringContaining(`You put this off until now: your ${weekly} of Thu 26 Mar 2026`),
    ]);

    await answerCheckIn(ana, { 'Time to first reply (hours)': '4.2' });
    await company.service.ring();
    expect(dm(company)).toEqual([
      expect.stringContaining('Answered: Weekly check-in'),
      expect.stringContaining('Answered, thank you'),
    ]);
    await company.at('2026-03-27T12:00:00Z');
    expect(dm(company)).toHaveLength(2);
  });

  it('in the evening comes the next working morning, and no reminder meanwhile', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    await company.at('2026-03-26T16:30:00Z');
    await company.slack.as('ana').choose('...', 'Later today');
    await company.at('2026-03-27T07:59:00Z');
    expect(dm(company)).toHaveLength(1);
    await company.at('2026-03-27T08:00:00Z');
    expect(dm(company)[1]).toContain('You put this off until now');
    // A working day after that, at the cadence's time, the one reminder.
    await company.at('2026-03-27T09:00:00Z');
    expect(dm(company)).toHaveLength(2);
    await company.at('2026-03-30T08:00:00Z');
    expect(dm(company)).toEqual([
      expect.stringContaining('Put off until'),
      expect.stringContaining('A later message asks for this again.'),
      expect.stringContaining('A reminder, the only one'),
    ]);
  });

  it('can be said again of what came back, also as "Tomorrow"', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    const ana = company.slack.as('ana');
    await ana.choose('...', 'Later today');
    await company.at('2026-03-26T12:00:00Z');
    await ana.choose('... (2)', 'Tomorrow');
    await company.service.ring();
    expect(dm(company)[1]).toContain('and asked again then');
    await company.at('2026-03-27T09:00:00Z');
    expect(dm(company)).toEqual([
      expect.stringContaining('Put off until'),
      expect.stringContaining('A later message asks for this again.'),
      expect.stringContaining('You put this off until now'),
    ]);
  });

  it('says so when the window closes before', async () => {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    await company.at('2026-03-31T07:30:00Z');
    const ana = company.slack.as('ana');
    await ana.choose('...', 'Tomorrow', { message: 'latest' });
    expect(JSON.stringify(await ana.waitForModal('Check in'))).toContain('late: /checkin takes late answers too');
  });
});

describe('"Skip"', () => {
  it('takes a reason, which the manager sees apart from missed, and is undone', async () => {
    const company = await littleCompany(friday);
    const { slack, service, at } = company;
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.choose('...', 'Skip…');
    await ana.waitForModal('Skip this check-in');
    await ana.fill({ Why: 'First week after parental leave <nothing> to tell' });
    await ana.submit();
    await service.ring();
    const skipped = await ana.waitForMessage('Skipped: Weekly check-in');
    expect(skipped.text).toContain('First week after parental leave <nothing> to tell');
    expect(skipped.buttons).toEqual(['Answer', 'Undo']);
    await at('2026-03-27T09:00:00Z');
    expect(dm(company)).toHaveLength(1);
    expect(JSON.stringify(await slack.as('maya').command('/progress @ana'))).toContain('skipped with a reason');

    await ana.press('Undo');
    await service.ring();
    expect(dm(company)).toEqual([expect.stringContaining('How is it going?')]);
    await at('2026-03-30T08:00:00Z');
    expect(dm(company)[1]).toContain('A reminder, the only one');
  });

  it('is undone by answering', async () => {
    const { slack, service, at } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.choose('...', 'Skip…');
    await ana.waitForModal();
    await ana.fill({ Why: 'Nothing new' });
    await ana.submit();
    await service.ring();
    await ana.press('Answer');
    await ana.waitForModal(weekly);
    await ana.fill({ 'Time to first reply (hours)': '4.2' });
    await ana.submit();
    await service.ring();
    await ana.waitForMessage('Answered: Weekly check-in');
    expect(JSON.stringify(await ana.command('/progress'))).toContain('answered all 1');
  });

  it('does not go without a reason', async () => {
    const { slack, at, db } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.choose('...', 'Skip…');
    await ana.waitForModal();
    await ana.fill({ Why: '   ' });
    expect(JSON.stringify(await ana.submit())).toContain('Say why, in a few words.');
    expect(await db.checkIn.count({ where: { excuse: 'skipped' } })).toBe(0);
  });
});

describe('"Not for me"', () => {
  async function optedOut() {
    const company = await littleCompany(friday);
    await company.at(tenInBerlin);
    const ana = company.slack.as('ana');
    await ana.choose('...', 'Not for me…');
    await ana.waitForModal('Not for me');
    await ana.fill({ Why: 'I am on the other project until summer' });
    await ana.submit();
    await company.service.ring();
    return { ...company, ana };
  }

  it('ends the asking, and manager and Home show it', async () => {
    const company = await optedOut();
    const { slack, at, ana } = company;
    expect(dm(company)).toEqual([expect.stringContaining('You are not asked for Weekly check-in any more.')]);
    await at('2026-04-02T09:00:00Z');
    expect(dm(company)).toHaveLength(1);
    const seen = JSON.stringify(await slack.as('maya').command('/progress @ana'));
    expect(seen).toContain('Does not want to be asked: Weekly check-in (I am on the other project until summer)');
    await ana.openHome();
    expect((await ana.waitForHome('You are not asked for Weekly check-in')).buttons).toContain('Ask me again');
  });

  it('is taken back in Home: asked again at once while the window is open', async () => {
    const company = await optedOut();
    const { at, ana } = company;
    await at('2026-04-02T09:00:00Z');
    await ana.openHome();
    await ana.press('Ask me again', { in: 'home' });
    await company.service.ring();
    expect((await ana.waitForHome('waits for an answer')).text).not.toContain('You are not asked for');
    expect(dm(company)[1]).toContain('Thu 2 Apr 2026\nHow is it going?');
  });

  it('is taken back under the message', async () => {
    const company = await optedOut();
    await company.ana.press('Ask me again');
    await company.service.ring();
    expect(dm(company)).toEqual([expect.stringContaining('How is it going?')]);
    await company.at('2026-04-02T08:00:00Z');
    expect(dm(company).at(-1)).toContain('Thu 2 Apr 2026');
  });
});

describe('a draft', () => {
  it('is kept when the form is closed, filled in when it is opened again, and gone when it is saved', async () => {
    const { slack, at, db } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.press('Answer');
    await ana.waitForModal();
    await ana.fill({
      'Time to first reply (hours)': 'four or so',
      'What got in the way': 'Phones were down',
      'Who helped': ['bo'],
    });
    await ana.close();
    await expect.poll(() => db.checkInDraft.count()).toBe(1);
    expect(JSON.stringify(await slack.as('maya').command('/progress @ana'))).not.toContain('Phones were down');

    await ana.press('Answer');
    const form = JSON.stringify(await ana.waitForModal());
    expect(form).toContain('Your draft of');
    expect(form).toContain('Phones were down');
    expect(form).toContain('four or so');
    await ana.fill({ 'Time to first reply (hours)': '4', 'Who helped': [] });
    await ana.submit();
    await ana.waitForNoModal();
    expect(await db.checkInDraft.count()).toBe(0);
    expect(await db.checkInAnswer.findMany()).toMatchObject([{ obstacle: 'Phones were down' }]);
  });

  it('is not made by closing what was not changed, and is emptied away', async () => {
    const { slack, at, db } = await littleCompany(friday);
    await at(tenInBerlin);
    const ana = slack.as('ana');
    await ana.press('Answer');
    await ana.waitForModal();
    await ana.close();
    await ana.press('Answer');
    await ana.waitForModal();
    await ana.fill({ 'What got in the way': 'Phones' });
    await ana.close();
    await expect.poll(() => db.checkInDraft.count()).toBe(1);
    await ana.press('Answer');
    await ana.waitForModal();
    await ana.fill({ 'What got in the way': null });
    await ana.close();
    await expect.poll(() => db.checkInDraft.count()).toBe(0);
  });
});
