import { describe, expect, it } from 'vitest';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// Ana and Bo report on Thursday the 26th of March; Zoe owns the time to first reply, which needs to be verified. She lives
// in Berlin, and hears of it on Monday at half past nine, 07:30 UTC in summer time.
const friday = '2026-03-20T16:00:00Z';
const mondayInBerlin = '2026-03-30T07:30:00Z';
const REPLY = 'Time to first reply (hours)';
const REOPENED = 'Reopened tickets (tickets)';

async function reported(): Promise<LittleCompany> {
  const company = await littleCompany(friday);
  await company.db.metricDefinition.updateMany({
    where: { metricKey: 'first_reply_hours' },
    data: { dataOwnerId: company.slack.as('zoe').id, needsVerification: true },
  });
  await company.at('2026-03-26T15:00:00Z');
  await answerCheckIn(company.slack.as('ana'), { [REPLY]: '4.2', [REOPENED]: '7' });
  await answerCheckIn(company.slack.as('bo'), { [REPLY]: '5.1', [REOPENED]: '9' });
  return company;
}

function inbox({ slack }: LittleCompany, name: string): string {
  return slack
    .as(name)
    .reads()
    .map(({ text }) => text)
    .join('\n');
}

async function progressOf({ slack }: LittleCompany, name: string, reader = 'maya'): Promise<string> {
  return JSON.stringify(await slack.as(reader).command(`/progress @${name}`));
}

describe('numbers that need to be verified', () => {
  it('count only once the data owner, told on Monday in one list, has verified them', async () => {
    const company = await reported();
    const { slack, at, service } = company;
    expect(await progressOf(company, 'ana')).toContain(
      'Time to first reply: no value yet; left out: 4.2 hours of 23 to 29 Mar 2026 (waits for its data owner to verify it)',
    );
    await at('2026-03-30T07:29:00Z');
    expect(inbox(company, 'zoe')).toBe('');
    await at(mondayInBerlin);
    const zoe = slack.as('zoe');
    const list = await zoe.waitForMessage('Numbers that wait for you');
    expect(list.text).toContain('To verify: 2');
    expect(list.text).toContain('Time to first reply of @ana, 23 to 29 Mar 2026: 4.2 hours');
    expect(list.text).toContain('from check-in; reported Thu 26 Mar 2026 by @ana');
    expect(list.text).not.toContain('7 tickets');
    await zoe.press('Verify all 2 shown');
    await service.ring();
    await zoe.waitForMessage('Nothing waits for you');
    expect(await progressOf(company, 'ana')).toContain('Time to first reply: 4.2 hours, the first value');
    const verdicts = await company.db.verdict.findMany({ select: { kind: true, givenById: true } });
    expect(verdicts).toEqual([
      { kind: 'verified', givenById: zoe.id },
      { kind: 'verified', givenById: zoe.id },
    ]);
    await at('2026-04-06T07:30:00Z');
    expect(zoe.reads().filter(({ text }) => text.includes('that wait for you'))).toHaveLength(1);
  });

  it('are looked at on record', async () => {
    const company = await reported();
    await company.at(mondayInBerlin);
    await company.slack.as('ana').command('/throughline looks');
    const { text } = await company.slack.as('ana').waitForMessage('by the weekly list to verify');
    expect(text).toContain('the numbers of Time to first reply');
  });

  it('are looked at on record too when they come into a list that was told before', async () => {
    const company = await reported();
    const { db, slack } = company;
    await company.at(mondayInBerlin);
    const looks = async (name: string) =>
      (await db.evidenceLook.findMany({ where: { subjectId: slack.as(name).id } })).map(({ surface }) => surface);
    expect(await looks('maya')).toEqual([]);
    const given = await db.observation.findFirstOrThrow({ where: { metricKey: 'first_reply_hours' } });
    const { id: _, ...row } = { ...given, dimensions: {}, checkInId: null, memberId: slack.as('maya').id };
    await db.observation.create({ data: row });
    await slack.as('zoe').press('Verify (1)');
    await company.at('2026-03-30T07:31:00Z');
    await slack.as('zoe').waitForMessage('of @maya, 23 to 29 Mar 2026');
    expect(await looks('maya')).toEqual(['the weekly list to verify']);
    expect(await looks('ana')).toEqual(['the weekly list to verify']);
  });

  it('go back to whoever reported them in one note, and wait anew when they are corrected', async () => {
    const company = await reported();
    const { slack, at } = company;
    await at(mondayInBerlin);
    const [ana, zoe] = [slack.as('ana'), slack.as('zoe')];
    await zoe.command('/throughline verify');
    await zoe.waitForModal('To verify');
    const first = 'Calendar hours?';
    for (const why of [first, 'The same here.']) {
      await zoe.press(why === first ? 'Return… (1)' : 'Return…');
      await zoe.waitForModal('Return a number');
      await zoe.fill({ Why: why });
      await zoe.submit();
      await zoe.waitForModal('To verify');
    }
    expect((await zoe.waitForModal('To verify')).lines.join('\n')).toContain('Nothing waits for you');
    expect(await progressOf(company, 'ana')).toContain('(sent back by its data owner)');
    await at('2026-03-30T07:45:00Z');
    expect(inbox(company, 'ana')).not.toContain('came back to you');
    await at('2026-03-30T08:01:00Z');
    const note = await ana.waitForMessage('Numbers that came back to you');
    expect(note.text).toMatch(/4\.2 hours\n@zoe: Calendar hours\?/);
    expect(inbox(company, 'maya')).not.toContain('came back to you');
    await ana.press('Correct…');
    await ana.waitForModal('Correct a number');
    await ana.fill({ 'The right value': '3.1', Why: 'Working hours now' });
    await ana.submit();
    await ana.waitForNoModal();
    expect(await progressOf(company, 'ana')).toContain(
      'left out: 3.1 hours of 23 to 29 Mar 2026 (waits for its data owner',
    );
    await ana.waitForMessage('all are settled');
  });

  it('are corrected by the data owner, which verifies them', async () => {
    const company = await reported();
    const zoe = company.slack.as('zoe');
    await zoe.command('/throughline verify');
    await zoe.waitForModal('To verify');
    await zoe.press('Correct… (1)');
    await zoe.waitForModal('Correct a number');
    await zoe.fill({ 'The right value': '4,1', Why: 'The help desk says so' });
    expect((await zoe.submit()).errors?.['The right value']).toContain('Leave out the comma');
    await zoe.fill({ 'The right value': '4.1' });
    await zoe.submit();
    expect((await zoe.waitForModal('To verify')).lines.join('\n')).toContain('To verify: 1');
    expect(await progressOf(company, 'ana')).toContain('Time to first reply: 4.1 hours so far, the first value');
    const corrected = await company.db.observation.findFirstOrThrow({ where: { supersedesId: { not: null } } });
    expect(corrected).toMatchObject({ recordedById: zoe.id, reason: 'The help desk says so' });
  });

  it('are verified by nobody else', async () => {
    const company = await reported();
    await company.at(mondayInBerlin);
    for (const name of ['ana', 'maya', 'bo']) {
      const person = company.slack.as(name);
      await person.command('/throughline verify');
      expect((await person.waitForModal('To verify')).lines.join('\n')).toContain('Nothing waits for you');
      await person.close();
    }
  });

  it('wait for the manager where they are about the data owner, or nobody owns the metric', async () => {
    const company = await reported();
    const { db, slack } = company;
    const where = { metricKey: 'first_reply_hours' };
    await db.metricDefinition.updateMany({ where, data: { dataOwnerId: slack.as('ana').id } });
    const lists = async (name: string) => {
      await slack.as(name).command('/throughline verify');
      const { lines } = await slack.as(name).waitForModal('To verify');
      await slack.as(name).close();
      return lines.join('\n');
    };
    expect(await lists('ana')).toContain('@bo');
    expect(await lists('ana')).not.toContain('4.2 hours');
    expect(await lists('maya')).toContain('4.2 hours');
    await db.metricDefinition.updateMany({ where, data: { dataOwnerId: null } });
    await company.at('2026-03-30T08:30:00Z');
    await slack.as('maya').waitForMessage('To verify: 2');
    await slack.as('maya').openHome();
    await slack.as('maya').waitForHome('2 numbers wait for your word.');
  });
});
