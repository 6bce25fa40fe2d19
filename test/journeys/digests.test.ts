import { describe, expect, it } from 'vitest';
import { answerCheckIn, littleCompany } from './little-company.ts';

const monday = '2026-03-23T16:00:00Z';
const thursday = '2026-03-26T15:00:00Z';
const fridayAtThree = '2026-03-27T14:00:00Z';
const win = { Client: 'Northwind', 'What changed for them': 'They renewed for two years.', 'Who helped': ['bo'] };

describe('the weekly client-win digest', () => {
  it('tells the team who won what, with the story in its thread', async () => {
    const { slack, at } = await littleCompany(monday);
    await at(thursday);
    await answerCheckIn(slack.as('ana'), win);
    await at('2026-03-27T13:59:00Z');
    expect(slack.as('maya').reads('support')).toHaveLength(0);

    await at(fridayAtThree);
    await at('2026-03-27T14:01:00Z');
    const [digest, ...more] = slack.as('maya').reads('support');
    expect(more).toEqual([]);
    expect(digest?.text).toContain('1 win for 1 client');
    expect(digest?.text).toContain('Northwind: They renewed for two years. (@ana, @bo)');
    expect(digest?.thread.map(({ text }) => text)).toEqual([expect.stringContaining('They renewed for two years.')]);
  });

  it('is brought up to date by a late win and by an edit, in place', async () => {
    const { slack, at } = await littleCompany(monday);
    await at(thursday);
    await answerCheckIn(slack.as('ana'), win);
    await at(fridayAtThree);
    await at('2026-03-27T14:01:00Z');
    await answerCheckIn(slack.as('bo'), { Client: 'Contoso', 'What changed for them': 'First value in a week.' });
    await answerCheckIn(slack.as('ana'), { 'What changed for them': 'They renewed for three years.' });
    await at('2026-03-27T15:00:00Z');
    const [digest, ...more] = slack.as('maya').reads('support');
    expect(more).toEqual([]);
    expect(digest?.text).toContain('2 wins for 2 clients');
    expect(digest?.text).toContain('three years');
    expect(digest?.text).not.toContain('two years');
    expect(digest?.thread).toHaveLength(1);
    expect(digest?.thread[0]?.text).toContain('First value in a week.');
  });

  it('takes back a win that its author took back', async () => {
    const { slack, at, db } = await littleCompany(monday);
    await at(thursday);
    await answerCheckIn(slack.as('ana'), win);
    await at(fridayAtThree);
    await answerCheckIn(slack.as('ana'), {
      Client: null,
      'What changed for them': null,
      'Who helped': [],
      'What got in the way': 'I mixed up two clients.',
    });
    await at('2026-03-27T15:00:00Z');
    expect(slack.as('maya').reads('support')[0]?.text).toContain('No client wins were recorded');
    expect(await db.win.count()).toBe(1);
  });

  it('goes on telling the win of somebody who left', async () => {
    const { slack, at, db } = await littleCompany(monday);
    await at(thursday);
    await answerCheckIn(slack.as('ana'), { ...win, 'Who helped': [] });
    await at(fridayAtThree);
    await db.member.updateMany({ where: { name: 'ana' }, data: { teamKey: null } });
    slack.deactivate('ana');
    await slack.eventsSettled();
    await answerCheckIn(slack.as('bo'), { Client: 'Contoso', 'What changed for them': 'First value in a week.' });
    await at('2026-03-27T15:00:00Z');
    expect(slack.as('maya').reads('support')[0]?.text).toContain('Northwind');
    expect(slack.as('maya').reads('support')[0]?.text).toContain('2 wins for 2 clients');
  });

  it('says in one line that there were none', async () => {
    const { slack, at } = await littleCompany(monday);
    await at(fridayAtThree);
    await at('2026-03-27T15:00:00Z');
    const [digest] = slack.as('maya').reads('support');
    expect(digest?.text).toContain('No client wins were recorded for Customer Support this week');
    expect(digest?.thread).toEqual([]);
  });

  it('stays silent where that is wished, and speaks up for a late win', async () => {
    const { slack, at, db } = await littleCompany(monday);
    await db.team.updateMany({ data: { whenNoWins: 'stay_silent' } });
    await at(thursday);
    await at(fridayAtThree);
    expect(slack.as('maya').reads('support')).toHaveLength(0);
    await answerCheckIn(slack.as('ana'), win);
    await at('2026-03-27T15:00:00Z');
    await at('2026-03-27T15:01:00Z');
    const [digest] = slack.as('maya').reads('support');
    expect(digest?.text).toContain('Northwind');
    expect(digest?.thread).toHaveLength(1);
  });

  it('is told once, though the channel or the day of the digest is changed afterwards', async () => {
    const { slack, at, db } = await littleCompany(monday);
    const elsewhere = slack.addChannel({ name: 'support-news', members: ['maya'], botIsMember: true });
    await at(thursday);
    await answerCheckIn(slack.as('ana'), win);
    await at(fridayAtThree);
    // As the workspace file does it: a new day counts from when it is applied.
    const definedAt = new Date('2026-03-27T15:30:00Z');
    await db.team.updateMany({ data: { channelId: elsewhere, digestDay: 3, definedAt } });
    await at('2026-03-27T16:00:00Z');
    expect(slack.as('maya').reads('support-news')).toHaveLength(0);
    await answerCheckIn(slack.as('ana'), { 'What changed for them': 'They renewed for three years.' });
    await at('2026-03-27T17:00:00Z');
    expect(slack.as('maya').reads('support')[0]?.text).toContain('three years');
  });

  it('does not come months late because somebody edits an old answer', async () => {
    const { slack, at, db } = await littleCompany(monday);
    await db.team.updateMany({ data: { whenNoWins: 'stay_silent' } });
    await at(thursday);
    await answerCheckIn(slack.as('ana'), { 'What got in the way': 'Nothing.' });
    await at(fridayAtThree);
    await at('2026-06-01T14:00:00Z');
    await slack.as('ana').press('Edit', { message: slack.as('ana').reads()[0]?.ts ?? '' });
    await slack.as('ana').waitForModal();
    await slack.as('ana').fill(win);
    await slack.as('ana').submit();
    await at('2026-06-01T14:01:00Z');
    expect(slack.as('maya').reads('support')).toHaveLength(0);
  });

  it('lets nobody mention everybody', async () => {
    const { slack, at } = await littleCompany(monday);
    await at(thursday);
    await answerCheckIn(slack.as('ana'), {
      Client: '<!channel>',
      'What changed for them': '<https://evil.example|click>',
    });
    await at(fridayAtThree);
    const [digest] = slack.messages('support');
    expect(JSON.stringify(digest)).toContain('&lt;!channel&gt;');
    expect(JSON.stringify(digest)).not.toContain('<!channel>');
    expect(JSON.stringify(digest)).not.toContain('<https://evil');
  });
});

describe('the review digest', () => {
  it('gives member and manager the same evidence, at the same time', async () => {
    const { slack, at } = await littleCompany(monday);
    await at(thursday);
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.25', ...win });
    await at('2026-04-02T14:00:00Z');
    await answerCheckIn(slack.as('ana'), {
      'Time to first reply (hours)': '3.5',
      'What got in the way': 'Two people away.',
    });
    await at('2026-06-23T06:59:00Z');
    const early = slack.as('maya').reads();
    expect(early.filter(({ text }) => text.includes('Evidence'))).toEqual([]);
    await at('2026-06-23T07:00:00Z');
    const hers = await slack.as('ana').waitForMessage('Evidence: H1 2026 review');
    const managers = await slack.as('maya').waitForMessage('Evidence: H1 2026 review');
    const body = (text: string) => text.split('\n').slice(2).join('\n');
    expect(body(hers.text)).toBe(body(managers.text));
    expect(hers.ts.split('.')[0]).toBe(managers.ts.split('.')[0]);
    for (const words of [
      'M1 Time to first reply (leading, lower is better; source: Help desk): 4.25 → 3.5 hours, falling',
      'M2 Reopened tickets (lagging, lower is better; source: Help desk): no value',
      'W1 Northwind, Thu 26 Mar 2026: They renewed for two years. (@ana, @bo)',
      'O1 Thu 2 Apr 2026: Two people away.',
      'No value at all: Reopened tickets.',
    ]) {
      expect(hers.text).toContain(words);
    }
  });

  it('holds everything, uncut, in its thread', async () => {
    const { slack, at } = await littleCompany(monday);
    await at(thursday);
    const long = `It began with the export. ${'Then it went on. '.repeat(40)}That is all.`;
    await answerCheckIn(slack.as('ana'), { ...win, 'What changed for them': long, 'What got in the way': long });
    await at('2026-06-23T07:00:00Z');
    await at('2026-06-23T07:01:00Z');
    for (const reader of ['ana', 'maya']) {
      const digest = await slack.as(reader).waitForMessage('Evidence: H1 2026 review');
      expect(digest.text).not.toContain('That is all.');
      const thread = digest.thread.map(({ text }) => text).join('\n');
      expect(thread.split(long.trim())).toHaveLength(3);
    }
  });

  it('does not change when an answer changes later', async () => {
    const { slack, at } = await littleCompany(monday);
    await at(thursday);
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4' });
    slack.faults.next('chat.postMessage', { kind: 'server-error', effect: 'none' });
    await at('2026-06-23T07:00:00Z');
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '1' });
    for (const minute of ['03', '05', '07']) await at(`2026-06-23T07:${minute}:00Z`);
    for (const reader of ['ana', 'maya']) {
      const digests = slack
        .as(reader)
        .reads()
        .filter(({ text }) => text.includes('Evidence:'));
      expect(digests).toHaveLength(1);
      expect(digests[0]?.text).toContain(': 4 hours');
    }
  });

  it('goes to a new manager too, and to the old one no more', async () => {
    const { slack, at, db } = await littleCompany(monday);
    await at('2026-06-23T07:00:00Z');
    const id = (name: string) => slack.as(name).id;
    await db.member.updateMany({ where: { id: id('ana') }, data: { managerId: id('zoe') } });
    await at('2026-06-25T09:00:00Z');
    const evidence = await slack.as('zoe').waitForMessage('Evidence: H1 2026 review');
    expect(evidence.text).toContain('the review of @ana');
    expect(slack.as('zoe').reads()).toHaveLength(1);
    const looks = await db.evidenceLook.findMany({ where: { subjectId: id('ana') }, orderBy: { lookedAt: 'asc' } });
    expect(looks.map(({ actorId }) => actorId)).toEqual([id('maya'), id('zoe')]);
    for (const { parts } of looks) expect(parts).toContain('plan');
  });

  it('goes to whoever stands above a manager who left', async () => {
    const { slack, at, db } = await littleCompany(monday);
    slack.deactivate('maya');
    await slack.eventsSettled();
    await db.member.updateMany({ where: { name: 'maya' }, data: { managerId: slack.as('zoe').id } });
    await at('2026-06-23T07:00:00Z');
    for (const name of ['ana', 'zoe']) await slack.as(name).waitForMessage('Evidence: H1 2026 review');
  });

  it('comes again when the review is moved', async () => {
    const { slack, at, db } = await littleCompany(monday);
    await at('2026-06-23T07:00:00Z');
    await db.review.updateMany({ data: { reviewOn: new Date('2026-09-30') } });
    await at('2026-09-23T07:00:00Z');
    const digests = slack
      .as('ana')
      .reads()
      .filter(({ text }) => text.includes('Evidence:'));
    expect(digests).toHaveLength(2);
    expect(digests[1]?.text).toContain('Wed 30 Sep 2026');
  });
});
