import { describe, expect, it } from 'vitest';
import { recordAnswer } from '../../src/features/verification/record-answer.ts';
import { recordChallenge } from '../../src/features/verification/record-challenge.ts';
import { recordCorrected } from '../../src/features/verification/record-verdicts.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// Ana reports on Thursday the 26th of March; on Friday at noon in Berlin everybody is at work but Bo, in New York.
const REPLY = 'Time to first reply (hours)';
const fridayNoon = '2026-03-27T11:00:00Z';
const WAITS = '(challenged, and not answered yet)';

async function reported({ owner = 'zoe' }: { owner?: string | null } = {}): Promise<LittleCompany> {
  const company = await littleCompany('2026-03-20T16:00:00Z');
  const dataOwnerId = owner && company.slack.as(owner).id;
  await company.db.metricDefinition.updateMany({ where: { metricKey: 'first_reply_hours' }, data: { dataOwnerId } });
  await company.at('2026-03-26T15:00:00Z');
  await answerCheckIn(company.slack.as('ana'), { [REPLY]: '4.2', 'Reopened tickets (tickets)': '7' });
  await company.at(fridayNoon);
  return company;
}

async function challenge({ slack, at }: LittleCompany, name: string, typed = '/progress @ana'): Promise<void> {
  const person = slack.as(name);
  await person.command(typed);
  await person.press('Challenge a number…');
  await person.waitForModal('Challenge a number');
  await person.fill({
    'Which number': '4.2 hours, 23 to 29 Mar 2026 (check-in)',
    'What is wrong': 'The export says 6.',
    'Evidence (a link)': 'https://desk.example.com/export',
  });
  await person.submit();
  await person.waitForModal('Challenged');
  await person.close();
  await at('2026-03-27T11:05:00Z');
}

async function answer({ slack, at }: LittleCompany, name: string, says: { [label: string]: string }): Promise<void> {
  const person = slack.as(name);
  await person.press('Answer…');
  await person.waitForModal('Answer a challenge');
  await person.fill(says);
  await person.submit();
  await person.waitForNoModal();
  await at('2026-03-27T11:10:00Z');
}

async function progressOf({ slack }: LittleCompany, reader: string): Promise<string> {
  return JSON.stringify(await slack.as(reader).command('/progress @ana'));
}

function told({ slack }: LittleCompany, words: string): string[] {
  return ['ana', 'bo', 'maya', 'zoe'].filter((name) =>
    slack
      .as(name)
      .reads()
      .some(({ text }) => text.includes(words)),
  );
}

describe('a challenge', () => {
  it('begins with a form that lists numbers: that its opener looked is on record', async () => {
    const { slack, db } = await reported();
    const maya = slack.as('maya');
    await maya.command('/progress @ana');
    await maya.press('Challenge a number…');
    await maya.waitForModal('Challenge a number');
    const where = { actorId: maya.id, surface: 'the form of a challenge' };
    expect(await db.evidenceLook.findMany({ where })).toMatchObject([
      { subjectId: slack.as('ana').id, parts: ['numbers'], metricKeys: ['first_reply_hours', 'reopened'] },
    ]);
  });

  it('keeps the number from counting until the data owner answers, and everybody concerned is told once', async () => {
    const company = await reported();
    await challenge(company, 'maya');
    expect(await progressOf(company, 'maya')).toContain(`left out: 4.2 hours of 23 to 29 Mar 2026 ${WAITS}`);
    expect(await progressOf(company, 'ana')).toContain(WAITS);
    expect(told(company, 'A number is challenged')).toEqual(['ana', 'zoe']);
    const zoe = company.slack.as('zoe');
    const notice = await zoe.waitForMessage('A number is challenged');
    expect(notice.text).toContain('@maya: The export says 6.\nevidence');
    await answer(company, 'zoe', { 'Your answer': 'The number stands', Why: 'The export counts weekends.' });
    expect(told(company, 'A challenge is answered')).toEqual(['ana', 'maya']);
    expect((await company.slack.as('maya').waitForMessage('A challenge is answered')).text).toContain(
      '@zoe: the number stands, and counts again. The export counts weekends.',
    );
    // What was told before stays true, and asks for nothing any more.
    expect((await zoe.waitForMessage('it is answered')).text).not.toContain('Answer…');
    expect(await progressOf(company, 'maya')).toContain('4.2 hours so far, the first value');
    await company.at('2026-03-27T12:00:00Z');
    const answers = company.slack
      .as('ana')
      .reads()
      .filter(({ text }) => text.includes('A challenge is answered'));
    expect(answers).toHaveLength(1);
  });

  it('stands in the evidence for a review while it is open, and on the way back of the number', async () => {
    const company = await reported();
    await challenge(company, 'maya');
    const maya = company.slack.as('maya');
    await maya.press('Where the numbers come from');
    const lineage = (await maya.waitForModal('Where numbers come from')).lines.join('\n');
    expect(lineage).toContain('challenged, and not answered yet');
    expect(lineage).toContain('The export says 6.');
    await maya.close();
    await company.at('2026-06-23T15:00:00Z');
    for (const [name, whose] of [
      ['ana', 'your review'],
      ['maya', 'the review of @ana'],
    ] as const) {
      const { text } = await company.slack.as(name).waitForMessage(`on record for ${whose}`);
      expect(text).toContain(`no value that counts; left out: 4.2 hours of 23 to 29 Mar 2026 ${WAITS}`);
    }
  });

  it('of somebody who answers for the number themselves goes to the next, and the form says so', async () => {
    const company = await reported();
    const form = async (name: string) => {
      await company.slack.as(name).command('/progress @ana');
      await company.slack.as(name).press('Challenge a number…');
      return (await company.slack.as(name).waitForModal('Challenge a number')).lines.join('\n');
    };
    expect(await form('ana')).not.toContain('yourself');
    const zoes = await form('zoe');
    expect(zoes).toContain('You answer for Time to first reply yourself.');
    expect(zoes).toContain('Nobody decides on their own challenge: @maya answers yours.');
    const zoe = company.slack.as('zoe');
    await zoe.fill({
      'Which number': '4.2 hours, 23 to 29 Mar 2026 (check-in)',
      'What is wrong': 'The export says 6.',
    });
    await zoe.submit();
    await company.at('2026-03-27T11:05:00Z');
    const notice = await company.slack.as('maya').waitForMessage('A number is challenged');
    expect(notice.text).toContain('It waits for you');
  });

  it('is answered by a correction', async () => {
    const company = await reported();
    await challenge(company, 'maya');
    const zoe = company.slack.as('zoe');
    await zoe.press('Answer…');
    await zoe.waitForModal('Answer a challenge');
    await zoe.fill({ 'Your answer': 'Correct it', Why: 'Maya is right.' });
    expect((await zoe.submit()).errors).toEqual({ 'The right value': 'Give the right value.' });
    await zoe.fill({ 'The right value': '4.20' });
    expect((await zoe.submit()).errors?.['The right value']).toContain('choose that the number stands');
    await zoe.fill({ 'The right value': '6' });
    await zoe.submit();
    await zoe.waitForNoModal();
    await company.at('2026-03-27T11:10:00Z');
    expect((await company.slack.as('ana').waitForMessage('A challenge is answered')).text).toContain('Now: 6 hours');
    const { id: observationId } = await company.db.observation.findFirstOrThrow({ where: { value: 6 } });
    const says = { workspaceId: company.service.workspaceId, actorId: zoe.id, now: company.clock.now() };
    await recordCorrected(company.db, { ...says, observationId, value: '6.5', reason: 'To the minute' });
    await company.slack.as('ana').waitForMessage('Now: 6.5 hours');
    expect(await progressOf(company, 'ana')).toContain('Time to first reply: 6.5 hours so far, the first value');
  });

  it('is answered by taking the number back', async () => {
    const company = await reported();
    await challenge(company, 'maya');
    await answer(company, 'zoe', { 'Your answer': 'Take it back', Why: 'Nobody measured that week.' });
    expect(await progressOf(company, 'ana')).toContain(
      'no value yet; left out: 4.2 hours of 23 to 29 Mar 2026 (withdrawn)',
    );
  });

  it('can be made by whom the number is about, from Home', async () => {
    const company = await reported();
    const ana = company.slack.as('ana');
    await ana.openHome();
    await ana.waitForHome('4.2 hours');
    await ana.press('Challenge a number…');
    await ana.waitForModal('Challenge a number');
    await ana.fill({ 'Which number': '4.2 hours, 23 to 29 Mar 2026 (check-in)', 'What is wrong': 'A slip of mine.' });
    await ana.submit();
    await ana.waitForModal('Challenged');
    await company.at('2026-03-27T11:05:00Z');
    expect(told(company, 'A number is challenged')).toEqual(['maya', 'zoe']);
  });

  it('is not answered by whoever made it: the manager answers for the data owner', async () => {
    const company = await reported();
    await challenge(company, 'zoe');
    expect(told(company, 'A number is challenged')).toEqual(['ana', 'maya']);
    await company.slack.as('zoe').command('/throughline verify');
    expect((await company.slack.as('zoe').waitForModal('To verify')).lines.join('\n')).toContain('Nothing waits');
    await answer(company, 'maya', { 'Your answer': 'The number stands', Why: 'I looked at it.' });
    expect(told(company, 'A challenge is answered')).toEqual(['ana', 'zoe']);
  });

  it('that nobody can answer stays open, and says what to do', async () => {
    const company = await reported({ owner: null });
    await challenge(company, 'maya');
    expect((await company.slack.as('ana').waitForMessage('A number is challenged')).text).toContain(
      'An administrator names a data owner',
    );
    expect(await progressOf(company, 'maya')).toContain(WAITS);
  });

  it('holds for a value that takes the place of the challenged one, and is made once at a time', async () => {
    const company = await reported();
    await challenge(company, 'maya');
    await answerCheckIn(company.slack.as('ana'), { [REPLY]: '4.4' });
    expect(await progressOf(company, 'maya')).toContain(`left out: 4.4 hours of 23 to 29 Mar 2026 ${WAITS}`);
    const zoe = company.slack.as('zoe');
    await zoe.command('/progress @ana');
    await zoe.press('Challenge a number…');
    expect((await zoe.waitForModal('Numbers')).lines.join('\n')).toContain('each is challenged already');
  });

  it('is answered on the number that was challenged, corrected since then, and on no other of that day', async () => {
    const { db, slack, service, clock } = await reported();
    const given = await db.observation.findFirstOrThrow({ where: { metricKey: 'first_reply_hours' } });
    const add = async (value: number, supersedesId: string | null) => {
      const { id: _, ...row } = { ...given, dimensions: {}, source: 'desk', checkInId: null, value, supersedesId };
      return (await db.observation.create({ data: row })).id;
    };
    const challenged = await add(5, null);
    const now = clock.now();
    const actor = { workspaceId: service.workspaceId, now, evidenceUrl: null, evidenceFile: null };
    const maya = slack.as('maya').id;
    await recordChallenge(db, { ...actor, actorId: maya, observationId: challenged, reason: 'Too low' });
    const corrected = await add(6, challenged);
    const other = await add(9, null);
    const { id: challengeId } = await db.challenge.findFirstOrThrow();
    const says = { answer: 'withdrawn', value: null, reason: 'Nobody measured it' } as const;
    await recordAnswer(db, { ...actor, ...says, actorId: slack.as('zoe').id, challengeId });
    const takenBack = await db.observation.findMany({ where: { withdrawnAt: { not: null } } });
    expect(takenBack.map(({ id }) => id)).toEqual([corrected]);
    expect(takenBack.map(({ id }) => id)).not.toContain(other);
  });

  it('cannot be made by who may not see the number', async () => {
    const company = await reported();
    const { db, slack, service } = company;
    const { id: observationId } = await db.observation.findFirstOrThrow({ where: { metricKey: 'first_reply_hours' } });
    const attempt = (name: string) =>
      recordChallenge(db, {
        workspaceId: service.workspaceId,
        actorId: slack.as(name).id,
        observationId,
        reason: 'Wrong',
        evidenceUrl: null,
        evidenceFile: null,
        now: new Date(fridayNoon),
      });
    expect(await attempt('bo')).toEqual({ outcome: 'not-allowed' });
    expect(await attempt('zoe')).toMatchObject({ outcome: 'challenged' });
    expect(await attempt('maya')).toEqual({ outcome: 'already', challengerId: slack.as('zoe').id });
  });
});
