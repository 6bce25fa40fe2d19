import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { gap, give, readFeedback } from './give-feedback.ts';
import { answerCheckIn, littleCompany } from './little-company.ts';

const monday = '2026-03-23T16:00:00Z';
const OBJECTIVE = 'What do you want to become better at';
const STEPS = 'Steps, one a line, its day first';

async function setGoal(person: Person, says: Parameters<Person['fill']>[0] = {}): Promise<void> {
  await person.command('/throughline goals');
  await person.waitForModal('Development goals');
  await person.press('Set a goal');
  await person.waitForModal('Set a goal');
  await person.fill({
    [OBJECTIVE]: 'Leading onboarding calls',
    [STEPS]: '2026-04-30 Shadow two calls\n2026-05-30 Run one alone',
    'Coach or mentor': 'bo',
    Material: 'The recording of the Contoso call',
    ...says,
  });
  expect((await person.submit()).errors).toBeUndefined();
  await person.waitForModal('Saved');
  await person.close({ all: true });
}

/** Bo sees a gap of Ana's, and she makes it a goal. */
async function goalFromGap(slack: Simulator): Promise<void> {
  const [ana, bo] = [slack.as('ana'), slack.as('bo')];
  await give(bo, 'ana', gap);
  await ana.command('/feedback about me');
  await ana.waitForModal('Feedback');
  await ana.press('Make it a goal');
  await ana.waitForModal('Set a goal');
  expect(JSON.stringify(ana.modal()?.fields)).toContain('2026-04-10 Open the next call with a question.');
  await ana.fill({ [OBJECTIVE]: 'Listening first' });
  expect((await ana.submit()).errors).toBeUndefined();
  await ana.waitForModal('Saved');
  await ana.close({ all: true });
}

async function goalsSeenBy(person: Person, typed = '/throughline goals'): Promise<string> {
  await person.command(typed);
  const lines = (await person.waitForModal()).lines.join('\n');
  await person.close({ all: true });
  return lines;
}

describe('development goals', () => {
  it('are set with steps, a coach and material, and read by oneself and the managers above', async () => {
    const { slack } = await littleCompany(monday);
    await setGoal(slack.as('ana'));
    for (const [name, typed] of [
      ['ana', '/throughline goals'],
      ['maya', '/throughline goals @ana'],
    ] as const) {
      const seen = await goalsSeenBy(slack.as(name), typed);
      expect(seen).toContain('Leading onboarding calls');
      expect(seen).toContain('Shadow two calls, by Thu 30 Apr 2026');
      expect(seen).toContain('Coach or mentor: @bo');
      expect(seen).toContain('The recording of the Contoso call');
      expect(seen.includes('[Done]')).toBe(name === 'ana');
    }
    for (const name of ['bo', 'zoe']) {
      expect(await goalsSeenBy(slack.as(name), '/throughline goals @ana')).toContain('are read by the person and');
    }
  });

  it('say beside the field what is to be mended', async () => {
    const { slack } = await littleCompany(monday);
    const ana = slack.as('ana');
    await ana.command('/throughline goals');
    await ana.waitForModal('Development goals');
    await ana.press('Set a goal');
    await ana.waitForModal('Set a goal');
    await ana.fill({ [OBJECTIVE]: 'Leading calls', [STEPS]: 'soon: shadow a call' });
    expect((await ana.submit()).errors).toEqual({ [STEPS]: expect.stringContaining('Line 1') });
    await ana.fill({ [STEPS]: '2026-04-30 Shadow a call', 'Coach or mentor': 'ana' });
    expect((await ana.submit()).errors).toEqual({ 'Coach or mentor': 'Name somebody else, or nobody.' });
  });

  it('go on step by step, are edited without losing what is done, and end', async () => {
    const { slack } = await littleCompany(monday);
    const ana = slack.as('ana');
    await setGoal(ana);
    await ana.command('/throughline goals');
    await ana.waitForModal('Development goals');
    await ana.press('Done', { beside: 'Shadow two calls' });
    expect((await ana.waitForModal('Development goals')).lines.join('\n')).toContain('[Not done yet]');
    await ana.press('Edit');
    await ana.waitForModal('Edit the goal');
    await ana.fill({ [STEPS]: '2026-04-30 Shadow two calls\n2026-06-15 Run one alone' });
    await ana.submit();
    await ana.waitForModal('Saved');
    await ana.close({ all: true });
    const edited = await goalsSeenBy(ana);
    expect(edited).toContain('Run one alone, by Mon 15 Jun 2026');
    expect(edited).toContain(':white_check_mark: Shadow two calls');
    await ana.command('/throughline goals');
    await ana.waitForModal('Development goals');
    await ana.press('Reached');
    const ended = (await ana.waitForModal('Development goals')).lines.join('\n');
    expect(ended).toContain('Leading onboarding calls (reached)');
    expect(ended).not.toContain('[Done]');
  });

  it('come from a gap, and say so without naming who saw it', async () => {
    const { slack } = await littleCompany(monday);
    await goalFromGap(slack);
    const seen = await goalsSeenBy(slack.as('maya'), '/throughline goals @ana');
    expect(seen).toContain('From a gap that a colleague saw, March 2026. Its step is not done yet.');
  });

  it('that come from feedback are, to a manager, a look at feedback too', async () => {
    const { slack, db } = await littleCompany(monday);
    const maya = slack.as('maya');
    const partsSeen = async () => {
      await goalsSeenBy(maya, '/throughline goals @ana');
      const where = { actorId: maya.id, surface: '/throughline goals' };
      return (await db.evidenceLook.findFirst({ where, orderBy: { id: 'desc' } }))?.parts;
    };
    await setGoal(slack.as('ana'));
    expect(await partsSeen()).toEqual(['words']);
    await goalFromGap(slack);
    expect(await partsSeen()).toEqual(['words', 'feedback']);
  });

  it('take the step of the feedback that they came from, and give it back', async () => {
    const { slack, db, at } = await littleCompany(monday);
    const ana = slack.as('ana');
    await goalFromGap(slack);
    const feedback = () => readFeedback(ana);
    const press = async (button: string) => {
      await ana.command('/throughline goals');
      await ana.waitForModal('Development goals');
      await ana.press(button);
      const seen = (await ana.waitForModal('Development goals')).lines.join('\n');
      await ana.close({ all: true });
      return seen;
    };
    expect(await feedback()).toContain('0 of 1 next steps done');
    // Its own step is the step that was suggested.
    expect(await press('Done')).toContain('Its step is done.');
    expect(await feedback()).toContain('1 of 1 next steps done');
    expect(await press('Not done yet')).toContain('Its step is not done yet.');
    expect(await feedback()).toContain('0 of 1 next steps done');
    expect(await press('Reached')).toContain('Its step is done.');
    expect(await feedback()).toContain('1 of 1 next steps done');
    const resumed = await press('Take up again');
    expect(resumed).toContain('Its step is not done yet.');
    expect(resumed).toContain('[Reached]');
    expect(await feedback()).toContain('0 of 1 next steps done');

    // Dropped, it took nothing; and what was said of the step itself is not undone by the goal.
    await press('Drop');
    expect(await feedback()).toContain('0 of 1 next steps done');
    await press('Take up again');
    await ana.command('/feedback about me');
    await ana.waitForModal('Feedback');
    await ana.press('Done');
    expect((await ana.waitForModal('Feedback')).lines.join('\n')).toContain('1 of 1 next steps done');
    await ana.close({ all: true });
    await at('2026-03-23T16:05:00Z');
    await press('Reached');
    await press('Take up again');
    expect(await feedback()).toContain('1 of 1 next steps done');
    expect(await db.developmentGoal.findMany()).toMatchObject([{ reachedAt: null, droppedAt: null }]);
  });

  it('are asked about in check-ins, lightly, and shown at Home and in the evidence for the review', async () => {
    const { slack, at } = await littleCompany(monday);
    const ana = slack.as('ana');
    await setGoal(ana);
    await at('2026-03-26T15:00:00Z');
    await answerCheckIn(ana, { 'How it goes: Leading onboarding calls': 'Shadowed the first one.' });
    expect(await goalsSeenBy(ana)).toContain('Thu 26 Mar 2026: Shadowed the first one.');
    await answerCheckIn(ana, { 'How it goes: Leading onboarding calls': 'Shadowed both.' });
    const edited = await goalsSeenBy(ana);
    expect(edited).toContain('Shadowed both.');
    expect(edited).not.toContain('Shadowed the first one.');

    await at('2026-04-20T15:00:00Z');
    await ana.openHome();
    await ana.waitForHome('Next step of your goal Leading onboarding calls: Shadow two calls');
    await ana.press('Goals');
    await ana.waitForModal('Development goals');
    await ana.close({ all: true });

    await at('2026-06-23T12:00:00Z');
    await at('2026-06-23T12:01:00Z');
    for (const name of ['ana', 'maya']) {
      const digest = slack
        .as(name)
        .reads()
        .findLast(({ text }) => text.includes('Evidence: H1 2026 review'));
      expect(digest?.text).toContain('Leading onboarding calls: 0 of 2 steps done');
      expect(digest?.thread.map(({ text }) => text).join('\n')).toContain('Shadowed both.');
    }
  });

  it('keeps what was typed of them in a draft', async () => {
    const { slack } = await littleCompany(monday);
    const ana = slack.as('ana');
    await setGoal(ana);
    await ana.command('/checkin');
    await ana.waitForModal();
    await ana.fill({ 'How it goes: Leading onboarding calls': 'Half a thought' });
    await ana.close();
    await ana.command('/checkin');
    expect(JSON.stringify((await ana.waitForModal()).fields)).toContain('Half a thought');
  });
});
