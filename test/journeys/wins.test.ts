import { describe, expect, it } from 'vitest';
import { littleCompany } from './little-company.ts';

const thursday = '2026-03-26T15:00:00Z';
const fridayAtThree = '2026-03-27T14:00:00Z';
const shared = 'Everyone';
const guarded = 'Only those involved';

describe('a client win', () => {
  it('goes from a message to a confirmed part, to the digest, to a late edit', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo, maya] = ['ana', 'bo', 'maya'].map((name) => slack.as(name));
    if (!ana || !bo || !maya) throw new Error('Nobody is there');
    await at(thursday);
    await bo.says('Northwind runs the export alone now, thanks @ana & all', 'support');

    await maya.messageShortcut('Save as client win', { in: 'support' });
    const form = await maya.waitForModal('A client win');
    expect(JSON.stringify(form.fields)).toContain('Northwind runs the export alone now, thanks @ana & all');
    await maya.fill({ Client: 'Northwind', 'What kind of change': 'Adoption: they use more of it' });
    await maya.fill({ 'What bo did': 'Built the export.' });
    expect(await maya.submit()).toMatchObject({ closed: false });
    expect(maya.modal()?.lines.join()).toContain('@bo, @ana will be asked whether you told their part rightly');
    await maya.close();

    await at('2026-03-26T15:01:00Z');
    const asked = await bo.waitForMessage('@maya credits you with a part in a win for Northwind');
    expect(asked.text).toContain('Your part, as they tell it: Built the export.');
    await bo.press('Say it in my words');
    await bo.waitForModal('Your part');
    await bo.fill({ 'What you did': 'Built the export with their analyst.' });
    await bo.submit();
    await ana.press('I had no part');
    await at('2026-03-26T15:02:00Z');
    await bo.waitForMessage('Your part, in your own words: Built the export with their analyst.');

    await at(fridayAtThree);
    await at('2026-03-27T14:01:00Z');
    const digest = () => maya.reads('support').find(({ text }) => text.includes('Client wins'));
    expect(digest()?.text).toContain('Northwind');
    expect(digest()?.text).toContain('Thank you @maya, @bo\n'.trim());
    expect(digest()?.text).not.toContain('(@maya, @ana');
    expect(digest()?.text).toContain('This week 1 client adopted more.');
    expect(digest()?.thread[0]?.text).toContain('@bo (Customer Support): Built the export with their analyst.');

    await maya.command('/win list');
    await maya.press('Edit');
    await maya.waitForModal('Edit a client win');
    await maya.fill({ 'What changed for them': 'Northwind runs every export alone now.' });
    await maya.submit();
    await maya.close();
    await at('2026-03-27T17:00:00Z');
    expect(digest()?.text).toContain('Northwind runs every export alone now.');
  });

  it('that is not shareable is nowhere but with those involved and the managers above them', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo, maya, zoe] = ['ana', 'bo', 'maya', 'zoe'].map((name) => slack.as(name));
    if (!ana || !bo || !maya || !zoe) throw new Error('Nobody is there');
    await at(thursday);
    await ana.command('/win');
    await ana.fill({
      Client: 'Secret Bank',
      'What changed for them': 'Their breach was found in time.',
      'Who helped': ['zoe'],
      'Who may read it': guarded,
    });
    await ana.submit();
    await ana.close();
    await at(fridayAtThree);
    expect(maya.reads('support').map(({ text }) => text)).toEqual([expect.stringContaining('No client wins')]);

    const reads = async (who: typeof ana, typed: string) => {
      await who.command(typed);
      return who.reads().at(-1)?.text ?? '';
    };
    for (const who of [ana, zoe, maya]) {
      expect(await reads(who, '/win client secret  bank')).toContain('Their breach was found in time.');
    }
    expect(await reads(bo, '/win client Secret Bank')).toContain('There is no win that you may read');
    expect(await reads(bo, '/win clients')).toContain('No client has a win yet');
    expect(await reads(zoe, '/win clients')).toContain('Secret Bank');
    // Whoever is not involved is not offered the name either: what they type counts as new.
    await bo.command('/win');
    await expect(bo.fill({ Client: 'secret' })).resolves.toBeUndefined();
    await bo.close();
    const looks = await db.evidenceLook.findMany({ where: { surface: '/win client' } });
    expect(looks.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([[maya.id, ana.id]]);

    expect(await reads(bo, '/progress')).not.toContain('Secret');
    await db.workspace.updateMany({ data: { sponsorIds: [bo.id] } });
    expect(await reads(bo, '/progress @ana')).not.toContain('Secret');
    await bo.openHome();
    expect((await bo.waitForHome('Next review')).text).not.toContain('Secret');
    await at('2026-06-23T07:00:00Z');
    await ana.waitForMessage('Secret Bank');
    expect(await reads(bo, '/win list')).not.toContain('Secret');
    expect(JSON.stringify(bo.reads('support'))).not.toContain('Secret');
  });

  it('shows the metric that it touches in the digest, in the journey of its client and in the review', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, maya] = [slack.as('ana'), slack.as('maya')];
    await at(thursday);
    await ana.command('/win They renewed.');
    await ana.fill({ Client: 'Northwind', 'Metric it touches': 'Reopened tickets' });
    await ana.submit();
    await ana.close();
    await ana.command('/win client Northwind');
    expect(ana.reads().at(-1)?.text).toContain('touches Reopened tickets');
    await at(fridayAtThree);
    await at('2026-03-27T14:01:00Z');
    expect(maya.reads('support')[0]?.thread[0]?.text).toContain('touches Reopened tickets');
    await at('2026-06-23T12:00:00Z');
    await at('2026-06-23T12:01:00Z');
    const evidence = ana.reads().findLast(({ text }) => text.includes('Evidence: H1 2026 review'));
    expect(evidence?.thread.map(({ text }) => text).join('\n')).toContain('touches Reopened tickets');
  });

  it('is taken back and brought back from the list, in the digest too', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await at(thursday);
    await ana.command('/win They renewed.');
    await ana.fill({ Client: 'Northwind', 'Who may read it': shared, 'Who helped': ['bo'] });
    await ana.submit();
    await ana.close();
    await at(fridayAtThree);
    await ana.command('/win list');
    await ana.press('Take back');
    await ana.waitForMessage('Taken back: the win for Northwind.');
    await at('2026-03-27T14:01:00Z');
    const digest = () => slack.as('maya').reads('support')[0]?.text;
    expect(digest()).toContain('No client wins were recorded');
    await slack.as('bo').waitForMessage('A win in which you were named was taken back');
    await ana.press('Undo');
    await ana.waitForMessage('They renewed.');
    await at('2026-03-27T14:02:00Z');
    expect(digest()).toContain('They renewed.');
    await slack.as('bo').waitForMessage('credits you with a part');
  });

  it('asks nobody about their part at night', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    await slack.as('bo').command('/win They renewed.');
    await slack.as('bo').fill({ Client: 'Northwind', 'Who helped': ['ana'] });
    await at('2026-03-26T21:00:00Z');
    await slack.as('bo').submit();
    await at('2026-03-26T21:01:00Z');
    expect(
      slack
        .as('ana')
        .reads()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('credits you');
    // Seven in Berlin.
    await at('2026-03-27T06:00:00Z');
    await slack.as('ana').waitForMessage('credits you with a part in a win for Northwind');
  });

  it('knows a client that was typed differently, and offers it', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo] = [slack.as('ana'), slack.as('bo')];
    await at(thursday);
    await ana.command('/win They renewed.');
    await ana.fill({ Client: 'Northwind Ltd' });
    await ana.submit();
    await ana.close();
    await bo.command('/win');
    await expect(bo.fill({ Client: 'NORTHWIND  LTD' })).rejects.toThrow('There are: Northwind Ltd');
    await bo.fill({ Client: 'Northwind Ltd', 'What changed for them': 'They asked for more seats.' });
    await bo.submit();
    await bo.close();
    await bo.command('/win client northwind ltd');
    const journey = bo.reads().at(-1)?.text ?? '';
    expect(journey).toContain('2 wins');
    expect(journey.indexOf('They renewed.')).toBeLessThan(journey.indexOf('more seats'));
  });

  it('refuses what it cannot keep, in the field that it is about', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    await at(thursday);
    await slack.as('ana').command('/win They renewed.');
    await slack.as('ana').fill({ Client: 'Northwind', 'When it happened': '2026-03-28' });
    const { errors } = await slack.as('ana').submit();
    expect(errors).toEqual({ 'When it happened': 'That day has not come yet. A win is told once it happened.' });
  });

  it('keeps who helped and left since, by `/win` and in a check-in, and takes nobody in who has', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo, zoe] = [slack.as('ana'), slack.as('bo'), slack.as('zoe')];
    await at(thursday);
    const told = { Client: 'Northwind', 'What changed for them': 'They renewed.', 'Who helped': ['bo'] };
    const again = async (command: string, press?: string) => {
      await ana.command(command);
      if (press) await ana.press(press);
      await ana.waitForModal();
    };
    for (const [command, edit] of [
      ['/win', '/win list'],
      ['/checkin', '/checkin'],
    ] as const) {
      await db.member.updateMany({ data: { deactivatedAt: null } });
      await again(command);
      await ana.fill(told);
      await ana.submit();
      if (ana.modal()) await ana.close();
      await db.member.updateMany({ where: { id: { in: [bo.id, zoe.id] } }, data: { deactivatedAt: new Date(0) } });
      await again(edit, command === '/win' ? 'Edit' : undefined);
      await ana.fill({ 'Who helped': ['bo', 'zoe'] });
      expect((await ana.submit()).errors).toMatchObject({ 'Who helped': expect.anything() });
      await ana.fill({ 'Who helped': ['bo'], 'What changed for them': 'They renewed for two years.' });
      await ana.submit();
      if (ana.modal()) await ana.close();
    }
    const wins = await db.win.findMany({ include: { contributors: { orderBy: { memberId: 'asc' } } } });
    const named = [{ memberId: ana.id }, { memberId: bo.id }].sort((a, b) => a.memberId.localeCompare(b.memberId));
    const whatChanged = 'They renewed for two years.';
    expect(wins).toMatchObject([
      { whatChanged, contributors: named },
      { whatChanged, contributors: named },
    ]);
  });

  it('in a check-in has parts too, and the draft keeps them', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await at(thursday);
    await ana.command('/checkin');
    await ana.fill({ Client: 'Northwind', 'What changed for them': 'They renewed.', 'Who helped': ['bo'] });
    await ana.fill({ 'What bo did': 'Wrote the guide.', 'Who may read it': guarded });
    await ana.close();
    await ana.command('/checkin');
    expect(JSON.stringify((await ana.waitForModal()).fields)).toContain('Wrote the guide.');
    await ana.fill({ 'What kind of change': 'Renewal: they stay', 'Link to evidence': 'https://crm.example/1' });
    await ana.submit();
    await at('2026-03-26T15:01:00Z');
    await slack.as('bo').waitForMessage('Your part, as they tell it: Wrote the guide.');
    expect(await db.win.findMany()).toMatchObject([
      { client: 'Northwind', kind: 'renewal', evidenceUrl: 'https://crm.example/1', isShareable: false },
    ]);
  });

  it('is edited while somebody who helped says what they did: their words stand, and it is said', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo, zoe] = [slack.as('ana'), slack.as('bo'), slack.as('zoe')];
    await at(thursday);
    const told = { Client: 'Northwind', 'What changed for them': 'They renewed.', 'Who helped': ['bo', 'zoe'] };
    const parts = () => db.winContributor.findMany({ where: { memberId: { not: ana.id } }, orderBy: { part: 'asc' } });
    const sayMeanwhile = async () => {
      await at('2026-03-26T15:01:00Z');
      await bo.press('Say it in my words', { message: 'latest' });
      await bo.fill({ 'What you did': 'Built the export.' });
      await bo.submit();
      await zoe.press('I had no part', { message: 'latest' });
      await slack.eventsSettled();
    };
    const reword = {
      'What bo did': 'Wrote the guide, twice.',
      'What zoe did': 'Helped.',
      'Link to evidence': 'https://a.example/1',
    };
    for (const command of ['/win', '/checkin']) {
      await db.winContributor.deleteMany();
      await db.win.deleteMany();
      await ana.command(command);
      await ana.waitForModal();
      await ana.fill(told);
      await ana.fill({ 'What bo did': 'Wrote the guide.' });
      await ana.submit();
      if (ana.modal()) await ana.close();
      await ana.command(command === '/win' ? '/win list' : command);
      if (command === '/win') await ana.press('Edit', { message: 'latest' });
      await ana.waitForModal();
      await sayMeanwhile();
      await ana.fill(reword);
      const { modal } = await ana.submit();
      expect(modal?.lines.join('\n')).toContain('@bo, @zoe said in their own words what they did');
      await ana.close();
      const evidenceUrl = 'https://a.example/1';
      expect(await db.win.findMany()).toMatchObject([{ whatChanged: 'They renewed.', evidenceUrl }]);
      expect(await parts()).toMatchObject([
        { memberId: bo.id, part: 'Built the export.', partState: 'corrected' },
        { memberId: zoe.id, partState: 'declined' },
      ]);
    }
  });

  it('told in a check-in is edited and taken back from the list too, and the answer follows', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo] = [slack.as('ana'), slack.as('bo')];
    await at('2026-03-26T09:00:00Z');
    await ana.press('Answer');
    await ana.fill({ Client: 'Northwind', 'What changed for them': 'They renewed.', 'What got in the way': 'Phones.' });
    await ana.submit();
    await at('2026-03-26T09:01:00Z');
    await ana.waitForMessage('Win for Northwind: They renewed.');
    const inList = async (button: string) => {
      await ana.command('/win list');
      await ana.press(button, { message: ana.reads().at(-1)?.ts ?? '' });
    };
    await inList('Edit');
    await ana.waitForModal('Edit a client win');
    await ana.fill({ 'What changed for them': 'They renewed for two years.', 'When it happened': '2026-03-25' });
    await ana.submit();
    await ana.close();
    await at('2026-03-26T09:02:00Z');
    const copy = await ana.waitForMessage('Win for Northwind: They renewed for two years.');
    expect(copy.text).toContain('Phones.');
    expect(await db.checkInAnswer.count()).toBe(2);

    // The check-in's form shows it as it stands, and what it leaves alone stays.
    await ana.command('/checkin');
    expect(JSON.stringify((await ana.waitForModal()).fields)).toContain('They renewed for two years.');
    await ana.fill({ 'What got in the way': 'The phones.' });
    await ana.submit();
    expect(await db.win.findMany()).toMatchObject([
      { whatChanged: 'They renewed for two years.', wonOn: new Date('2026-03-25'), withdrawnAt: null },
    ]);

    await inList('Take back');
    await ana.waitForMessage('Taken back: the win for Northwind.');
    await at('2026-03-26T09:03:00Z');
    const without = await ana.waitForMessage('The phones.');
    expect(without.text).not.toContain('Northwind');
    // A form that was opened without it does not take it back again.
    await ana.command('/checkin');
    await ana.waitForModal();
    await ana.close();
    await inList('Undo');
    await at('2026-03-26T09:04:00Z');
    await ana.waitForMessage('Win for Northwind: They renewed for two years.');
    await bo.command('/win client Northwind');
    expect(bo.reads().at(-1)?.text).toContain('They renewed for two years.');
  });

  it('that a check-in form was opened without is not taken back by it', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await at(thursday);
    await ana.command('/checkin');
    await ana.fill({ Client: 'Northwind', 'What changed for them': 'They renewed.' });
    await ana.submit();
    await ana.command('/win list');
    await ana.press('Take back');
    await ana.waitForMessage('Taken back');
    await ana.command('/checkin');
    await ana.waitForModal();
    await db.win.updateMany({ data: { withdrawnAt: null } });
    await ana.fill({ 'What got in the way': 'The phones.' });
    await ana.submit();
    expect(await db.win.findMany()).toMatchObject([{ withdrawnAt: null }]);
    expect((await db.checkInAnswer.findMany({ orderBy: { version: 'desc' } }))[0]?.form).toMatchObject({
      win: { client: 'Northwind' },
    });
  });

  it('in a check-in keeps what those who helped said of their part, whatever else is edited', async () => {
    const { slack, at, db } = await littleCompany('2026-03-23T16:00:00Z');
    const [ana, bo] = [slack.as('ana'), slack.as('bo')];
    await at(thursday);
    await ana.command('/checkin');
    await ana.fill({ Client: 'Northwind', 'What changed for them': 'They renewed.', 'Who helped': ['bo'] });
    await ana.fill({ 'What bo did': 'Wrote the guide.' });
    await ana.submit();
    await at('2026-03-26T15:01:00Z');
    await bo.press('Say it in my words');
    await bo.fill({ 'What you did': 'Built the export.' });
    await bo.submit();
    const part = { where: { memberId: bo.id }, select: { part: true, partState: true } };
    const edit = async (words: string) => {
      await ana.command('/checkin');
      await ana.waitForModal('Weekly check-in');
      await ana.fill({ 'What got in the way': words });
    };
    await edit('The phones.');
    await ana.submit();
    expect(await db.winContributor.findMany(part)).toEqual([{ part: 'Built the export.', partState: 'corrected' }]);

    // Nor does a draft undo what was said after it.
    await edit('The phones, all week.');
    await ana.close();
    await bo.press('Say it in my words');
    await bo.fill({ 'What you did': 'Built and tested the export.' });
    await bo.submit();
    await ana.command('/checkin');
    const { fields } = await ana.waitForModal('Weekly check-in');
    expect(JSON.stringify(fields)).toContain('The phones, all week.');
    await ana.submit();
    expect(await db.winContributor.findMany(part)).toEqual([
      { part: 'Built and tested the export.', partState: 'corrected' },
    ]);
  });
});
