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
