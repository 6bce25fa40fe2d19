import { expect, it } from 'vitest';
import type { Database } from '../../src/platform/storage/database.ts';
import type { Person } from '../../src/simulator/person/person.ts';
import { littleCompany } from './little-company.ts';

const start = '2026-03-23T16:00:00Z';
const numbers = Array.from({ length: 26 }, (_, at) => at + 1);

/** What a person reads of a list, page by page, as long as its button leads on. */
async function leafThrough(who: Person, command: string, on: string): Promise<string[]> {
  await who.command(command);
  const pages = [who.reads().at(-1)?.text ?? ''];
  const [, count = '1'] = /Page \d+ of (\d+)/.exec(pages[0] ?? '') ?? [];
  while (pages.length < Number(count)) {
    await who.press(on, { message: 'latest' });
    const turned = new RegExp(`Page ${on === 'More' ? pages.length + 1 : Number(count) - pages.length} of ${count}`);
    await expect.poll(() => who.reads().at(-1)?.text).toMatch(turned);
    pages.push(who.reads().at(-1)?.text ?? '');
  }
  return pages;
}

function expectAll(pages: string[], words: (number: number) => string): void {
  expect(pages.length).toBeGreaterThan(1);
  const text = pages.join('\n');
  for (const number of numbers) expect(text).toContain(words(number));
}

async function recordMany(db: Database, workspaceId: string, memberId: string): Promise<void> {
  const day = (at: number) => new Date(Date.parse('2026-01-05T09:00:00Z') + at * 86_400_000);
  const mine = { workspaceId, memberId, teamKey: 'support' };
  for (const at of numbers) {
    await db.experiment.create({ data: { ...mine, bottleneck: `Bottleneck ${at}.`, recordedAt: day(at) } });
    await db.experiment.create({
      data: {
        ...mine,
        bottleneck: 'Slow.',
        lesson: `Lesson ${at} of exports.`,
        recordedAt: day(at),
        finishedAt: day(at),
      },
    });
    await db.initiative.create({
      data: { workspaceId, name: `Initiative ${at}.`, sharedOutcome: 'Done.', openedById: memberId, openedAt: day(at) },
    });
    await db.dependency.create({
      data: {
        ...{ workspaceId, waitingTeamKey: 'support', onTeamKey: 'engineering', what: `Wait ${at}.` },
        ...{ sinceOn: day(at), recordedById: memberId, recordedAt: day(at) },
      },
    });
  }
}

it('lists that are longer than a message are read page by page, to the end', async () => {
  const { slack, db, service, clock } = await littleCompany(start);
  const ana = slack.as('ana');
  const { workspaceId } = service;
  await recordMany(db, workspaceId, ana.id);
  expectAll(await leafThrough(ana, '/throughline experiments', 'More'), (at) => `Bottleneck ${at}.`);
  expectAll(await leafThrough(ana, '/throughline lessons', 'More'), (at) => `Lesson ${at} of`);
  expectAll(await leafThrough(ana, '/throughline lessons exports', 'More'), (at) => `Lesson ${at} of`);
  expectAll(await leafThrough(ana, '/throughline initiatives', 'More'), (at) => `Initiative ${at}.`);
  expectAll(await leafThrough(ana, '/throughline waiting', 'More'), (at) => `Wait ${at}.`);

  for (const at of numbers) {
    const told = { client: 'Kestrel: Cargo', clientKey: 'kestrel: cargo', whatChanged: `Change ${at}.` };
    const by = { workspaceId, recordedById: ana.id, recordedAt: clock.now() };
    const contributors = { create: { workspaceId, memberId: ana.id } };
    await db.win.create({ data: { ...by, ...told, contributors, wonOn: new Date(Date.UTC(2026, 1, at)) } });
  }
  const journey = await leafThrough(ana, '/win client kestrel: cargo', 'Earlier');
  expect(journey[0]).toContain('Change 26.');
  expect(journey.at(-1)).toContain('Change 1.');
  expectAll(journey, (at) => `Change ${at}.`);
  const own = await leafThrough(ana, '/win list', 'More');
  expect(own.at(-1)).toContain('Change 1.');
  expectAll(own, (at) => `Change ${at}.`);
  // What is taken back there is shown there.
  await ana.press('Take back (2)', { message: 'latest' });
  await expect
    .poll(() => ana.reads().at(-1)?.text)
    .toMatch(/Taken back: the win for .*Kestrel: Cargo[\s\S]*Page 5 of 5/);
});

it('goals that are more than a window holds are read page by page, by whose they are and by their manager', async () => {
  const { slack, db, service } = await littleCompany(start);
  const [ana, maya] = [slack.as('ana'), slack.as('maya')];
  const { workspaceId } = service;
  for (const at of numbers) {
    const setAt = new Date(Date.UTC(2026, 0, at));
    const steps = { create: { position: 0, what: `Step ${at}.`, dueOn: new Date('2026-06-01') } };
    await db.developmentGoal.create({
      data: { workspaceId, memberId: ana.id, setById: ana.id, objective: `Objective ${at}.`, setAt, steps },
    });
  }
  const read = (who: Person) => who.modal()?.lines.join('\n') ?? '';
  for (const [who, command] of [
    [ana, '/throughline goals'],
    [maya, '/throughline goals @ana'],
  ] as const) {
    await who.command(command);
    await who.waitForModal('Development goals');
    const pages = [read(who)];
    for (const page of [2, 3, 4]) {
      await who.press('More');
      await expect.poll(() => read(who)).toContain(`Page ${page} of 4`);
      pages.push(read(who));
    }
    expectAll(pages, (at) => `Objective ${at}.`);
  }
  // What is pressed there leaves the reader there.
  await ana.press('Done', { beside: 'Step 1.' });
  await expect.poll(() => read(ana)).toContain(':white_check_mark: Step 1.');
  expect(read(ana)).toContain('Page 4 of 4');
});
