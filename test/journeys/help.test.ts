import { describe, expect, it } from 'vitest';
import { companyWithOwners } from './agree-on-a-plan.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

const MONDAY = '2026-03-23T16:00:00Z';

async function answer({ slack }: LittleCompany, name: string, typed: string): Promise<string> {
  const result = await slack.as(name).command(typed);
  await slack.eventsSettled();
  return JSON.stringify(result) + JSON.stringify(slack.as(name).reads().at(-1) ?? '');
}

describe('/throughline help', () => {
  it('shows everybody what they do most, and the rest by name', async () => {
    const company = await littleCompany(MONDAY);
    const said = await answer(company, 'ana', '/throughline help');
    expect(said).toContain('What you do most');
    for (const typed of [
      '/checkin',
      '/win [what changed]',
      '/feedback @name',
      '/plan',
      '/throughline lessons [words]',
    ]) {
      expect(said).toContain(typed);
    }
    for (const typed of ['/throughline deliveries', '/throughline verify', '/feedback ask @name', '/plan @ana']) {
      expect(said).not.toContain(typed);
    }
  });

  it('is for whoever asks: manager, data owner, administrator', async () => {
    const company = await companyWithOwners();
    const { slack, db } = company;
    const managed = await answer(company, 'maya', '/throughline help');
    expect(managed).toContain('as manager, data owner');
    expect(managed).toContain('/throughline verify');
    expect(managed).toContain('/feedback ask @name');
    expect(managed).not.toContain('/throughline sources');
    await db.member.updateMany({ where: { id: slack.as('bo').id }, data: { isAdministrator: true } });
    const run = await answer(company, 'bo', '/throughline help');
    expect(run).toContain('as administrator');
    expect(run).toContain('/throughline sources');
  });

  it.each([
    ['/throughline help plans', 'shows your plan: what is aimed at'],
    ['/throughline help /win', 'For example: `/win client Northwind`'],
    ['/throughline help lesons', 'Did you mean `/throughline help lessons`?'],
    ['/throughline verfy', 'There is no \\"verfy\\" here. Did you mean `/throughline verify`?'],
    ['/throughline plan', 'That is a command by itself: `/plan`'],
    ['/throughline `<!channel>`', 'There is no \\"<!channel>\\" here.'],
    ['/throughline lessons help', 'For example: `/throughline lessons onboarding`'],
    ['/throughline setup help', 'tells how you are set up here'],
  ])('%s says what helps', async (typed, words) => {
    const company = await companyWithOwners();
    expect((await answer(company, 'maya', typed)).replaceAll('`', '')).toContain(words.replaceAll('`', ''));
  });
});

describe('plain words to the bot', () => {
  it('are answered with what they may have meant, once, and are not kept', async () => {
    const company = await littleCompany(MONDAY);
    const { slack, db } = company;
    const ana = slack.as('ana');
    await ana.says('I had a win!');
    const told = await ana.waitForMessage('tells a client win');
    expect(told.buttons).toEqual(['Save a win', 'Check in', 'Away…', 'Give feedback', 'My Home']);
    expect(ana.reads().filter(({ text }) => text.includes('tells a client win'))).toHaveLength(1);
    await ana.press('Save a win', { in: 'app' });
    await ana.waitForModal();
    await ana.close();
    expect([await db.win.count(), await db.delivery.count()]).toEqual([0, 0]);
  });

  it.each([
    ['hello', 'What you do most'],
    ['check in', 'opens your check-in'],
    ['plan?', 'shows your plan'],
    ['I am on holiday next week', 'from when until when you are away'],
    ['stop asking me', 'says that it is not for you'],
    ['who sees this?', 'who looked at what is on record about you'],
    ['send me my data', 'a copy of what you may read about yourself'],
    ['The second migration of Northwind went through without a single hour of outage.', 'What you do most'],
  ])('"%s" leads on', async (typed, words) => {
    const { slack } = await littleCompany(MONDAY);
    const ana = slack.as('ana');
    await ana.says(typed);
    expect((await ana.waitForMessage(words)).buttons).toContain('Check in');
  });

  it('under a message are answered there', async () => {
    const { slack, at } = await littleCompany(MONDAY);
    await at('2026-03-26T15:00:00Z');
    const ana = slack.as('ana');
    const prompt = ana.reads().at(-1)?.ts ?? '';
    await ana.says('4.2 hours, all well', undefined, { thread: prompt });
    await slack.eventsSettled();
    expect((await ana.waitForMessage('by form, not by chat')).thread).toEqual([]);
    expect(ana.reads().find(({ ts }) => ts === prompt)?.thread).toHaveLength(2);
  });

  it('that were changed or taken back get no second answer', async () => {
    const { slack, service } = await littleCompany(MONDAY);
    const ana = slack.as('ana');
    const ts = await ana.says('hello');
    await ana.waitForMessage('What you do most');
    await ana.edits(ts, 'hello there');
    await ana.deletes(ts);
    await slack.eventsSettled();
    await service.ring();
    expect(ana.reads().filter(({ text }) => text.includes('What you do most'))).toHaveLength(1);
  });

  it('open the feedback form by its button', async () => {
    const { slack } = await littleCompany(MONDAY);
    const ana = slack.as('ana');
    await ana.says('feedback');
    await ana.waitForMessage('says what you saw somebody do');
    await ana.press('Give feedback', { in: 'app' });
    await ana.waitForModal('Give feedback');
    await ana.fill({ 'Whom is it about': 'bo' });
    await ana.submit();
    expect((await ana.waitForModal()).fields.length).toBeGreaterThan(2);
  });
});

it('a mention in a channel is answered to whoever wrote it, and to nobody else', async () => {
  const { slack } = await littleCompany(MONDAY);
  const ana = slack.as('ana');
  await ana.says('@Throughline how do I tell a win?', 'support');
  const told = await ana.waitForMessage('tells a client win', 'support');
  expect(told.onlyForYou).toBe(true);
  expect(
    slack
      .as('bo')
      .reads('support')
      .filter(({ text }) => text.includes('tells a client win')),
  ).toEqual([]);
});

it('a mention in a channel where the bot is no member is answered in direct messages', async () => {
  const { slack } = await littleCompany(MONDAY);
  const ana = slack.as('ana');
  slack.faults.next('chat.postEphemeral', { kind: 'error', error: 'not_in_channel' });
  await ana.says('@Throughline how do I tell a win?', 'support');
  expect((await ana.waitForMessage('tells a client win')).onlyForYou).toBe(false);
});

describe('/throughline setup', () => {
  it('tells an employee where they stand, what they can do and whom to ask', async () => {
    const company = await littleCompany(MONDAY, { administrator: 'zoe' });
    const said = await answer(company, 'ana', '/throughline setup');
    for (const words of [
      'Your team is Customer Support',
      'You report to',
      'What you can do',
      'Ask who runs this Slack workspace: @zoe',
    ]) {
      expect(said).toContain(words);
    }
    expect(said).not.toContain('npm run');
  });

  it('tells an administrator what comes next, and how far it is', async () => {
    const company = await littleCompany(MONDAY, { administrator: 'zoe' });
    const said = await answer(company, 'zoe', '/throughline setup');
    expect(said).toContain('npm run cli -- apply');
    expect(said).toContain('the bot is in #support');
    await company.db.team.updateMany({ data: { channelId: 'C0000000000' } });
    const gone = await answer(company, 'zoe', '/throughline setup');
    expect(gone).toContain('Check the channel in the workspace file');
    await company.db.team.updateMany({ data: { retiredAt: new Date(0) } });
    expect(await answer(company, 'zoe', '/throughline setup')).toContain('None is in force');
  });
});
