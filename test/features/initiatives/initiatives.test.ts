import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { howLong, mayRelease } from '../../../src/features/initiatives/dependency.ts';
import { dependencyForm, readDependencyForm } from '../../../src/features/initiatives/dependency-form.ts';
import { closeForm, releaseForm } from '../../../src/features/initiatives/ending-form.ts';
import { lastReached, mayChange, nextMilestone } from '../../../src/features/initiatives/initiative.ts';
import { initiativeForm } from '../../../src/features/initiatives/initiative-form.ts';
import { initiativesMessage } from '../../../src/features/initiatives/initiatives-message.ts';
import {
  forgottenOf,
  matchMilestones,
  readMilestones,
  writeMilestones,
} from '../../../src/features/initiatives/milestone-lines.ts';
import { waitingMessage } from '../../../src/features/initiatives/waiting-message.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';

describe('milestones', () => {
  it.each([
    ['', []],
    ['2026-12-01 First client live', [{ name: 'First client live', dueOn: '2026-12-01' }]],
    [
      '  2026-12-01: Live \n\n Ten more ',
      [
        { name: 'Live', dueOn: '2026-12-01' },
        { name: 'Ten more', dueOn: null },
      ],
    ],
  ])('%j are read as %j', (text, milestones) => {
    expect(readMilestones(text)).toEqual({ ok: true, milestones });
  });

  it.each(['2026-02-30 Live', '2026-12-01', Array(11).fill('Live').join('\n'), 'x'.repeat(121)])(
    '%j are not',
    (text) => {
      expect(readMilestones(text)).toMatchObject({ ok: false });
    },
  );

  it('read as they are written', () => {
    const milestone = fc.record({
      name: fc.stringMatching(/^[a-z][a-z ]{0,60}[a-z]$/),
      dueOn: fc.constantFrom(null, '2026-12-01' as const, '2028-02-29' as const),
    });
    fc.assert(
      fc.property(fc.array(milestone, { maxLength: 10 }), (milestones) => {
        expect(readMilestones(writeMilestones(milestones))).toEqual({ ok: true, milestones });
      }),
    );
  });

  it('are reached one after the other', () => {
    const milestones = [new Date(1), null, new Date(0), null].map((doneAt, at) => {
      return { id: String(at), name: 'm', dueOn: null, doneAt };
    });
    expect(nextMilestone(milestones)?.id).toBe('1');
    expect(lastReached(milestones)?.id).toBe('0');
    expect(lastReached([])).toBeUndefined();
  });

  it.each([
    ['kept', 'a b c', 'a b c', '0 1 2'],
    ['moved and typed differently', 'a b c', 'C A b', '2 0 1'],
    ['with another above', 'a b', 'x a b', '- 0 1'],
    ['with one less', 'a b c', 'a c', '0 2'],
    ['reworded in their places', 'a b c', 'a y c', '0 1 2'],
    ['all reworded', 'a b', 'x y', '0 1'],
    ['reworded, with another beside it: nobody can tell', 'a b c', 'a x y c', '0 - - 2'],
    ['of one name, as many as there were', 'a a', 'a a a', '0 1 -'],
    ['none', '', 'a', '-'],
    ['one that could be either of two, once', 'a b c', 'd c a e', '1 2 0 -'],
  ])('are known again: %s', (_, before, now, ids) => {
    const named = (words: string) => words.split(' ').flatMap((name, at) => (name ? [{ id: String(at), name }] : []));
    const lines = named(now).map(({ name }) => ({ name, dueOn: null }));
    const matched = matchMilestones(named(before), lines);
    expect(matched.map(({ id }) => id ?? '-').join(' ')).toBe(ids);
    expect(matched.map(({ name }) => name)).toEqual(lines.map(({ name }) => name));
    const kept = ids.split(' ');
    expect(forgottenOf(named(before), matched)).toEqual(named(before).filter(({ id }) => !kept.includes(id)));
  });

  it('are never known as two lines, and those that keep their names are always known', () => {
    const name = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.uniqueArray(name), (before, now) => {
        const rows = before.map((one) => ({ id: `id of ${one}`, name: one }));
        const matched = matchMilestones(
          rows,
          now.map((one) => ({ name: one, dueOn: null })),
        );
        const ids = matched.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        for (const one of matched) if (before.includes(one.name)) expect(one.id).toBe(`id of ${one.name}`);
      }),
    );
  });
});

it('whoever opened an initiative or brings something may change it', () => {
  const part = { memberId: 'U2', teamKey: null, teamName: null, part: null };
  const initiative = { openedById: 'U1', parts: [part] };
  expect(['U1', 'U2', 'U3'].map((id) => mayChange(initiative, id))).toEqual([true, true, false]);
});

it.each([
  [{ memberId: 'U1', teamKey: null }, true],
  [{ memberId: 'U2', teamKey: 'support' }, true],
  [{ memberId: 'U2', teamKey: 'engineering' }, true],
  [{ memberId: 'U2', teamKey: 'sales' }, false],
  [{ memberId: 'U2', teamKey: null }, false],
])('%j may release what support waits for from engineering: %s', (who, may) => {
  expect(mayRelease({ recordedById: 'U1', waitingTeamKey: 'support', onTeamKey: 'engineering' }, who)).toBe(may);
});

it.each([
  ['2026-03-26', 'since today'],
  ['2026-03-25', 'for 1 day'],
  ['2026-03-14', 'for 12 days'],
] as const)('waited since %s: %s', (since, words) => {
  expect(howLong(since, '2026-03-26')).toBe(words);
});

it('a team does not wait for itself', () => {
  const chosen = { typed: { selected_option: { value: 'support' } } };
  const values = {
    waiting: chosen,
    on: chosen,
    what: { typed: { value: 'x' } },
    since: { typed: { selected_date: '2026-03-02' } },
  };
  const read = readDependencyForm({ private_metadata: '{"remembered":{}}', state: { values } as never });
  expect(read).toMatchObject({ ok: false, errors: { on: expect.stringContaining('does not wait for itself') } });
});

const words = (most: number) =>
  fc.constantFrom('&'.repeat(most), '<!channel>'.repeat(most / 10), '👩‍👩‍👧‍👦 '.repeat(most / 12), 'short');
const initiatives = fc.array(
  fc
    .record({
      id: fc.uuid(),
      name: words(75),
      sharedOutcome: words(1000),
      closedAt: fc.constantFrom(null, new Date(0)),
      whatCameOfIt: fc.option(words(1000)),
      part: fc.option(words(200)),
      howMany: fc.integer({ min: 1, max: 15 }),
      teamName: words(75),
      milestone: words(120),
    })
    .map(({ part, howMany, teamName, milestone, ...one }) => ({
      ...one,
      openedById: 'U1',
      openedAt: new Date(0),
      parts: Array.from({ length: howMany }, (_, at) => ({ memberId: `U${at}`, teamKey: 'support', teamName, part })),
      milestones: [null, new Date(0), null].map((doneAt, at) => {
        return { id: String(at), name: milestone, dueOn: '2026-12-01' as const, doneAt };
      }),
    })),
  { minLength: 1, maxLength: 20, size: 'max' },
);
const dependencies = fc.array(
  fc.record({
    id: fc.uuid(),
    waitingTeamKey: fc.constant('support'),
    waitingTeamName: words(75),
    onTeamKey: fc.constant('engineering'),
    onTeamName: words(75),
    what: words(500),
    initiativeId: fc.constant(null),
    initiativeName: fc.option(words(75)),
    sinceOn: fc.constant('2026-03-02' as const),
    recordedById: fc.constantFrom('U1', 'U2'),
    releasedAt: fc.constantFrom(null, new Date(0)),
    releasedById: fc.constant('U1'),
    releaseNote: fc.option(words(500)),
  }),
  { minLength: 1, maxLength: 30, size: 'max' },
);

it('whatever people type, Slack takes it', () => {
  const reader = { memberId: 'U1', teamKey: 'support' };
  fc.assert(
    fc.property(initiatives, dependencies, words(75), (together, waits, name) => {
      expect(checkMessage(initiativesMessage(together, 'U1'))).toEqual([]);
      expect(checkMessage(initiativesMessage(together, 'U1', 1))).toEqual([]);
      expect(checkMessage(initiativesMessage([], 'U1'))).toEqual([]);
      const [wait = null] = waits;
      const shown = { dependencies: waits, reader, today: '2026-03-26' as const, ...(wait && { withdrawn: wait }) };
      expect(checkMessage(waitingMessage(shown))).toEqual([]);
      expect(checkMessage(waitingMessage({ ...shown, page: 1 }))).toEqual([]);
      const [initiative = null] = together;
      const people = initiative?.parts.map(({ memberId }) => ({ id: memberId, name })) ?? [];
      expect(checkView(initiativeForm({ initiative, people }))).toEqual([]);
      if (initiative) expect(checkView(closeForm(initiative))).toEqual([]);
      if (wait) expect(checkView(releaseForm(wait))).toEqual([]);
      const teams = ['support', 'engineering'].map((key) => ({ key, name }));
      const parts = {
        dependency: wait,
        teams,
        initiatives: together,
        ownTeamKey: 'support',
        today: '2026-03-26' as const,
      };
      expect(checkView(dependencyForm(parts))).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});
