import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { answerCheckIn, littleCompany } from './little-company.ts';

const START = '2026-03-23T16:00:00Z';
const REPLY = 'Time to first reply (hours)';
const seen = (thing: unknown) => JSON.stringify(thing);

/** Types a command and waits until the message that answers it is there. */
async function latest(person: Person, typed: string): Promise<string> {
  const before = person.reads('app').length;
  await person.command(typed);
  await expect.poll(() => person.reads('app').length).toBeGreaterThan(before);
  return person.reads('app').at(-1)?.text ?? '';
}

describe('/throughline metrics', () => {
  it('lists what is measured, for everybody, and shows what one of them means', async () => {
    const { slack } = await littleCompany(START);
    const zoe = slack.as('zoe');
    const list = await latest(zoe, '/throughline metrics');
    // By their names, not by their keys.
    expect(list.indexOf('Reopened tickets')).toBeLessThan(list.indexOf('Time to first reply'));
    expect(list).toContain(
      'Leading, lower is better (hours); every week, of several values the last one counts; from Help desk',
    );
    await zoe.press('Show', { beside: 'Reopened tickets' });
    const shown = await zoe.waitForMessage('Tickets a client had to open again.');
    expect(seen(shown)).toContain('the first definition');
    expect(seen(shown)).toContain('by the workspace file');
    expect(seen(shown.buttons)).not.toContain('Change it');
    expect(await latest(zoe, '/throughline metrics first_reply_hours')).toContain('version 1');
    expect(await latest(zoe, '/throughline metrics Time to First Reply')).toContain('version 1');
    const unknown = await latest(zoe, '/throughline metrics nonsense');
    expect(unknown).toContain('There is no metric called "nonsense"');
    expect(unknown).toContain('first_reply_hours');
    expect(await latest(zoe, '/throughline metrics help')).toContain('lists what is measured');
  });

  it('lets an administrator change a definition, with a reason, and shows everybody who did what and why', async () => {
    const { slack, db } = await littleCompany(START, { administrator: 'zoe' });
    const [zoe, ana] = [slack.as('zoe'), slack.as('ana')];
    await latest(zoe, '/throughline metrics first_reply_hours');
    await zoe.press('Change it');
    await zoe.waitForModal('Change a metric');
    await zoe.fill({ Unit: 'moons', Format: 'duration', 'Due so many days after the end of the period': '91' });
    await zoe.fill({ It: ['is speed', 'needs verification'], 'Leads to': 'Reopened tickets', 'Why it changes': '?' });
    const refused = (await zoe.submit()).errors;
    expect(refused).toEqual({
      Unit: 'Expected one of weeks, days, hours, minutes, seconds for a duration.',
      'Due so many days after the end of the period': 'Write a whole number of days from 0 to 90.',
      'Counter-metric': 'Is missing; a metric of speed needs one that shows what speed may cost.',
      'Data owner': 'Is missing; somebody has to verify these numbers.',
    });
    await zoe.fill({ Unit: 'hours', 'Due so many days after the end of the period': '5', 'Data owner': 'maya' });
    await zoe.fill({ 'Counter-metric': 'Reopened tickets', 'May be broken down by': ['tier', 'product line'] });
    await zoe.fill({ 'Why it changes': 'The help desk counts *hours* & minutes' });
    await zoe.submit();
    const saved = seen(await zoe.waitForModal('Saved'));
    expect(saved).toContain('Version 2 of Time to first reply is in force.');
    expect(saved).toContain('format: duration');
    expect(saved).toContain('counter_metric: reopened');
    const history = await latest(ana, '/throughline metrics first_reply_hours');
    expect(history).toContain('Version 2');
    expect(history).toContain(
      'by @zoe: kind of number count → duration; days until it is due 3 → 5; may be broken down by none → tier, product_line; ',
    );
    expect(history).toContain('data owner none → @maya; counts only once verified no → yes; is speed no → yes; ');
    // What holds now, in sentences.
    for (const sentence of [
      'Lower is better.',
      'It leads: it moves before the client’s outcome does, and is expected to move Reopened tickets.',
      'Counted in hours, every week, of several values the last one counts. Due 5 days after the end of the week.',
      'It comes from Help desk. @maya answers for it, and each number counts only once it is verified.',
      'Read together with Reopened tickets, which shows what speed may cost.',
    ]) {
      expect(history).toContain(sentence);
    }
    expect(history).not.toMatch(/needs_verification|due_after_days|aggregation:/);
    expect(history).toContain('Why: The help desk counts hours & minutes');
    const [, second] = await db.metricDefinition.findMany({
      where: { metricKey: 'first_reply_hours' },
      orderBy: { version: 'asc' },
    });
    expect(second).toMatchObject({
      definedById: zoe.id,
      dataOwnerId: slack.as('maya').id,
      isSpeed: true,
      dueAfterDays: 5,
    });
  });

  it('keeps a change from undoing another that came meanwhile, and takes no change that changes nothing', async () => {
    const { slack } = await littleCompany(START, { administrator: 'zoe' });
    const zoe = slack.as('zoe');
    await latest(zoe, '/throughline metrics reopened');
    await zoe.press('Change it');
    await zoe.waitForModal();
    await zoe.fill({ 'Why it changes': 'No reason' });
    expect(seen((await zoe.submit()).errors)).toContain('Nothing is different from the version in force.');
    await zoe.fill({ Source: 'Desk 2' });
    await zoe.submit();
    await zoe.waitForModal('Saved');
    await zoe.close();
    // The message still offers what it offered; the form is filled from what is in force now.
    await zoe.press('Change it');
    const form = await zoe.waitForModal('Change a metric');
    expect(seen(form)).toContain('version 2');
    expect(seen(form)).toContain('Desk 2');

    slack.updatePerson('maya', { admin: true });
    const maya = slack.as('maya');
    await latest(maya, '/throughline metrics reopened');
    await maya.press('Change it');
    await maya.waitForModal();
    await maya.fill({ Source: 'Desk 3', 'Why it changes': 'It moved' });
    await maya.submit();
    await maya.waitForModal('Saved');
    await zoe.fill({ Name: 'Opened again', 'Why it changes': 'Plainer' });
    expect(seen((await zoe.submit()).errors)).toContain('Somebody changed this metric meanwhile.');
  });

  it('is changed by administrators only, at the moment of saving too', async () => {
    const { slack, db } = await littleCompany(START, { administrator: 'zoe' });
    const zoe = slack.as('zoe');
    await latest(zoe, '/throughline metrics reopened');
    await zoe.press('Change it');
    await zoe.waitForModal();
    await zoe.fill({ Source: 'Elsewhere', 'Why it changes': 'Because' });
    slack.updatePerson('zoe', { admin: false });
    await zoe.submit();
    expect(seen(zoe.modal())).toContain('changed by administrators of this Slack workspace');
    expect(await db.metricDefinition.count({ where: { metricKey: 'reopened' } })).toBe(1);
  });
});

describe('from a number back to where it came from', () => {
  async function reported() {
    const company = await littleCompany(START, { administrator: 'zoe' });
    await company.at('2026-03-26T15:00:00Z');
    await answerCheckIn(company.slack.as('ana'), { [REPLY]: '4.2' });
    await answerCheckIn(company.slack.as('ana'), { [REPLY]: '3.9' });
    return company;
  }

  it('everything that was reported is there, by whom and when, with what it replaced', async () => {
    const { slack, db } = await reported();
    const maya = slack.as('maya');
    await latest(maya, '/throughline metrics first_reply_hours');
    await maya.press('Where the numbers come from');
    expect(seen(await maya.waitForModal())).toContain('Nothing was ever reported of Time to first reply for @maya');
    await maya.choose('Whose', 'ana');
    await expect.poll(() => seen(maya.modal())).toContain('23 to 29 Mar 2026: 3.9 hours, one value');
    const view = seen(maya.modal());
    expect(view).toContain('• 3.9 hours for Thu 26 Mar 2026, by @ana (check-in)');
    expect(view).toContain('↳ in place of 4.2 hours for Thu 26 Mar 2026, by @ana (check-in)');
    const looks = await db.evidenceLook.findMany({ where: { surface: 'lineage' } });
    expect(looks).toMatchObject([
      { actorId: maya.id, subjectId: slack.as('ana').id, parts: ['numbers'], metricKeys: ['first_reply_hours'] },
    ]);
    await maya.press('The definition and its history');
    expect(seen(await maya.waitForModal('Definition'))).toContain('the first definition');
  });

  it('a break of definition is marked', async () => {
    const { slack, at } = await reported();
    const [zoe, ana] = [slack.as('zoe'), slack.as('ana')];
    await latest(zoe, '/throughline metrics first_reply_hours');
    await zoe.press('Change it');
    await zoe.waitForModal();
    await zoe.fill({ Format: 'duration', 'Why it changes': 'Minutes matter' });
    await zoe.submit();
    await at('2026-04-02T15:00:00Z');
    await answerCheckIn(ana, { [REPLY]: '2h 30m' });
    expect(seen(await ana.command('/progress'))).toContain('3.9 hours (then defined anew) → 2h 30m');
    await latest(ana, '/throughline metrics first_reply_hours');
    await ana.press('Where the numbers come from', { message: 'latest' });
    expect(seen(await ana.waitForModal())).toContain('30 Mar to 5 Apr 2026: 2h 30m, one value');
    await ana.choose('Which period', '23 to 29 Mar 2026');
    await expect.poll(() => seen(ana.modal())).toContain('3.9 hours, one value, by version 1 of the definition');
  });

  it('one walks there from progress and from the review digest, which says what the work is for', async () => {
    const { slack, at, db } = await reported();
    await db.impactRow.create({
      data: {
        workspaceId: slack.teamId,
        roleKey: 'support-engineer',
        position: 0,
        activity: 'Answer at once',
        whyItMatters: 'They wait',
        outcome: 'satisfaction',
        metricKeys: ['first_reply_hours'],
      },
    });
    const [maya, ana] = [slack.as('maya'), slack.as('ana')];
    await maya.command('/progress @ana');
    await maya.press('Where the numbers come from', { message: 'latest' });
    expect(seen(await maya.waitForModal())).toContain('in place of 4.2 hours');
    await maya.close();
    await at('2026-06-23T10:00:00Z');
    for (const reader of [maya, ana]) {
      const digest = await reader.waitForMessage('Evidence: H1 2026 review');
      expect(digest.text).toContain('What the work is for (Support engineer)');
      expect(digest.text).toContain('• Answer at once → the client is satisfied');
      await reader.press('Where the numbers come from', { message: digest.ts });
      await reader.waitForModal();
    }
    // Frozen: a map that is changed later does not change what both sides have.
    await db.impactRow.deleteMany();
    await at('2026-06-23T10:05:00Z');
    const pages = seen((await ana.waitForMessage('Evidence: H1 2026 review')).thread);
    expect(pages).toContain('They wait');
    expect(pages).toContain('shown by Time to first reply');
  });

  it('nobody sees it who may not see the number, administrators neither, and no look is written for a refusal', async () => {
    const { slack, db } = await reported();
    const zoe = slack.as('zoe');
    await latest(zoe, '/throughline metrics first_reply_hours');
    await zoe.press('Where the numbers come from');
    await zoe.waitForModal();
    await zoe.choose('Whose', 'ana');
    await expect.poll(() => seen(zoe.modal())).toContain('is seen by themselves, the managers above them');
    expect(seen(zoe.modal())).not.toContain('3.9');
    expect(await db.evidenceLook.count({ where: { surface: 'lineage' } })).toBe(0);
  });
});

describe('/throughline impact', () => {
  it('is written by an administrator, row by row, and read by everybody', async () => {
    const { slack } = await littleCompany(START, { administrator: 'zoe' });
    const [zoe, ana] = [slack.as('zoe'), slack.as('ana')];
    expect(await latest(ana, '/throughline impact')).toContain('No impact map for Support engineer yet');
    expect(await latest(zoe, '/throughline impact')).toContain('Support engineer');
    await latest(zoe, '/throughline impact support-engineer');
    for (const [activity, why] of [
      ['Answer at once', 'They wait'],
      ['Mend at the root', 'They need not ask again'],
    ]) {
      await zoe.press('Add a row');
      await zoe.waitForModal('Add a row');
      await zoe.fill({
        'What people of this role do': activity ?? '',
        'Why it matters to the client': why ?? '',
        'What comes of it': 'the client stays',
        'Metrics that show it': ['Time to first reply', 'Reopened tickets'],
      });
      await zoe.submit();
      expect(seen(await zoe.waitForModal('Impact map'))).toContain('Saved.');
      await zoe.close();
    }
    const map = await latest(ana, '/throughline impact');
    expect(map).toContain('They wait');
    expect(map).toContain('→ the client stays; shown by Time to first reply, Reopened tickets');
    expect(map.indexOf('Answer at once')).toBeLessThan(map.indexOf('Mend at the root'));
    expect(map).not.toContain('Add a row');

    await latest(zoe, '/throughline impact Support engineer');
    await zoe.choose('...', 'Move up', { beside: 'Mend at the root', message: 'latest' });
    await expect
      .poll(async () => {
        const now = await latest(ana, '/throughline impact');
        return now.indexOf('Mend at the root') < now.indexOf('Answer at once');
      })
      .toBe(true);
    await latest(zoe, '/throughline impact Support engineer');
    await zoe.choose('...', 'Change', { beside: 'Answer at once', message: 'latest' });
    await zoe.waitForModal('Change a row');
    await zoe.fill({ 'What comes of it': 'the client is satisfied' });
    await zoe.submit();
    await zoe.waitForModal('Impact map');
    await zoe.close();
    await latest(zoe, '/throughline impact Support engineer');
    await zoe.choose('...', 'Remove', { beside: 'Mend at the root', message: 'latest' });
    await expect.poll(async () => await latest(ana, '/throughline impact')).not.toContain('Mend at the root');
    expect(await latest(ana, '/throughline impact')).toContain('→ the client is satisfied');
  });

  it('stands in Home and beside the plan, there to draft from', async () => {
    const { slack, db } = await littleCompany(START);
    const row = { workspaceId: slack.teamId, roleKey: 'support-engineer', position: 0, metricKeys: ['reopened'] };
    await db.impactRow.create({
      data: { ...row, activity: 'Answer at once', whyItMatters: 'They wait', outcome: 'retention' },
    });
    const ana = slack.as('ana');
    await ana.openHome();
    expect((await ana.waitForHome('What the work is for')).text).toContain('• Answer at once → the client stays');
    const plan = await latest(ana, '/plan');
    expect(plan).toContain('You have no plan yet.');
    expect(plan).toContain('• Answer at once → the client stays');
  });

  it('a row that somebody else changed or took away is not overwritten', async () => {
    const { slack, db } = await littleCompany(START, { administrator: 'zoe' });
    const zoe = slack.as('zoe');
    const row = { workspaceId: slack.teamId, roleKey: 'support-engineer', position: 0, metricKeys: ['reopened'] };
    await db.impactRow.create({
      data: { ...row, activity: 'Answer', whyItMatters: 'They wait', outcome: 'satisfaction' },
    });
    await latest(zoe, '/throughline impact support-engineer');
    await zoe.choose('...', 'Change', { beside: 'Answer' });
    await zoe.waitForModal('Change a row');
    await db.impactRow.updateMany({ data: { activity: 'Something else' } });
    expect(seen((await zoe.submit()).errors)).toContain('Somebody changed this map meanwhile.');
    expect(await db.impactRow.findMany()).toMatchObject([{ activity: 'Something else' }]);
    slack.updatePerson('zoe', { admin: false });
    await zoe.submit();
    expect(seen(zoe.modal())).toContain('changed by administrators of this Slack workspace');
  });

  it('names the roles there are for one that is not there', async () => {
    const { slack } = await littleCompany(START);
    const told = await latest(slack.as('bo'), '/throughline impact pilot');
    expect(told).toContain('There is no role called "pilot"');
    expect(told).toContain('support-engineer');
  });
});
