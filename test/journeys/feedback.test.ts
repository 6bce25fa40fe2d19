import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { give, good, readFeedback, typeFeedback } from './give-feedback.ts';
import { littleCompany } from './little-company.ts';

const monday = '2026-03-23T14:00:00Z';
const later = '2026-03-23T14:05:00Z';
const READERS = 'Who will read it';

describe('giving feedback', () => {
  it('says who reads it before anything is typed, and tells the person in their hours', async () => {
    const { slack, at } = await littleCompany('2026-03-23T19:30:00Z');
    const bo = slack.as('bo');
    await bo.command('/feedback @ana');
    const form = await bo.waitForModal('Give feedback');
    const lines = form.lines.join('\n');
    expect(lines).toContain('Who will read it: @ana and their manager, @maya, read all of it, with your name.');
    await bo.fill(good);
    await bo.submit();
    expect((await bo.waitForModal('Saved')).lines.join('\n')).toContain(
      '@ana and their manager, @maya, read all of it',
    );

    await at('2026-03-23T19:35:00Z');
    expect(slack.as('ana').reads()).toEqual([]);
    await at('2026-03-24T08:00:00Z');
    const news = await slack.as('ana').waitForMessage('@bo gave feedback about you.');
    expect(news.text).toContain('Northwind came prepared and signed on Tuesday.');
    expect(slack.as('maya').reads()).toEqual([]);
  });

  it('is not saved for another manager than the form named: it says who reads it now', async () => {
    const { slack, db } = await littleCompany(monday);
    const [bo, zoe] = [slack.as('bo'), slack.as('zoe')];
    await bo.command('/feedback @ana');
    await bo.waitForModal('Give feedback');
    await bo.fill({ [READERS]: 'Their manager with my name, the person without' });
    await bo.fill(good);
    await db.member.updateMany({ where: { id: slack.as('ana').id }, data: { managerId: zoe.id } });
    const { modal } = await bo.submit();
    const anew = modal?.lines.join('\n') ?? '';
    expect(anew).toContain('whom they report to changed');
    expect(anew).toContain('Their manager, @zoe, reads it, with your name.');
    expect(JSON.stringify(modal?.fields)).toContain(good['What did they do']);
    expect(await db.feedback.count()).toBe(0);
    await bo.submit();
    expect((await bo.waitForModal('Saved')).lines.join('\n')).toContain('@zoe');
    expect(await db.feedback.findMany()).toMatchObject([{ visibility: 'anonymous' }]);
  });

  it('asks of a gap a step and a day, and keeps what was typed when the form changes', async () => {
    const { slack } = await littleCompany(monday);
    const bo = slack.as('bo');
    await typeFeedback(bo, 'ana', good);
    await bo.fill({ 'What is it': 'A gap' });
    expect((await bo.submit()).errors).toMatchObject({ 'One concrete step': expect.anything() });
    await bo.fill({ 'One concrete step': 'Send the agenda a day ahead.', 'By when': '2026-04-15' });
    expect((await bo.submit()).errors).toBeUndefined();
    await bo.waitForModal('Saved');
    await bo.close({ all: true });
    const seen = await readFeedback(slack.as('ana'));
    expect(seen).toContain('Northwind came prepared');
    expect(seen).toContain('Next step, by Wed 15 Apr 2026: Send the agenda a day ahead.');
  });

  it('keeps a draft when the window is closed, for its author alone', async () => {
    const { slack } = await littleCompany(monday);
    const bo = slack.as('bo');
    await typeFeedback(bo, 'ana', good);
    await bo.close();
    await bo.command('/feedback @ana');
    const again = (await bo.waitForModal('Give feedback')).lines.join('\n');
    expect(again).toContain('Only you have seen it.');
    await bo.submit();
    await bo.waitForModal('Saved');
    await slack.as('zoe').command('/feedback @ana');
    expect((await slack.as('zoe').waitForModal('Give feedback')).lines.join('\n')).not.toContain('Your draft');
  });

  it.each([
    ['/feedback @bo', 'Feedback about you'],
    ['/feedback about me', 'Feedback about you'],
    ['/feedback', 'You gave'],
  ])('%s opens a view of one’s own', async (typed, words) => {
    const { slack } = await littleCompany(monday);
    expect(await readFeedback(slack.as('bo'), typed)).toContain(words);
  });

  it.each([
    ['/feedback help', 'says what you saw somebody do'],
    ['/feedback nonsense', 'That is not clear'],
    ['/feedback @Slackbot', 'Nobody is known by that name'],
    ['/feedback @Throughline', 'That is a bot'],
    ['/feedback @ana', 'They left'],
    ['/feedback ask @maya', 'Only the manager of maya asks others about them'],
    ['/feedback about @maya', 'is read by them and those to whom they report'],
    ['/feedback about team Support', 'is read by those to whom its people report'],
    ['/feedback about nowhere', 'There is no team called'],
  ])('%s answers with what helps', async (typed, words) => {
    const { slack } = await littleCompany(monday);
    slack.deactivate('ana');
    await slack.eventsSettled();
    expect(JSON.stringify(await slack.as('bo').command(typed))).toContain(words);
  });

  it('is about a message, with its link, and about whoever is chosen where the message does not tell', async () => {
    const { slack } = await littleCompany(monday);
    const bo = slack.as('bo');
    await slack.as('ana').says('The three points are on the board.', 'support');
    await bo.messageShortcut('Give feedback on this', { in: 'support' });
    await bo.waitForModal('Give feedback');
    await bo.fill(good);
    await bo.submit();
    await bo.waitForModal('Saved');
    await bo.close({ all: true });
    expect(await readFeedback(slack.as('ana'))).toContain('about a message');

    await bo.says('My own words.', 'support');
    await bo.messageShortcut('Give feedback on this', { in: 'support' });
    await bo.waitForModal('Give feedback');
    await bo.fill({ 'Whom is it about': 'bo' });
    expect((await bo.submit()).errors).toMatchObject({ 'Whom is it about': expect.stringContaining('about others') });
    await bo.fill({ 'Whom is it about': 'ana' });
    expect((await bo.submit()).modal?.lines.join('\n')).toContain('Feedback for @ana');
  });
});

describe('the coach in the form', () => {
  const harsh = { ...good, 'What did they do': 'You are lazy. You sent the agenda late.' };

  it('speaks once, beside the field, and saves as it is', async () => {
    const { slack } = await littleCompany(monday);
    const bo = slack.as('bo');
    await typeFeedback(bo, 'ana', harsh);
    const coached = (await bo.submit()).modal?.lines.join('\n') ?? '';
    expect(coached).toContain('You are lazy is a word about character. Name the piece of work');
    expect(await readFeedback(slack.as('ana'))).toContain('Nothing yet.');
    await bo.submit();
    await bo.waitForModal('Saved');
    expect(await readFeedback(slack.as('ana'))).toContain('You are lazy.');
  });

  it('asks what changed for whom where the effect is only judged, and lets it stand', async () => {
    const { slack } = await littleCompany(monday);
    const bo = slack.as('bo');
    const effect = 'What did it cause, for the client or the team';
    await typeFeedback(bo, 'ana', { ...good, [effect]: 'Everyone was happy.' });
    const coached = (await bo.submit()).modal?.lines.join('\n') ?? '';
    expect(coached).toContain('happy is a judgement of the effect, not what changed. Say what changed, and for whom');
    await bo.submit();
    await bo.waitForModal('Saved');
    await bo.close({ all: true });
    await typeFeedback(bo, 'ana', { ...good, [effect]: 'Everyone was happy: the queue was empty by noon.' });
    await bo.submit();
    await bo.waitForModal('Saved');
  });

  it('loses nothing that was typed when the window is closed after it spoke', async () => {
    const { slack } = await littleCompany(monday);
    const bo = slack.as('bo');
    await typeFeedback(bo, 'ana', harsh);
    await bo.submit();
    await bo.close({ all: true });
    await bo.command('/feedback @ana');
    await bo.waitForModal('Give feedback');
    expect((await bo.submit()).modal?.lines.join('\n')).toContain('You are lazy is a word about character');
  });

  it('remembers a false alarm, for this author', async () => {
    const { slack } = await littleCompany(monday);
    const bo = slack.as('bo');
    await typeFeedback(bo, 'ana', harsh);
    await bo.submit();
    await bo.press('Not here');
    await bo.submit();
    await bo.waitForModal('Saved');
    await bo.close({ all: true });
    await give(bo, 'ana', harsh);
    await typeFeedback(slack.as('zoe'), 'ana', harsh);
    expect((await slack.as('zoe').submit()).modal?.lines.join('\n')).toContain('a word about character');
  });
});

describe('what was given', () => {
  it('can be edited: every version is kept, the message about it follows', async () => {
    const { slack, at, db } = await littleCompany(monday);
    const bo = slack.as('bo');
    await give(bo, 'ana', good);
    await at(later);
    await slack.as('ana').waitForMessage('signed on Tuesday');
    await bo.command('/feedback');
    await bo.waitForModal('Feedback');
    await bo.press('Edit');
    await bo.waitForModal('Edit feedback');
    await bo.fill({ 'What did it cause, for the client or the team': 'Northwind signed on Wednesday.' });
    await bo.submit();
    await at('2026-03-23T14:10:00Z');
    const [news, ...more] = slack.as('ana').reads();
    expect(more).toEqual([]);
    expect(news?.text).toContain('Northwind signed on Wednesday.');
    expect(news?.text).toContain('edited');
    expect(news?.text).not.toContain('Tuesday');
    expect(await db.feedbackVersion.count()).toBe(2);
  });

  it('can be taken back: then nobody else sees it', async () => {
    const { slack, at, db } = await littleCompany(monday);
    const bo = slack.as('bo');
    await give(bo, 'ana', good);
    await at(later);
    await bo.command('/feedback');
    await bo.waitForModal('Feedback');
    await bo.press('Take back');
    expect((await bo.waitForModal('Feedback')).lines.join('\n')).not.toContain('three open points');
    await bo.close();
    await at('2026-03-23T14:10:00Z');
    expect(slack.as('ana').reads()[0]?.text).toContain('taken back by its author');
    expect(await readFeedback(slack.as('ana'))).toContain('Nothing yet.');
    expect(await readFeedback(slack.as('maya'), '/feedback about @ana')).toContain('Nothing yet.');
    expect(await db.feedback.count()).toBe(1);
  });
});

describe('asking for feedback', () => {
  async function ask(person: Person, whom: string[], typed = '/feedback ask', by = '2026-03-30'): Promise<void> {
    await person.command(typed);
    await person.waitForModal('Ask for feedback');
    await person.fill({ 'Whom do you ask': whom, 'About what': 'The Northwind roll-out.', 'By when': by });
    expect((await person.submit()).errors).toBeUndefined();
    await person.close({ all: true });
  }

  it('an answer that reaches the manager who asked is on the log of looks', async () => {
    const { slack, at, db } = await littleCompany(monday);
    const [maya, bo] = [slack.as('maya'), slack.as('bo')];
    await ask(maya, ['bo'], '/feedback ask @ana');
    await at(later);
    await bo.press('Answer');
    await bo.waitForModal('Give feedback');
    await bo.fill(good);
    await bo.submit();
    await bo.waitForModal('Saved');
    await at('2026-03-23T14:10:00Z');
    await maya.waitForMessage('@bo gave feedback about');
    const looks = await db.evidenceLook.findMany({ where: { surface: 'an answer that they asked for' } });
    expect(looks).toMatchObject([{ actorId: maya.id, subjectId: slack.as('ana').id, parts: ['feedback'] }]);
  });

  it('a peer answers', async () => {
    const { slack, at } = await littleCompany(monday);
    const bo = slack.as('bo');
    await ask(slack.as('ana'), ['bo']);
    await at(later);
    const message = await bo.waitForMessage('@ana asks you for feedback about themselves');
    expect(message.text).toContain('The Northwind roll-out.');
    await bo.openHome();
    await bo.waitForHome('@ana asks you for feedback');
    await bo.openMessages();
    await bo.press('Answer');
    expect((await bo.waitForModal('Give feedback')).lines.join('\n')).toContain('The Northwind roll-out.');
    await bo.fill(good);
    await bo.submit();
    await bo.waitForModal('Saved');
    await bo.close({ all: true });
    await at('2026-03-23T14:10:00Z');
    expect(bo.reads()[0]?.text).toContain('You answered.');
    expect(await readFeedback(slack.as('ana'), '/feedback')).toContain('@bo, by Mon 30 Mar 2026, answered');
    await slack.as('ana').waitForMessage('@bo gave feedback about you');
  });

  it('reminds once, gently, and not whoever answered', async () => {
    const { slack, at } = await littleCompany(monday);
    await ask(slack.as('ana'), ['bo', 'zoe']);
    await at(later);
    await slack.as('zoe').press('Decline…');
    await slack.as('zoe').waitForModal('Decline');
    await slack.as('zoe').submit();
    // The twenty-eighth is a Saturday: it waits for Monday, the last day.
    await at('2026-03-28T15:00:00Z');
    expect(slack.as('bo').reads()).toHaveLength(1);
    await at('2026-03-30T14:00:00Z');
    await at('2026-03-30T18:00:00Z');
    await at('2026-04-02T15:00:00Z');
    const reminders = slack
      .as('bo')
      .reads()
      .filter(({ text }) => text.includes('A reminder, the only one: @ana asks'));
    expect(reminders).toHaveLength(1);
    expect(
      slack
        .as('zoe')
        .reads()
        .some(({ text }) => text.includes('A reminder, the only one: @ana asks')),
    ).toBe(false);
  });

  it.each([{ reason: 'I was on leave then.' }, { reason: '' }])(
    'a peer declines, reason "$reason"',
    async ({ reason }) => {
      const { slack, at } = await littleCompany(monday);
      const bo = slack.as('bo');
      await ask(slack.as('ana'), ['bo']);
      await at(later);
      await bo.press('Decline…');
      await bo.waitForModal('Decline');
      if (reason) await bo.fill({ Why: reason });
      await bo.submit();
      await bo.waitForNoModal();
      await at('2026-03-23T14:10:00Z');
      expect(bo.reads()[0]?.text).toContain('You declined.');
      const seen = await readFeedback(slack.as('ana'), '/feedback');
      expect(seen).toContain(reason ? `declined: ${reason}` : 'declined');
    },
  );

  it('is for oneself, or for those whom one manages', async () => {
    const { slack, at } = await littleCompany(monday);
    await ask(slack.as('maya'), ['bo'], '/feedback ask @ana');
    await at(later);
    await slack.as('bo').waitForMessage('@maya asks you for feedback about @ana');
    await slack.as('bo').press('Answer');
    await slack.as('bo').waitForModal('Give feedback');
    await slack.as('bo').fill({ ...good, [READERS]: 'Their manager with my name, the person without' });
    await slack.as('bo').submit();
    await slack.as('bo').waitForModal('Saved');
    await at('2026-03-23T14:10:00Z');
    await slack.as('maya').waitForMessage('@bo gave feedback about @ana');
    expect(slack.as('ana').reads()).toEqual([]);
  });

  it('refuses what makes no sense, beside the field', async () => {
    const { slack } = await littleCompany(monday);
    const ana = slack.as('ana');
    await ana.command('/feedback ask');
    await ana.waitForModal('Ask for feedback');
    await ana.fill({ 'Whom do you ask': ['ana'], 'About what': 'The roll-out.' });
    expect((await ana.submit()).errors).toEqual({ 'Whom do you ask': 'You cannot ask yourself.' });
    await ana.fill({ 'Whom do you ask': ['bo'], 'By when': '2026-03-01' });
    expect((await ana.submit()).errors).toEqual({ 'By when': 'That day has passed.' });
  });
});
