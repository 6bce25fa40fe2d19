import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const thursday = '2026-03-26T15:00:00Z';
const fridayAtThree = '2026-03-27T14:00:00Z';

async function tellWin(who: Person, fields: Parameters<Person['fill']>[0]): Promise<void> {
  await who.command('/win');
  await who.fill(fields);
  await who.submit();
  await who.close();
}

async function nameWait(who: Person): Promise<void> {
  await who.command('/throughline waiting');
  await who.press('Name a wait');
  await who.fill({ 'For which team': 'Engineering', 'What is waited for': 'An export that resumes.' });
  await who.submit();
  await who.close();
}

/** With a second team, which Zoe is on. */
async function twoTeams(): Promise<LittleCompany> {
  const company = await littleCompany('2026-03-23T16:00:00Z');
  const { db, service, slack } = company;
  const { workspaceId } = service;
  await db.team.create({
    data: { workspaceId, key: 'engineering', name: 'Engineering', definedAt: new Date('2026-03-23T16:00:00Z') },
  });
  await db.member.updateMany({ where: { id: slack.as('zoe').id }, data: { teamKey: 'engineering' } });
  return company;
}

describe('the client-win digest', () => {
  it('begins with what changed and what several teams won together, and tells what moved', async () => {
    const { slack, at } = await twoTeams();
    const [ana, bo] = [slack.as('ana'), slack.as('bo')];
    await at(thursday);
    const renewal = 'Renewal: they stay';
    await tellWin(ana, { Client: 'Alpha', 'What changed for them': 'They renewed.', 'What kind of change': renewal });
    await tellWin(bo, { Client: 'Beta', 'What changed for them': 'Exports run at night.', 'Who helped': ['zoe'] });
    await nameWait(ana);
    await at(fridayAtThree);
    await at('2026-03-27T14:01:00Z');
    const [digest] = slack.as('maya').reads('support');
    const text = digest?.text ?? '';
    expect(text).toContain('This week 1 client renewed.');
    expect(text).toContain('Together: Customer Support, Engineering');
    expect(text.indexOf('Beta')).toBeLessThan(text.indexOf('Alpha'));
    expect(text).toContain('Customer Support waits for Engineering: An export that resumes.');
    expect(digest?.thread[0]?.text).toContain('@zoe (Engineering)');

    // What moved after it is told by the next one, and by no other.
    await slack.as('zoe').command('/throughline waiting');
    await slack.as('zoe').press('It is over');
    await slack.as('zoe').waitForModal('The wait is over');
    await slack.as('zoe').fill({ 'What was delivered, or why it is not needed any more': 'It resumes.' });
    await slack.as('zoe').submit();
    await at('2026-04-03T14:00:00Z');
    const [first, second] = slack.as('maya').reads('support');
    expect(first?.text).not.toContain('It resumes.');
    expect(second?.text).toContain(
      'Customer Support waits for Engineering no more: An export that resumes.: It resumes.',
    );
    expect(second?.text).not.toContain('Exports run at night.');
  });

  it('shows the weeks in a picture, once there is something to compare, and not what may not be shared', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await at(thursday);
    await tellWin(ana, { Client: 'Alpha', 'What changed for them': 'They renewed.' });
    await tellWin(ana, {
      Client: 'Secret Bank',
      'What changed for them': 'Their breach was found.',
      'Who may read it': 'Only those involved',
    });
    await at(fridayAtThree);
    expect(JSON.stringify(slack.messages('support'))).not.toContain('slack_file');
    await at('2026-04-02T15:00:00Z');
    await tellWin(ana, { Client: 'Beta', 'What changed for them': 'They asked for more.' });
    await at('2026-04-03T14:00:00Z');
    const latest = () =>
      JSON.stringify(slack.messages('support').findLast(({ text }) => text?.startsWith('Client wins:')));
    const shown = latest();
    expect(shown).toContain('slack_file');
    expect(shown).toMatch(/27 Mar 1, 3 Apr 1\./);
    expect(JSON.stringify(slack.messages('support'))).not.toContain('Secret');

    await db.team.updateMany({ data: { leavesOut: ['picture'] } });
    await tellWin(ana, { Client: 'Gamma', 'What changed for them': 'They came back.' });
    await at('2026-04-03T15:00:00Z');
    const after = latest();
    expect(after).toContain('Gamma');
    expect(after).not.toContain('slack_file');
  });

  it('says how many celebrate it, each counted once', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo, maya] = ['ana', 'bo', 'maya'].map((name) => slack.as(name));
    if (!ana || !bo || !maya) throw new Error('Nobody is there');
    await at(thursday);
    await tellWin(ana, { Client: 'Alpha', 'What changed for them': 'They renewed.' });
    await at(fridayAtThree);
    const digest = () => maya.reads('support')[0]?.text;
    const message = maya.reads('support')[0]?.ts ?? '';
    await bo.reacts('tada', { in: 'support', message });
    await bo.reacts('heart', { in: 'support', message });
    await maya.reacts('tada', { in: 'support', message });
    await slack.eventsSettled();
    await at('2026-03-27T14:05:00Z');
    expect(digest()).toContain('Celebrated by 2 people.');

    // Those who had a part hear of it where they look anyway; nobody else does.
    await ana.command('/win list');
    expect(ana.reads().at(-1)?.text).toContain('celebrated by 2 people');
    await ana.openHome();
    await ana.waitForHome('The win for Alpha: celebrated by 2 people');
    await ana.openMessages();
    await tellWin(ana, {
      Client: 'Secret Bank',
      'What changed for them': 'Safe.',
      'Who may read it': 'Only those involved',
    });
    await ana.command('/win list');
    expect(
      ana
        .reads()
        .at(-1)
        ?.text.match(/celebrated by/g),
    ).toHaveLength(1);
    for (const who of [bo, maya]) {
      await who.openHome();
      expect((await who.waitForHome('Next review')).text).not.toContain('elebrated');
      await who.openMessages();
    }
    await maya.command('/progress @ana');
    expect(maya.reads().at(-1)?.text).not.toContain('elebrated');

    await bo.unreacts('tada', { in: 'support', message });
    await maya.unreacts('tada', { in: 'support', message });
    await slack.eventsSettled();
    await at('2026-03-27T14:06:00Z');
    expect(digest()).toContain('Celebrated by 1 person.');
    await bo.says('Well done', 'support');
    await maya.reacts('tada', { in: 'support' });
    await slack.eventsSettled();
    await at('2026-03-27T14:07:00Z');
    expect(digest()).toContain('Celebrated by 1 person.');
  });

  it('quotes customers who agreed, about its own people or clients, and nobody else', async () => {
    const { slack, at, db, service } = await twoTeams();
    const [ana, zoe] = [slack.as('ana'), slack.as('zoe')];
    await at(thursday);
    await tellWin(ana, { Client: 'Alpha', 'What changed for them': 'They renewed.' });
    const voice = {
      workspaceId: service.workspaceId,
      source: 'call' as const,
      saidOn: new Date('2026-03-25'),
      recordedAt: new Date('2026-03-25T10:00:00Z'),
      recordedById: ana.id,
      mayQuote: true,
    };
    const said = (words: string, more: { client?: string; mayQuote?: boolean; memberIds?: string[] }) =>
      db.customerVoice.create({ data: { ...voice, words, ...more } });
    await said('We would *not* go `back`.', { client: 'ALPHA' });
    await said('Ana is quick.', { memberIds: [ana.id] });
    await said('Please tell nobody.', { client: 'Alpha', mayQuote: false });
    await said('Zoe fixed it.', { client: 'Gamma', memberIds: [zoe.id] });
    await at(fridayAtThree);
    const text = slack.as('maya').reads('support')[0]?.text ?? '';
    expect(text).toContain('We would *not* go `back`.');
    expect(text).toContain('Ana is quick.');
    expect(text).not.toContain('Please tell nobody.');
    expect(text).not.toContain('Zoe fixed it.');

    await db.team.updateMany({ data: { leavesOut: ['quotes', 'initiatives'] } });
    await nameWait(ana);
    await db.customerVoice.create({
      data: { ...voice, client: 'Alpha', words: 'Twice as fast.', saidOn: new Date('2026-04-01'), memberIds: [ana.id] },
    });
    await at('2026-04-03T14:00:00Z');
    const next = slack.as('maya').reads('support')[1]?.text ?? '';
    expect(next).toContain('No client wins were recorded');
    expect(next).not.toContain('An export that resumes.');
    expect(next).not.toContain('Twice as fast.');
  });

  it('no longer quotes a customer who took their yes back, and quotes who said yes late', async () => {
    const { slack, at, db, service } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, maya] = [slack.as('ana'), slack.as('maya')];
    await at(thursday);
    await tellWin(ana, { Client: 'Alpha', 'What changed for them': 'They renewed.' });
    await db.customerVoice.create({
      data: {
        workspaceId: service.workspaceId,
        client: 'Alpha',
        source: 'call',
        words: 'We would not go back.',
        mayQuote: true,
        saidOn: new Date('2026-03-25'),
        recordedAt: new Date('2026-03-25T10:00:00Z'),
        recordedById: ana.id,
      },
    });
    await at(fridayAtThree);
    const digest = () => maya.reads('support')[0]?.text ?? '';
    expect(digest()).toContain('We would not go back.');
    const change = async (how: 'Correct' | 'Take back', filled: Parameters<Person['fill']>[0]) => {
      const before = ana.reads().length;
      await ana.command('/throughline voice');
      await expect.poll(() => ana.reads().length).toBeGreaterThan(before);
      await ana.choose('...', how, { message: 'latest' });
      await ana.waitForModal(`${how} a voice`);
      await ana.fill(filled);
      await ana.submit();
      await ana.waitForNoModal();
    };
    const reason = { 'Why you change it': 'They thought again.' };
    await change('Correct', { 'Permission to quote': [], ...reason });
    await at('2026-03-27T14:05:00Z');
    expect(digest()).toContain('They renewed.');
    expect(digest()).not.toContain('We would not go back.');
    await change('Correct', { 'Permission to quote': ['The customer agreed that we quote these words'], ...reason });
    await at('2026-03-27T14:06:00Z');
    expect(digest()).toContain('We would not go back.');
    await change('Take back', { Why: 'It was said of another product.' });
    await at('2026-03-27T14:07:00Z');
    expect(digest()).not.toContain('We would not go back.');
  });
});
