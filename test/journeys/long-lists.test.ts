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
});
