import { describe, expect, it } from 'vitest';
import { companyWithOwners, draftAndAsk } from './agree-on-a-plan.ts';
import { answerCheckIn, littleCompany } from './little-company.ts';

describe('App Home, while it is open', () => {
  it('shows a plan as signed that was signed there', async () => {
    const company = await companyWithOwners();
    await draftAndAsk(company);
    const zoe = company.slack.as('zoe');
    await zoe.openHome();
    await zoe.waitForHome('waits for your signature');
    await zoe.press('Read and sign…', { in: 'home' });
    await zoe.waitForModal('Plan to be signed');
    await zoe.submit();
    await company.slack.eventsSettled();
    await company.service.ring();
    expect(zoe.home()?.text).not.toContain('waits for your signature');
  });

  it('shows what a form did that was opened from it', async () => {
    const { slack, at, service } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    const ana = slack.as('ana');
    await ana.openHome();
    await ana.waitForHome('Your check-in of Thu 26 Mar 2026 waits');
    await ana.press('Answer', { in: 'home' });
    await ana.waitForModal('Weekly check-in');
    await ana.fill({ 'Time to first reply (hours)': '4.2' });
    await ana.submit();
    await ana.waitForHome('Time to first reply: 4.2 hours');
    await service.ring();
    expect(ana.home()?.text).toContain('You owe nothing');
  });

  it('shows what was done in a message beside it', async () => {
    const { slack, at } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    const ana = slack.as('ana');
    await ana.openHome();
    await ana.waitForHome('Your check-in of Thu 26 Mar 2026 waits');
    await answerCheckIn(ana, { 'What got in the way': 'An outage.' });
    await ana.waitForHome('You owe nothing');
  });

  it('is not made for whoever has not opened it lately', async () => {
    const { slack, at, clock, service } = await littleCompany('2026-03-23T16:00:00Z');
    const ana = slack.as('ana');
    await ana.openHome();
    const before = (await ana.waitForHome('You owe nothing')).text;
    await at('2026-03-26T15:00:00Z');
    expect(clock.now().toISOString()).toContain('2026-03-26');
    await answerCheckIn(ana, { 'Time to first reply (hours)': '4.2' });
    await service.ring();
    expect(ana.home()?.text).toBe(before);
  });

  it("brought up to date, or turned to again, is no other look at one's people: the next visit is", async () => {
    const { slack, at, db, service } = await littleCompany('2026-03-23T16:00:00Z');
    await at('2026-03-26T15:00:00Z');
    await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
    const maya = slack.as('maya');
    const looks = () => db.evidenceLook.count({ where: { surface: 'App Home', subjectId: slack.as('ana').id } });
    await maya.openHome();
    await maya.waitForHome('ana: answered all 1');
    const opened = await looks();
    expect(opened).toBeGreaterThan(0);
    for (const [from, until] of [
      ['2026-04-01', '2026-04-02'],
      ['2026-05-01', '2026-05-02'],
    ]) {
      await maya.press('Away…', { in: 'home' });
      await maya.waitForModal();
      await maya.fill({ 'First day away': from ?? '', 'Last day away': until ?? '' });
      await maya.submit();
      await maya.waitForNoModal();
      await service.ring();
    }
    expect(await looks()).toBe(opened);
    await maya.openHome();
    await service.ring();
    expect(await looks()).toBe(opened);
    await at('2026-03-26T16:00:01Z');
    await maya.openHome();
    await service.ring();
    expect(await looks()).toBe(2 * opened);
  });
});
