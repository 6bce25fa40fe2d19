import { expect, it } from 'vitest';
import type { Database } from '../../src/platform/storage/database.ts';
import { plusDays, toDatabaseDate } from '../../src/platform/time/calendar-day.ts';
import { littleCompany } from './little-company.ts';

/** Ana's time to first reply, a value a week up to the one of 19 March 2026. */
async function weeksOfAna(db: Database, numbers: number[]): Promise<void> {
  const ana = await db.member.findFirstOrThrow({ where: { name: 'ana' } });
  await db.observation.createMany({
    data: numbers.map((value, at) => ({
      workspaceId: ana.workspaceId,
      memberId: ana.id,
      metricKey: 'first_reply_hours',
      definitionVersion: 1,
      periodOn: toDatabaseDate(plusDays('2026-03-19', 7 * (at - numbers.length + 1))),
      value,
      source: 'progress',
      recordedById: ana.id,
      recordedAt: toDatabaseDate('2026-03-20'),
    })),
  });
}

const STEADY = [5, 6, 5, 6, 5, 6, 5, 6];

it('one person is shown with pictures and their words, and the same picture is sent to Slack once', async () => {
  const { slack, db } = await littleCompany('2026-03-23T16:00:00Z');
  await weeksOfAna(db, [...STEADY, 9]);
  const [maya, ana] = [slack.as('maya'), slack.as('ana')];
  const seen = JSON.stringify(await maya.command('/progress @ana'));
  expect(seen).toContain('Worth talking about: Time to first reply, 9 hours (16 to 22 Mar 2026), above what was usual');
  const words = 'Time to first reply: 9 values up to Sun 22 Mar 2026, between 5 and 9 hours, the last 9 hours';
  await expect.poll(() => JSON.stringify(maya.reads())).toContain(words);
  expect(await db.uploadedPicture.count()).toBe(1);

  await maya.command('/progress @ana');
  await ana.command('/progress');
  await expect.poll(() => JSON.stringify(ana.reads())).toContain(words);
  await ana.openHome();
  await ana.waitForHome(words);
  expect(await db.uploadedPicture.count()).toBe(1);
  expect(slack.requests.filter(({ method }) => method === 'files.completeUploadExternal')).toHaveLength(1);
});

it.each(['files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'])(
  'when %s fails, words and page come all the same, and the picture the next time',
  async (method) => {
    const { slack, db } = await littleCompany('2026-03-23T16:00:00Z');
    await weeksOfAna(db, [...STEADY, 9]);
    const ana = slack.as('ana');
    slack.faults.next(method, { kind: 'server-error', effect: 'none' });
    await ana.openHome();
    const home = await ana.waitForHome('Worth talking about: Time to first reply, 9 hours');
    await slack.eventsSettled();
    expect(JSON.stringify(home)).not.toContain('9 values up to');
    await ana.openHome();
    await ana.waitForHome('9 values up to');
  },
);

it('the numbers are read as a table, by those who may see them, and the look is written down', async () => {
  const { slack, db } = await littleCompany('2026-03-23T16:00:00Z');
  await weeksOfAna(db, [...STEADY, 9]);
  const [maya, ana] = [slack.as('maya'), slack.as('ana')];
  await maya.command('/progress @ana');
  await maya.press('As a table');
  const table = JSON.stringify(await maya.waitForModal('Numbers'));
  expect(table).toContain('16 to 22 Mar 2026');
  expect(table).toMatch(/9 hours +worth talking about; usual: 2.8 to 8.2 hours/);
  const looks = await db.evidenceLook.findMany({ where: { surface: 'numbers as a table' } });
  expect(looks).toMatchObject([{ actorId: maya.id, subjectId: ana.id }]);
});

it('a member says what a number means, and it stands beside the number from then on; a later one joins it', async () => {
  const { slack, db } = await littleCompany('2026-03-23T16:00:00Z');
  await weeksOfAna(db, [...STEADY, 9]);
  const [maya, ana] = [slack.as('maya'), slack.as('ana')];
  await ana.command('/progress');
  const say = async (meaning: string, behind: string) => {
    await ana.press('What does it mean?');
    await ana.waitForModal('What a number means');
    await ana.fill({
      'Which number': '9 hours, 16 to 22 Mar 2026, worth talking about',
      'What it means': meaning,
      'What lay behind it': behind,
    });
    await ana.submit();
    await ana.close();
  };
  await say('Two of us were away', 'Resources');
  expect(JSON.stringify(await maya.command('/progress @ana'))).toContain('“Two of us were away” (resources)');
  await say('And a release went wrong', 'Something else');
  expect(JSON.stringify(await maya.command('/progress @ana'))).toContain('“And a release went wrong” (something else)');
  expect(await db.interpretation.count()).toBe(2);
  await maya.press('As a table (2)');
  const table = JSON.stringify(await maya.waitForModal('Numbers'));
  expect(table).toContain('Two of us were away');
  expect(table).toContain('And a release went wrong');
});

it('early trouble reaches the manager and the member at the same moment, once, and what they say of it shows in both', async () => {
  const { slack, db, at } = await littleCompany('2026-03-23T08:00:00Z');
  await weeksOfAna(db, [...STEADY, 9]);
  const [maya, ana, bo] = [slack.as('maya'), slack.as('ana'), slack.as('bo')];
  // Half past nine of Monday in London.
  await at('2026-03-23T09:29:00Z');
  expect(maya.reads()).toEqual([]);
  await at('2026-03-23T09:30:00Z');
  const heard = (who: typeof maya) => who.reads().map(({ text }) => text);
  expect(heard(maya)).toHaveLength(1);
  expect(heard(maya)[0]).toMatch(
    /Worth talking about\n• @ana, Time to first reply: 9 hours \(16 to 22 Mar 2026\), above what was usual: 2.8 to 8.2 hours/,
  );
  for (const reader of [maya, ana]) {
    await reader.press('Where the numbers come from');
    expect(JSON.stringify(await reader.waitForModal())).toContain('9 hours for Thu 19 Mar 2026');
    await reader.close();
  }
  expect(heard(ana)).toHaveLength(1);
  expect(heard(ana)[0]).toContain('Time to first reply: 9 hours (16 to 22 Mar 2026), above what was usual');
  expect(heard(bo)).toEqual([]);

  await ana.press('What does it mean?');
  await ana.waitForModal('What a number means');
  await ana.fill({ 'What it means': 'A large client moved in', 'What lay behind it': 'The market' });
  await ana.submit();
  await ana.close();
  await at('2026-03-23T09:32:00Z');
  expect(heard(maya)[0]).toContain('“A large client moved in” (the market)');
  expect(heard(ana)[0]).toContain('“A large client moved in” (the market)');

  await at('2026-03-30T08:30:00Z');
  expect(heard(maya).filter((text) => text.includes('Worth talking about'))).toHaveLength(1);
});

it('where the manager left, early trouble reaches whoever stands above them', async () => {
  const { slack, db, at } = await littleCompany('2026-03-23T08:00:00Z');
  await weeksOfAna(db, [...STEADY, 9]);
  await db.member.updateMany({ where: { name: 'maya' }, data: { managerId: slack.as('zoe').id } });
  await db.member.updateMany({ where: { name: 'maya' }, data: { deactivatedAt: new Date('2026-03-20T08:00:00Z') } });
  // Half past nine of Monday in Berlin, where Zoe is.
  await at('2026-03-23T08:29:00Z');
  await at('2026-03-23T08:30:00Z');
  for (const name of ['zoe', 'ana']) {
    await slack.as(name).waitForMessage('Time to first reply: 9 hours (16 to 22 Mar 2026)');
  }
});

it('what is better than usual is no early trouble', async () => {
  const { slack, db, at } = await littleCompany('2026-03-23T08:00:00Z');
  await weeksOfAna(db, [...STEADY, 1]);
  await at('2026-03-23T09:30:00Z');
  expect(slack.as('maya').reads()).toEqual([]);
  expect(JSON.stringify(await slack.as('maya').command('/progress @ana'))).toContain(
    '1 hours (16 to 22 Mar 2026), below',
  );
});

it('signals, what the member says of them, and the pictures are frozen with the evidence for a review', async () => {
  const { slack, db, at } = await littleCompany('2026-03-23T16:00:00Z');
  await weeksOfAna(db, [...STEADY, 9]);
  const [maya, ana] = [slack.as('maya'), slack.as('ana')];
  const { workspaceId } = await db.member.findFirstOrThrow({ where: { name: 'ana' } });
  const said = {
    workspaceId,
    memberId: ana.id,
    metricKey: 'first_reply_hours',
    periodOn: toDatabaseDate('2026-03-16'),
  };
  const say = (meaning: string) =>
    db.interpretation.create({
      data: { ...said, meaning, context: 'market', recordedAt: new Date('2026-03-23T16:00:00Z') },
    });
  await say('A large client moved in');
  await at('2026-06-23T07:00:00Z');
  for (const reader of [maya, ana]) {
    const digest = await reader.waitForMessage('Evidence: H1 2026 review');
    expect(digest.text).toContain('M1 Worth talking about: 9 hours (16 to 22 Mar 2026), above what was usual');
    expect(digest.text).toContain('“A large client moved in” (the market)');
  }
  await at('2026-06-23T07:01:00Z');
  await maya.waitForMessage('9 values up to Sun 22 Mar 2026');
  await say('Said later');
  await db.delivery.updateMany({
    where: { kind: 'review-digest' },
    data: { refreshAt: new Date('2026-06-23T07:02:00Z') },
  });
  await at('2026-06-23T07:03:00Z');
  expect(JSON.stringify(maya.reads())).not.toContain('Said later');
});
