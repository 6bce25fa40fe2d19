import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

/** With a second team, which Zoe is on. */
async function twoTeams(start: string): Promise<LittleCompany> {
  const company = await littleCompany(start);
  const { slack, db, service } = company;
  const { workspaceId } = service;
  await db.team.create({ data: { workspaceId, key: 'engineering', name: 'Engineering', definedAt: new Date(start) } });
  const data = { teamKey: 'engineering', managerId: slack.as('maya').id };
  await db.member.updateMany({ where: { id: slack.as('zoe').id }, data });
  return company;
}

async function reads(who: Person, typed: string): Promise<string> {
  await who.command(typed);
  return who.reads().at(-1)?.text ?? '';
}

/** In the list as it is now: those asked for before stand there too. */
async function pressIn(who: Person, list: string, button: string): Promise<void> {
  await who.command(`/throughline ${list}`);
  await who.press(button, { message: who.reads().at(-1)?.ts ?? '' });
}

async function openInitiative(ana: Person): Promise<void> {
  await ana.command('/throughline initiatives');
  await ana.press('Open an initiative');
  await ana.waitForModal('A joint initiative');
  await ana.fill({
    Name: 'Faster first value',
    'What will be different, and for whom': 'New clients see their first report in a week.',
    'Who brings something': ['ana', 'zoe'],
  });
  await ana.fill({
    'What zoe brings': 'The import that asks less.',
    Milestones: '2026-04-30 First client live\nTen more',
  });
  await ana.submit();
  await ana.close();
}

describe('a joint initiative', () => {
  it('is opened with what each function brings, reaches milestones, is closed, and stands in the review', async () => {
    const { slack, at } = await twoTeams('2026-03-23T16:00:00Z');
    const [ana, bo, zoe] = ['ana', 'bo', 'zoe'].map((name) => slack.as(name));
    if (!ana || !bo || !zoe) throw new Error('Nobody is there');
    await openInitiative(ana);
    const list = await reads(zoe, '/throughline initiatives');
    expect(list).toContain('@zoe (Engineering): The import that asks less.');
    await zoe.press('Reached: First client live');
    await zoe.waitForMessage(':white_check_mark: First client live');
    await zoe.press('Undo the last one');
    await zoe.waitForMessage(':white_small_square: First client live');
    await zoe.press('Reached: First client live');

    // Bo has no part in it: he reads it, and cannot change it.
    await reads(bo, '/throughline initiatives');
    expect(bo.reads().at(-1)?.buttons).toEqual(['Open an initiative']);

    await ana.command('/throughline initiatives');
    await ana.press('Close');
    await ana.waitForModal('Close an initiative');
    await ana.fill({ 'What came of it': 'Six days, from fourteen.' });
    await ana.submit();
    await ana.close();
    expect(await reads(ana, '/throughline initiatives')).toContain('Faster first value: Six days, from fourteen.');

    await at('2026-06-23T13:00:00Z');
    await at('2026-06-23T13:01:00Z');
    const evidence = await ana.waitForMessage('Evidence: H1 2026 review');
    expect(evidence.text).toContain('J1 Faster first value: New clients see their first report in a week.');
    expect(evidence.text).toContain('What came of it: Six days, from fourteen.');
    const bos = await bo.waitForMessage('Evidence: H1 2026 review');
    expect(bos.text).not.toContain('Faster first value');
  });

  it('is edited without losing what was reached, and refuses people who are not members', async () => {
    const { slack, db } = await twoTeams('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await openInitiative(ana);
    await ana.command('/throughline initiatives');
    await ana.press('Reached: First client live');
    await ana.waitForMessage(':white_check_mark: First client live');
    await ana.press('Edit');
    await ana.waitForModal('Edit an initiative');
    await ana.fill({ Milestones: 'A pilot\n2026-05-31 First client live' });
    await ana.submit();
    const milestones = await db.milestone.findMany({ orderBy: { position: 'asc' } });
    expect(milestones.map(({ name, doneAt }) => [name, doneAt !== null])).toEqual([
      ['A pilot', false],
      ['First client live', true],
    ]);
  });

  it('tells the milestone that was reached, wherever it stands in the list and whatever it is called by then', async () => {
    const { slack, at } = await twoTeams('2026-03-23T16:00:00Z');
    const [ana, maya] = [slack.as('ana'), slack.as('maya')];
    await openInitiative(ana);
    for (const milestone of ['First client live', 'Ten more']) {
      await pressIn(ana, 'initiatives', `Reached: ${milestone}`);
      await ana.waitForMessage(`:white_check_mark: ${milestone}`);
    }
    await at('2026-03-27T14:00:00Z');
    await at('2026-03-27T14:01:00Z');
    const digest = () => maya.reads('support')[0]?.text ?? '';
    expect(digest()).toContain('reached a milestone: Ten more');

    const edit = async (milestones: string) => {
      await pressIn(ana, 'initiatives', 'Edit');
      await ana.waitForModal('Edit an initiative');
      await ana.fill({ Milestones: milestones });
      return ana.submit();
    };
    expect((await edit('A pilot\n2026-04-30 First client live\nTen more')).errors).toBeUndefined();
    await ana.close();
    expect((await edit('A pilot\nFirst client live\nTen more clients')).errors).toBeUndefined();
    await ana.close();
    // A late win has the digest composed again.
    await ana.command('/win They renewed.');
    await ana.fill({ Client: 'Northwind' });
    await ana.submit();
    await ana.close();
    await at('2026-03-27T15:00:00Z');
    expect(digest()).toContain('They renewed.');
    expect(digest()).toContain('reached a milestone: First client live');
    expect(digest()).toContain('reached a milestone: Ten more clients');
    expect(digest()).not.toContain('A pilot');

    // What was reached does not go by the way: it is undone first.
    const refused = await edit('A pilot\nFirst client live');
    expect(refused.errors).toMatchObject({ Milestones: expect.stringContaining('"Ten more clients" is reached.') });
    await ana.close();
    await pressIn(ana, 'initiatives', 'Undo the last one');
    await ana.waitForMessage(':white_small_square: Ten more clients');
    expect((await edit('A pilot\nFirst client live')).errors).toBeUndefined();
    await ana.close();

    await at('2026-06-23T13:00:00Z');
    await at('2026-06-23T13:01:00Z');
    const evidence = await ana.waitForMessage('Evidence: H1 2026 review');
    expect(evidence.text).toContain('Reached: First client live');
    expect(evidence.text).not.toContain('Ten more');
    expect(evidence.text).not.toContain('A pilot');
  });

  it('that two people edit at once loses no words of either', async () => {
    const { slack, db } = await twoTeams('2026-03-23T16:00:00Z');
    const [ana, zoe] = [slack.as('ana'), slack.as('zoe')];
    await openInitiative(ana);
    for (const who of [ana, zoe]) {
      await pressIn(who, 'initiatives', 'Edit');
      await who.waitForModal('Edit an initiative');
    }
    await zoe.fill({ 'What zoe brings': 'The import, and its tests.', Milestones: 'A pilot\nFirst client live' });
    await zoe.fill({ 'Who brings something': ['ana', 'zoe', 'bo'] });
    await zoe.submit();
    // Ana changes something else: both stand.
    await ana.fill({ Name: 'Faster first report' });
    await ana.submit();
    expect(ana.modal()?.title).toBe('Saved');
    await ana.close();
    const initiatives = () => db.initiative.findMany({ include: { parts: true, milestones: true } });
    const [both] = await initiatives();
    expect(both).toMatchObject({ name: 'Faster first report' });
    expect(both?.parts.map(({ part }) => part).sort()).toEqual([null, null, 'The import, and its tests.'].sort());
    expect(both?.milestones.map(({ name }) => name).sort()).toEqual(['A pilot', 'First client live']);

    // Both change the same: whoever comes second reads what the first one said before it is replaced.
    for (const who of [ana, zoe]) {
      if (who.modal()) await who.close({ all: true });
      await pressIn(who, 'initiatives', 'Edit');
      await who.waitForModal('Edit an initiative');
    }
    const outcome = 'What will be different, and for whom';
    await zoe.fill({ [outcome]: 'A first report in five days.' });
    await zoe.submit();
    await ana.fill({ [outcome]: 'A first report in four days.', 'What ana brings': 'The guide.' });
    const again = (await ana.submit()).modal;
    expect(again?.lines.join('\n')).toContain('Somebody else changed this while you were at it');
    expect(again?.lines.join('\n')).toContain('What will be different, and for whom: A first report in five days.');
    expect(JSON.stringify(again?.fields)).toContain('A first report in four days.');
    expect(await initiatives()).toMatchObject([{ sharedOutcome: 'A first report in five days.' }]);
    await ana.submit();
    expect(ana.modal()?.title).toBe('Saved');
    const [last] = await initiatives();
    expect(last?.sharedOutcome).toBe('A first report in four days.');
    expect(last?.parts.map(({ part }) => part)).toContain('The guide.');
  });

  it('keeps the part of somebody who left, and takes nobody in who has', async () => {
    const { slack, db } = await twoTeams('2026-03-23T16:00:00Z');
    const [ana, zoe, bo] = [slack.as('ana'), slack.as('zoe'), slack.as('bo')];
    await openInitiative(ana);
    await db.member.updateMany({ where: { id: { in: [zoe.id, bo.id] } }, data: { deactivatedAt: new Date(0) } });
    await ana.command('/throughline initiatives');
    await ana.press('Edit');
    await ana.waitForModal('Edit an initiative');
    await ana.fill({ 'Who brings something': ['ana', 'zoe', 'bo'] });
    expect((await ana.submit()).errors).toMatchObject({
      'Who brings something': expect.stringContaining('One of them'),
    });
    await ana.fill({ 'Who brings something': ['ana', 'zoe'], Name: 'Faster first report' });
    await ana.submit();
    expect(await db.initiative.findMany({ include: { parts: { orderBy: { part: 'asc' } } } })).toMatchObject([
      {
        name: 'Faster first report',
        parts: [{ memberId: zoe.id, part: 'The import that asks less.' }, { memberId: ana.id }],
      },
    ]);
  });
});

describe('what a team waits for', () => {
  it('is named, seen with how long it lasts, and released by the other team', async () => {
    const { slack, at } = await twoTeams('2026-03-23T16:00:00Z');
    const [ana, bo, zoe] = ['ana', 'bo', 'zoe'].map((name) => slack.as(name));
    if (!ana || !bo || !zoe) throw new Error('Nobody is there');
    await ana.command('/throughline waiting');
    await ana.press('Name a wait');
    await ana.waitForModal('Name a wait');
    await ana.fill({
      'For which team': 'Engineering',
      'What is waited for': 'An export that resumes.',
      'Since when': '2026-03-13',
    });
    await ana.submit();
    await ana.close();
    const list = await reads(zoe, '/throughline waiting');
    expect(list).toContain('Customer Support waits for Engineering, for 10 days');
    await zoe.press('It is over');
    await zoe.waitForModal('The wait is over');
    await zoe.fill({ 'What was delivered, or why it is not needed any more': 'Exports resume by themselves.' });
    await zoe.submit();
    await zoe.close();
    const after = await reads(bo, '/throughline waiting');
    expect(after).toContain('No team waits for another');
    expect(after).toContain('Over: Exports resume by themselves. (@zoe)');
    // Both teams have it in their reviews, as context.
    await at('2026-06-23T13:00:00Z');
    await at('2026-06-23T13:01:00Z');
    const evidence = await bo.waitForMessage('Evidence: H1 2026 review');
    expect(evidence.text).toContain('Customer Support waits for Engineering, Fri 13 Mar 2026 to Mon 23 Mar 2026');
  });

  it('that two people edit at once loses no words of either', async () => {
    const { slack, db } = await twoTeams('2026-03-23T16:00:00Z');
    const [ana, zoe] = [slack.as('ana'), slack.as('zoe')];
    await openInitiative(ana);
    await ana.command('/throughline waiting');
    await ana.press('Name a wait');
    await ana.fill({
      'For which team': 'Engineering',
      'What is waited for': 'An export that resumes.',
      'For which initiative': 'Faster first value',
    });
    await ana.submit();
    await ana.close();
    const edit = async () => {
      for (const who of [ana, zoe]) {
        await pressIn(who, 'waiting', 'Edit');
        await who.waitForModal('Edit a wait');
      }
    };
    await edit();
    await zoe.fill({ 'What is waited for': 'An export that resumes and says so.' });
    await zoe.submit();
    await zoe.close();
    await ana.fill({ 'Since when': '2026-03-13' });
    await ana.submit();
    expect(ana.modal()?.title).toBe('Saved');
    await ana.close();
    const waits = () => db.dependency.findMany({ include: { initiative: true } });
    const since = new Date('2026-03-13');
    expect(await waits()).toMatchObject([{ what: 'An export that resumes and says so.', sinceOn: since }]);

    await edit();
    await zoe.fill({ 'What is waited for': 'An export that resumes alone.' });
    await zoe.submit();
    await zoe.close();
    await ana.fill({ 'What is waited for': 'An export that never breaks off.' });
    const again = (await ana.submit()).modal;
    expect(again?.lines.join('\n')).toContain('What is waited for: An export that resumes alone.');
    await ana.submit();
    await ana.close();
    expect(await waits()).toMatchObject([{ what: 'An export that never breaks off.' }]);

    // Nor is what the form cannot show lost: a closed initiative is not offered any more.
    await db.initiative.updateMany({ data: { closedAt: new Date('2026-03-23T16:00:00Z') } });
    await pressIn(ana, 'waiting', 'Edit');
    await ana.waitForModal('Edit a wait');
    await ana.fill({ 'What is waited for': 'An export that resumes.' });
    await ana.submit();
    expect(await waits()).toMatchObject([{ initiative: { name: 'Faster first value' } }]);
  });

  it('is taken back by who named it alone, and brought back', async () => {
    const { slack } = await twoTeams('2026-03-23T16:00:00Z');
    const [ana, zoe] = [slack.as('ana'), slack.as('zoe')];
    await ana.command('/throughline waiting');
    await ana.press('Name a wait');
    await ana.fill({ 'For which team': 'Engineering', 'What is waited for': 'An export that resumes.' });
    await ana.submit();
    await ana.close();
    await zoe.command('/throughline waiting');
    expect(zoe.reads().at(-1)?.buttons).toEqual(['Name a wait', 'It is over', 'Edit']);
    await ana.command('/throughline waiting');
    await ana.press('Take back');
    await ana.waitForMessage('Taken back: An export that resumes.');
    expect(await reads(zoe, '/throughline waiting')).toContain('No team waits');
    await ana.press('Undo');
    await ana.waitForMessage('Customer Support waits for Engineering');
  });
});
