import { describe, expect, test } from 'vitest';
import type { Trend } from '../../../src/features/observations/trend.ts';
import { loadPrecedences } from '../../../src/features/signals/load-precedences.ts';
import { openPrecedences } from '../../../src/features/signals/open-precedences.ts';
import { pairedSeries } from '../../../src/features/signals/period-series.ts';
import { MOST_PEOPLE } from '../../../src/features/signals/precedence.ts';
import { readablePrecedence } from '../../../src/features/signals/readable-precedence.ts';
import { seededNumbers } from '../../../src/features/signals/seeded-numbers.ts';
import { plusDays, toDatabaseDate } from '../../../src/platform/time/calendar-day.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';
import { metric, value } from '../metrics/some-metric.ts';

const NOW = new Date('2026-07-01T09:00:00Z');
const MEMBERS = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];

/** Six people under U0 whose quick replies come two weeks before fewer reopened tickets; U7 stands beside them. */
async function company(weeks: number) {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: 'T1', name: 'T1', botUserId: 'UBOT', installedAt: NOW } });
  await db.role.create({ data: { workspaceId: 'T1', key: 'support', name: 'Support' } });
  const person = { workspaceId: 'T1', kind: 'person', timeZone: 'UTC' } as const;
  await db.member.create({ data: { ...person, id: 'U0', name: 'maya' } });
  await db.member.create({ data: { ...person, id: 'U7', name: 'zoe' } });
  await db.member.createMany({
    data: MEMBERS.map((id) => ({ ...person, id, name: `Person ${id}`, roleKey: 'support', managerId: 'U0' })),
  });
  for (const [position, [key, timing]] of [
    ['replies', 'leading'],
    ['reopened', 'lagging'],
  ].entries() as Iterable<[number, [string, 'leading' | 'lagging']]>) {
    const definition = {
      version: 1,
      name: key,
      meaning: '',
      unit: '',
      direction: 'lower',
      timing,
      source: 'x',
    } as const;
    await db.metric.create({
      data: {
        workspaceId: 'T1',
        key,
        roles: { create: { roleKey: 'support', position } },
        definitions: { create: { ...definition, definedAt: NOW } },
      },
    });
  }
  const random = seededNumbers(7);
  for (const memberId of MEMBERS) {
    const leading = Array.from({ length: weeks }, () => random() * 10);
    const outcome = leading.map((_, week) => (leading[week - 2] ?? 5) + random());
    await db.observation.createMany({
      data: [leading, outcome].flatMap((numbers, at) =>
        numbers.map((number, week) => ({
          workspaceId: 'T1',
          memberId,
          metricKey: at === 0 ? 'replies' : 'reopened',
          definitionVersion: 1,
          periodOn: toDatabaseDate(plusDays('2026-01-01', 7 * week)),
          value: number.toFixed(4),
          source: 'progress',
          recordedById: memberId,
          recordedAt: NOW,
        })),
      ),
    });
  }
  return db;
}

const asking = (isAdmin = false) => ({
  client: { users: { info: async () => ({ ok: true, user: { is_admin: isAdmin } }) } } as never,
  workspaceId: 'T1',
  now: NOW,
});

describe('what tends to precede what, among people', () => {
  test('is found across them, and told with how it was found', async () => {
    const db = await company(20);
    const [found, ...more] = await loadPrecedences(db, { workspaceId: 'T1', memberIds: MEMBERS, now: NOW });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      units: 6,
      frequency: 'week',
      finding: { outcome: 'tends-to-precede', lag: 2, way: 1 },
    });
    expect(found && readablePrecedence(found)).toMatch(
      /^When replies rises, reopened rises too 2 weeks later: tends to precede, not proof \(rank correlation 0\.\d\d, 6 people\)$/,
    );
  });

  test('what is more than three years old is not read, and the answer says so', async () => {
    const db = await company(20);
    const later = { workspaceId: 'T1', memberIds: MEMBERS, now: new Date('2029-03-01T09:00:00Z') };
    const [found] = await loadPrecedences(db, later);
    // Eleven weeks of the twenty are left.
    expect(found).toMatchObject({ units: 6 });
    const [after] = await loadPrecedences(db, { ...later, now: new Date('2029-06-01T09:00:00Z') });
    expect(after).toMatchObject({ units: 0, finding: { outcome: 'too-little' } });
    expect(JSON.stringify(await openPrecedences(db, { ...asking(), userId: 'U0' }))).toContain('The last 3 years');
  });

  test('of many people those with the most values are read, and nobody else', async () => {
    const db = await company(20);
    const most = Array.from({ length: MOST_PEOPLE }, (_, at) => `V${at}`);
    const person = { workspaceId: 'T1', kind: 'person', timeZone: 'UTC', roleKey: 'support' } as const;
    await db.member.createMany({ data: most.map((id) => ({ ...person, id, name: id })) });
    const given = await db.observation.findMany({ where: { memberId: 'U1' } });
    await db.observation.createMany({
      data: most.flatMap((memberId) => [
        ...given.map(({ id: _, dimensions: __, ...row }) => ({ ...row, memberId })),
        // One day more of each than the six have.
        ...['replies', 'reopened'].map((metricKey) => ({
          ...{ workspaceId: 'T1', memberId, metricKey, definitionVersion: 1, value: '1', source: 'progress' },
          ...{ periodOn: toDatabaseDate('2025-12-20'), recordedById: memberId, recordedAt: NOW },
        })),
      ]),
    });
    // Nobody could make anything of these.
    await db.$executeRaw`update "Observation" set value = 'NaN' where "memberId" = any(${MEMBERS})`;
    const memberIds = [...MEMBERS, ...most];
    const [found] = await loadPrecedences(db, { workspaceId: 'T1', memberIds, now: NOW });
    expect(found).toMatchObject({ units: MOST_PEOPLE, finding: { outcome: 'tends-to-precede', lag: 2 } });
  });

  test('too little is said to be too little', async () => {
    const db = await company(7);
    const [found] = await loadPrecedences(db, { workspaceId: 'T1', memberIds: MEMBERS, now: NOW });
    expect(found && readablePrecedence(found)).toContain('too little to tell');
  });

  test('a manager reads it of their people, an administrator of everybody, nobody else; and no name is in it', async () => {
    const db = await company(20);
    const said = JSON.stringify(await openPrecedences(db, { ...asking(), userId: 'U0' }));
    expect(said).toContain('across your people');
    expect(said).toContain('tends to precede, not proof');
    expect(said).not.toMatch(/Person U|<@U/);
    expect(await db.evidenceLook.count({ where: { actorId: 'U0', surface: '/throughline precedes' } })).toBe(6);

    const others = JSON.stringify(await openPrecedences(db, { ...asking(), userId: 'U1' }));
    expect(others).not.toContain('not proof');
    expect(others).toContain('/progress');
    const all = JSON.stringify(await openPrecedences(db, { ...asking(true), userId: 'U7' }));
    expect(all).toContain('across everybody');
    expect(all).not.toMatch(/Person U|<@U/);
  });

  test('of too few people nothing is told over everybody', async () => {
    const db = await company(20);
    await db.member.updateMany({ where: { id: { in: ['U4', 'U5', 'U6', 'U0'] } }, data: { deactivatedAt: NOW } });
    const said = JSON.stringify(await openPrecedences(db, { ...asking(true), userId: 'U7' }));
    expect(said).not.toContain('not proof');
    expect(said).toContain('could be recognised');
  });
});

describe('two metrics period by period', () => {
  const trend = (numbers: (number | null)[], more: Parameters<typeof metric>[0] = {}): Trend => ({
    metric: metric(more),
    isAsked: true,
    values: numbers.flatMap((number, week) =>
      number === null
        ? []
        : [
            value({
              on: plusDays('2026-01-01', 7 * week),
              value: String(number),
              ...(more?.frequency && { frequency: more.frequency }),
              ...(more?.aggregation && { aggregation: more.aggregation }),
            }),
          ],
    ),
  });

  test('weeks that one lacks are holes, and the week that is not over is left out', () => {
    const series = pairedSeries(trend([1, null, 3]), trend([4, 5, 6, 7]), '2026-01-22');
    expect(series).toEqual({ leading: [1, undefined, 3], outcome: [4, 5, 6] });
  });

  test('weeks become the months of a monthly outcome: a mean, or a sum where they are one', () => {
    // Five Thursdays in January, four in February.
    const weeks = [1, 2, 3, 4, 5, 10, 10, 10, 10];
    const monthly = { ...trend([]), metric: metric({ frequency: 'month' }) };
    const outcome = { ...monthly, values: [value({ on: '2026-01-31', value: '7', frequency: 'month' })] };
    expect(pairedSeries(trend(weeks), outcome, '2026-03-10').outcome).toEqual([7, undefined]);
    expect(pairedSeries(trend(weeks), outcome, '2026-03-10').leading[0]).toBeCloseTo(2.5);
    expect(pairedSeries(trend(weeks, { aggregation: 'sum' }), outcome, '2026-03-10').leading[0]).toBe(10);
  });
});
