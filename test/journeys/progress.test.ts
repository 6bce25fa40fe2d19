import { describe, expect, it } from 'vitest';
import { answerCheckIn, littleCompany } from './little-company.ts';

describe('/progress', () => {
  it('shows a manager their people, and writes the look down', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    await answerCheckIn(slack.as('ana'), {
      'Time to first reply (hours)': '4.2',
      Client: 'Northwind',
      'What changed for them': 'They renewed.',
    });
    const seen = JSON.stringify(await slack.as('maya').command('/progress'));
    expect(seen).toContain('ana: answered all 1');
    expect(seen).toContain('bo: has not answered Thu 26 Mar 2026 yet (0 of 1 answered)');
    expect(seen).toContain('Has a check-in to answer (1 of 2): bo (since 26 Mar)');
    const looks = await db.evidenceLook.findMany({ select: { actorId: true, subjectId: true } });
    const id = (name: string) => slack.as(name).id;
    expect(looks).toEqual(
      expect.arrayContaining([
        { actorId: id('maya'), subjectId: id('ana') },
        { actorId: id('maya'), subjectId: id('bo') },
      ]),
    );
    expect(looks).toHaveLength(2);
    // One of them in full, and the list stays above it.
    await slack.as('maya').press('In full', { beside: 'ana' });
    const inFull = await slack.as('maya').waitForMessage('Time to first reply: 4.2 hours so far, the first value');
    expect(inFull.text).toContain('Win for Northwind: They renewed.');
    expect(await db.evidenceLook.count()).toBe(3);
  });

  it('shows a person their own, and nobody else what is not theirs to see', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
    expect(JSON.stringify(await slack.as('ana').command('/progress'))).toContain('Your manager sees the same.');
    expect(JSON.stringify(await slack.as('maya').command('/progress @ana'))).toContain('4.2 hours');
    for (const typed of ['/progress @ana', '/progress Customer Support']) {
      const refused = JSON.stringify(await slack.as('zoe').command(typed));
      expect(refused).toContain('seen by themselves and the managers above them');
      expect(refused).not.toContain('4.2');
    }
    const bos = JSON.stringify(await slack.as('bo').command('/progress support'));
    expect(bos).not.toContain('4.2');
    expect(bos).toContain('bo');
  });

  it('is not lost to those above a manager who left', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    await db.member.updateMany({ where: { name: 'maya' }, data: { managerId: slack.as('zoe').id } });
    await at('2026-03-26T15:00:00Z');
    slack.deactivate('maya');
    await slack.eventsSettled();
    expect(JSON.stringify(await slack.as('zoe').command('/progress @ana'))).toContain('has not answered');
  });

  it('shows what was answered early', async () => {
    const { slack } = await littleCompany('2026-03-23T16:00:00Z');
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
    expect(JSON.stringify(await slack.as('ana').command('/progress'))).toContain('4.2 hours');
  });

  it.each([
    ['/progress help', 'shows one person'],
    ['/progress nowhere', 'There is no team called \\"nowhere\\". The teams are: Customer Support.'],
    ['/progress updte', 'Did you mean /progress update? There is no team called'],
    ['/progress team customer support', 'Customer Support'],
    ['/progress @Slackbot', 'Bots and people who left have none'],
    ['/checkin help', 'opens your check-in'],
  ])('%s answers with what helps', async (typed, words) => {
    const { slack } = await littleCompany('2026-03-23T16:00:00Z');
    expect(JSON.stringify(await slack.as('ana').command(typed))).toContain(words);
  });

  it('tells the command line to administrators alone', async () => {
    const { slack } = await littleCompany('2026-03-23T16:00:00Z', { administrator: 'zoe' });
    const told = async (who: string, typed: string) => JSON.stringify(await slack.as(who).command(typed));
    expect(await told('zoe', '/throughline setup')).toContain('npm run cli -- apply');
    for (const typed of ['/throughline setup', '/throughline voice', '/throughline sources', '/throughline precedes']) {
      expect(await told('ana', typed)).not.toContain('npm run');
    }
  });
});

describe('App Home', () => {
  it('shows what is owed, what is on record, and when it will be used', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    const ana = slack.as('ana');
    await ana.openHome();
    const home = await ana.waitForHome('Your check-in of Thu 26 Mar 2026 waits');
    expect(home.text).toContain('Time to first reply: no value yet');
    expect(home.text).toContain('Next review: H1 2026 review, Tue 30 Jun 2026');
    await ana.press('Check in');
    await ana.waitForModal('Weekly check-in');
  });

  it('lists what is to do, each with the button that does it', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await ana.openHome();
    expect((await ana.waitForHome('You owe nothing')).text).not.toContain('To do');
    await at('2026-03-26T15:00:00Z');
    await ana.openHome();
    await ana.waitForHome('Your check-in of Thu 26 Mar 2026 waits');
    await ana.press('Answer', { in: 'home' });
    await ana.waitForModal('Weekly check-in');
    await ana.fill({ 'What got in the way': 'An outage.' });
    await ana.submit();
    await ana.openHome();
    await ana.waitForHome('You owe nothing');
  });

  it('opens everything on record, and only about oneself', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.2', 'What got in the way': 'An outage.' });
    await answerCheckIn(slack.as('bo'), { 'What got in the way': 'Nothing of note.' });
    const ana = slack.as('ana');
    await ana.openHome();
    await ana.waitForHome('Next review');
    await ana.press('Everything on record');
    const record = (await ana.waitForModal('Everything on record')).lines.join('\n');
    expect(record).toContain('Thu 26 Mar 2026: 4.2 hours');
    expect(record).toContain('An outage.');
    expect(record).not.toContain('Nothing of note.');
  });
});
