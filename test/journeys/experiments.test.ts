import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

async function nameBottleneck(who: Person, bottleneck: string): Promise<void> {
  await who.command('/throughline experiments');
  await who.press('Name a bottleneck');
  await who.waitForModal('Name a bottleneck');
  await who.fill({ 'What is in the way': bottleneck });
  await who.submit();
  await who.close();
}

/** Named by Ana, planned and finished by Bo, who is on the same team. */
async function failedExperiment({ slack, at }: LittleCompany): Promise<void> {
  const [ana, bo] = [slack.as('ana'), slack.as('bo')];
  await nameBottleneck(ana, 'New clients wait two weeks for their onboarding call.');
  await bo.command('/throughline experiments');
  await bo.press('Plan the experiment');
  await bo.waitForModal('Plan an experiment');
  await bo.fill({
    'We believe that': 'If the call is booked in the contract, it happens sooner.',
    'What we do differently': 'Sales books the call.',
    'The metric that will show it': 'Time to first reply',
    From: '2026-03-24',
    Until: '2026-03-26',
  });
  await bo.submit();
  await bo.close();
  await at('2026-03-27T09:00:00Z');
  await bo.command('/throughline experiments');
  await bo.press('Tell the lesson');
  await bo.waitForModal('Tell the lesson');
  await bo.fill({
    'What came of it': 'It did not work, and now we know',
    'What was seen': 'Seven of ten calls were moved.',
    'What we learned': 'Onboarding calls are booked best by those who hold them.',
  });
  await bo.submit();
  await bo.close();
}

async function reads(who: Person, typed: string): Promise<string> {
  await who.command(typed);
  return who.reads().at(-1)?.text ?? '';
}

describe('an experiment', () => {
  it('that two of a team edit at once loses no words of either', async () => {
    const { slack, db } = await littleCompany('2026-03-23T09:00:00Z');
    const [ana, bo] = [slack.as('ana'), slack.as('bo')];
    await nameBottleneck(ana, 'New clients wait two weeks.');
    const edit = async (button: string, title: string) => {
      for (const who of [ana, bo]) {
        await who.command('/throughline experiments');
        await who.press(button, { message: who.reads().at(-1)?.ts ?? '' });
        await who.waitForModal(title);
      }
    };
    await edit('Edit', 'Name a bottleneck');
    await bo.fill({ 'What could be tried': 'Sales books the call.' });
    await bo.submit();
    await bo.close();
    await ana.fill({ 'What is in the way': 'New clients wait two weeks for their call.' });
    await ana.submit();
    await ana.close();
    const stands = () => db.experiment.findMany();
    expect(await stands()).toMatchObject([
      { bottleneck: 'New clients wait two weeks for their call.', proposal: 'Sales books the call.' },
    ]);

    await edit('Plan the experiment', 'Plan an experiment');
    const plan = { 'The metric that will show it': 'Time to first reply', From: '2026-03-24' };
    await bo.fill({ ...plan, 'We believe that': 'Booked early, it happens sooner.', Until: '2026-03-26' });
    await bo.submit();
    await bo.close();
    await ana.fill({ ...plan, 'We believe that': 'Clients forget to book.', Until: '2026-03-30' });
    const again = (await ana.submit()).modal;
    const lines = again?.lines.join('\n');
    expect(lines).toContain('We believe that: Booked early, it happens sooner.');
    expect(lines).toContain('Until: Thu 26 Mar 2026');
    expect(lines).not.toContain('From: ');
    expect(JSON.stringify(again?.fields)).toContain('Clients forget to book.');
    expect(await stands()).toMatchObject([{ hypothesis: 'Booked early, it happens sooner.' }]);
    await ana.submit();
    await ana.close();
    expect(await stands()).toMatchObject([
      { hypothesis: 'Clients forget to book.', change: 'Sales books the call.', endsOn: new Date('2026-03-30') },
    ]);
  });

  it('goes from a bottleneck to a lesson that is found by its words', async () => {
    const company = await littleCompany('2026-03-23T09:00:00Z');
    await failedExperiment(company);
    const zoe = company.slack.as('zoe');
    for (const words of ['onboarding', 'ONBOARD', '"book the call" or booked', 'moved call']) {
      const found = await reads(zoe, `/throughline lessons ${words}`);
      expect(found).toContain('Onboarding calls are booked best by those who hold them.');
      expect(found).toContain('It did not work, and now we know');
    }
    expect(await reads(zoe, '/throughline lessons pricing')).toContain('No lesson about "pricing"');
    expect(await reads(zoe, "/throughline lessons ');-- \\ & | !")).toContain('No lesson about');
    expect(await reads(zoe, '/throughline lessons')).toContain('Onboarding calls are booked best');
    expect(await reads(zoe, '/throughline experiments')).toContain('Nothing is being tried now.');
  });

  it('asks at Home what was learned when it is over, and lets no other team carry it on', async () => {
    const { slack, at } = await littleCompany('2026-03-23T09:00:00Z');
    const [ana, zoe] = [slack.as('ana'), slack.as('zoe')];
    await nameBottleneck(ana, 'Exports fail at night.');
    await zoe.command('/throughline experiments');
    expect(zoe.reads().at(-1)?.buttons).toEqual(['Name a bottleneck']);
    await ana.command('/throughline experiments');
    await ana.press('Plan the experiment');
    await ana.fill({
      'We believe that': 'Retries help.',
      'What we do differently': 'Retry thrice.',
      'The metric that will show it': 'Reopened tickets',
      From: '2026-03-23',
      Until: '2026-03-24',
    });
    await ana.submit();
    await ana.close();
    await at('2026-03-25T09:00:00Z');
    await ana.openHome();
    expect((await ana.waitForHome('Your experiment is over')).text).toContain('Exports fail at night.');
  });

  it('is taken back and brought back by who named it', async () => {
    const { slack } = await littleCompany('2026-03-23T09:00:00Z');
    const ana = slack.as('ana');
    await nameBottleneck(ana, 'Exports fail at night.');
    await ana.command('/throughline experiments');
    await ana.press('Take back');
    await ana.waitForMessage('Taken back: Exports fail at night.');
    await ana.press('Undo');
    await ana.waitForMessage('Bottlenecks\nExports fail at night.');
  });

  it('is told in the note of its month, and stays true when its lesson is reworded', async () => {
    const company = await littleCompany('2026-03-23T09:00:00Z');
    const { slack, at, db } = company;
    const channel = slack.addChannel({ name: 'lessons', members: ['zoe'], botIsMember: true });
    await db.workspace.updateMany({
      data: {
        lessonsChannelId: channel,
        lessonsTimeZone: 'Europe/Berlin',
        lessonsSince: new Date('2026-03-23T09:00:00Z'),
      },
    });
    await failedExperiment(company);
    await at('2026-04-01T07:59:00Z');
    expect(slack.as('zoe').reads('lessons')).toEqual([]);
    await at('2026-04-01T08:00:00Z');
    const [note] = slack.as('zoe').reads('lessons');
    expect(note?.text).toContain('What we learned in March 2026');
    expect(note?.text).toContain('Onboarding calls are booked best by those who hold them.');
    const ana = slack.as('ana');
    await ana.command('/throughline lessons');
    await ana.press('Tell the lesson');
    await ana.fill({ 'What we learned': 'Whoever holds a call books it.' });
    await ana.submit();
    await ana.close();
    await at('2026-04-01T08:01:00Z');
    await at('2026-05-01T08:00:00Z');
    const notes = slack.as('zoe').reads('lessons');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toContain('Whoever holds a call books it.');
  });
});
