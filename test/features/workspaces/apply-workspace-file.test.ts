import { beforeEach, describe, expect, it } from 'vitest';
import { saveSlackPeople } from '../../../src/features/people/store.ts';
import { applyWorkspaceFile } from '../../../src/features/workspaces/apply-workspace-file.ts';
import { readableProblem } from '../../../src/features/workspaces/file-problem.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { toDatabaseDate } from '../../../src/platform/time/calendar-day.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const LATER = new Date('2026-03-09T09:00:00Z');

const FILE = `
teams:
  support:
    name: Support
    manager: maya@example.com
    channel: "#support"
    digest: { day: friday, time: "15:00", time_zone: Europe/Berlin }
    members:
      - { member: ana@example.com, role: engineer }
      - { member: UBO, role: engineer, manager: vic@example.com }
      - { member: maya@example.com, role: engineer }
  sales:
    name: Sales
    manager: vic@example.com
    members:
      - { member: dee@example.com, role: engineer }
metrics:
  reply: { name: First reply, meaning: Hours until we answer, unit: hours, direction: lower, timing: leading, source: Desk }
  happy: { name: Satisfaction, meaning: Share of good answers, unit: "%", direction: higher, timing: lagging, source: Survey }
roles:
  engineer: { name: Engineer, metrics: [reply, happy] }
cadences:
  weekly: { name: Weekly, teams: [support, sales], every: week, day: thursday, time: "10:00" }
reviews:
  h1: { name: H1 review, review_on: 2026-06-30, evidence_from: 2026-01-01, teams: [support], dates: { ana@example.com: 2026-07-02 } }
`;

let db: Database;
let notes: string[];

beforeEach(async () => {
  ({ db } = await freshDatabase());
  await db.workspace.create({ data: { id: 'T1', name: 'Acme', botUserId: 'UBOT', installedAt: NOW } });
  await db.member.createMany({
    data: ['Ana', 'Bo', 'Dee', 'Maya', 'Vic'].map((name) => ({
      workspaceId: 'T1',
      id: `U${name.toUpperCase()}`,
      kind: 'person' as const,
      name,
      email: `${name.toLowerCase()}@example.com`,
      timeZone: 'Europe/Berlin',
    })),
  });
});

async function apply(text = FILE, { now = NOW, dryRun = false } = {}): Promise<string[]> {
  const findChannel = async (name: string) => (name === 'support' ? 'CSUPPORT' : undefined);
  const result = await applyWorkspaceFile(db, { workspaceId: 'T1', text, findChannel, now, dryRun });
  if (result.outcome === 'refused') return ['refused', ...result.problems.map(readableProblem)];
  notes = result.notes;
  if (result.outcome === 'unchanged') return ['unchanged'];
  return [result.outcome, ...result.changes.map(({ line }) => line)];
}

/** Applies the file with one passage written otherwise. */
function applyWith(passage: string | RegExp, instead: string, options = {}): Promise<string[]> {
  const text = FILE.replace(passage, instead);
  expect(text).not.toBe(FILE);
  return apply(text, options);
}

const member = (id: string) => db.member.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: 'T1', id } } });
const team = (key: string) => db.team.findUniqueOrThrow({ where: { workspaceId_key: { workspaceId: 'T1', key } } });
const cadence = () => db.cadence.findFirstOrThrow({ where: { key: 'weekly' }, include: { teams: true } });

describe('the first time', () => {
  it('writes what the file says', async () => {
    const [outcome, ...lines] = await apply();

    expect(outcome).toBe('applied');
    expect(lines).toContain(
      '+ team sales: name "Sales", manager Vic, digest.day friday, digest.time 15:00, digest.time_zone Etc/UTC, digest.when_no_wins say_so, working_days monday, tuesday, wednesday, thursday, friday, quiet_hours 19:00 to 07:00',
    );
    expect(lines).toContain('+ member Bo: team support, role engineer, manager Vic');
    expect(lines).toContain(
      '+ review h1 of Ana: name "H1 review", review_on 2026-07-02, evidence_from 2026-01-01, digest_days_before 7',
    );
    expect(await team('support')).toMatchObject({
      managerId: 'UMAYA',
      channelId: 'CSUPPORT',
      digestDay: 5,
      definedAt: NOW,
    });
    expect(await member('UANA')).toMatchObject({
      teamKey: 'support',
      roleKey: 'engineer',
      managerId: 'UMAYA',
      teamSince: NOW,
    });
    expect(await member('UBO')).toMatchObject({ managerId: 'UVIC' });
    expect(await member('UMAYA')).toMatchObject({ teamKey: 'support', managerId: null });
    expect(await cadence()).toMatchObject({
      day: 4,
      startsOn: toDatabaseDate('2026-03-02'),
      reminderAfterDays: 1,
      windowDays: 3,
    });
    expect((await cadence()).teams.map(({ teamKey }) => teamKey).sort()).toEqual(['sales', 'support']);
    const reviews = await db.review.findMany({ orderBy: { memberId: 'asc' } });
    expect(reviews.map(({ memberId, reviewOn }) => [memberId, reviewOn])).toEqual([
      ['UANA', toDatabaseDate('2026-07-02')],
      ['UBO', toDatabaseDate('2026-06-30')],
      ['UMAYA', toDatabaseDate('2026-06-30')],
    ]);
    const metrics = await db.roleMetric.findMany({ orderBy: { position: 'asc' } });
    expect(metrics.map(({ metricKey }) => metricKey)).toEqual(['reply', 'happy']);
  });

  it('of two at once, one writes and the other finds nothing to change', async () => {
    const outcomes = (await Promise.all([apply(), apply()])).map(([outcome]) => outcome);
    expect(outcomes.sort()).toEqual(['applied', 'unchanged']);
    expect(await db.metricDefinition.count()).toBe(2);
  });

  it('is only told in a dry run', async () => {
    const [outcome, ...lines] = await apply(FILE, { dryRun: true });
    expect([outcome, lines.length]).toEqual(['planned', 13]);
    expect(await db.team.count()).toBe(0);
    expect(await member('UANA')).toMatchObject({ teamKey: null });
  });
});

describe('afterwards', () => {
  beforeEach(async () => {
    await apply();
  });

  it('has nothing to change, also on another day', async () => {
    expect(await apply(FILE, { now: LATER })).toEqual(['unchanged']);
  });

  it('gives a changed metric a new version and leaves the old one alone', async () => {
    const line = '~ metric reply: unit "hours" → "minutes"';
    expect(await applyWith('unit: hours', 'unit: minutes', { now: LATER })).toEqual(['applied', line]);
    const versions = await db.metricDefinition.findMany({ where: { metricKey: 'reply' }, orderBy: { version: 'asc' } });
    expect(versions.map(({ version, unit, definedAt }) => [version, unit, definedAt])).toEqual([
      [1, 'hours', NOW],
      [2, 'minutes', LATER],
    ]);
  });

  it('retires a metric, and brings it back without a new version', async () => {
    const with3 = FILE.replace(
      'roles:',
      '  deals: { name: Deals, meaning: Won, unit: deals, direction: higher, timing: lagging, source: CRM }\nroles:',
    );
    await apply(with3);
    expect(await apply()).toEqual(['applied', '- metric deals: retired']);
    expect((await apply(with3))[0]).toBe('applied');
    const deals = await db.metric.findMany({ where: { key: 'deals' }, include: { definitions: true } });
    expect(deals).toMatchObject([{ retiredAt: null, definitions: [{ version: 1 }] }]);
  });

  it('asks for metrics in the new order', async () => {
    expect(await applyWith('[reply, happy]', '[happy, reply]')).toEqual([
      'applied',
      '~ role engineer: metrics reply, happy → happy, reply',
    ]);
    const metrics = await db.roleMetric.findMany({ orderBy: { position: 'asc' } });
    expect(metrics.map(({ metricKey }) => metricKey)).toEqual(['happy', 'reply']);
  });

  it('counts the time on a team from the day of the move, and on no other change', async () => {
    await applyWith(', manager: vic@example.com', '', { now: LATER });
    expect(await member('UBO')).toMatchObject({ managerId: 'UMAYA', teamSince: NOW });
    expect(await db.formerTeam.count()).toBe(0);
    const moved = FILE.replace(/ {6}- \{ member: ana.*\n/, '')
      .replace(
        'members:\n      - { member: dee',
        'members:\n      - { member: ana@example.com, role: engineer }\n      - { member: dee',
      )
      .replace(/, dates: \{.*\} \}/, ' }');
    const lines = await apply(moved, { now: LATER });
    expect(lines).toContain('~ member Ana: team support → sales, manager Maya → Vic');
    expect(lines).toContain('- review h1 of Ana: retired');
    expect(await member('UANA')).toMatchObject({ teamKey: 'sales', teamSince: LATER });
    expect(await db.formerTeam.findMany()).toMatchObject([
      { memberId: 'UANA', teamKey: 'support', since: NOW, until: LATER },
    ]);
  });

  it('lets somebody leave, and retires the review, but not one whose evidence both sides have', async () => {
    const bo = await db.review.findFirstOrThrow({ where: { memberId: 'UBO' } });
    await db.reviewPacket.create({
      data: { reviewId: bo.id, reviewOn: bo.reviewOn, workspaceId: 'T1', frozenAt: NOW, evidence: {} },
    });
    const without = FILE.replace(/ {6}- \{ member: (ana|UBO).*\n/g, '').replace(/, dates: \{.*\} \}/, ' }');

    expect(await apply(without, { now: LATER })).toEqual([
      'applied',
      '- member Ana: leaves the team',
      '- member Bo: leaves the team',
      '- review h1 of Ana: retired',
    ]);
    expect(await member('UANA')).toMatchObject({ teamKey: null, roleKey: null, managerId: null, teamSince: null });
    const left = await db.formerTeam.findMany({ where: { memberId: 'UANA' } });
    expect(left).toMatchObject([{ teamKey: 'support', since: NOW, until: LATER }]);
    const reviews = await db.review.findMany({ orderBy: { memberId: 'asc' } });
    expect(reviews.map(({ retiredAt }) => retiredAt)).toEqual([LATER, null, null]);
    expect(await apply(without)).toEqual(['unchanged']);

    expect(await apply()).toContain(
      '+ review h1 of Ana: name "H1 review", review_on 2026-07-02, evidence_from 2026-01-01, digest_days_before 7',
    );
    expect(await db.review.count()).toBe(3);
  });

  it('does not set up a review whose day has passed for somebody who comes later', async () => {
    const joined = FILE.replace(
      '      - { member: dee@example.com, role: engineer }\n',
      '      - { member: vic@example.com, role: engineer }\n',
    )
      .replace('role: engineer, manager: vic', 'role: engineer, manager: vic')
      .replace('UBO', 'dee@example.com');
    await apply(joined, { now: new Date('2026-08-01T00:00:00Z') });
    expect(await db.review.count({ where: { memberId: 'UDEE' } })).toBe(0);
    expect(notes).toEqual(['review h1 of Dee: not set up, since its day has passed']);
  });

  it('remembers when the day of a cadence moved, and when it came anew, not when its rhythm or its hour changed', async () => {
    await applyWith('day: thursday', 'day: monday', { now: LATER });
    expect(await cadence()).toMatchObject({ day: 1, movedAt: LATER, definedAt: NOW });
    const later = { now: new Date('2026-03-16T00:00:00Z') };
    await applyWith('day: thursday, time: "10:00"', 'day: monday, time: "09:00"', later);
    await applyWith('every: week, day: thursday', 'every: fortnight, day: friday', later);
    expect(await cadence()).toMatchObject({ every: 'fortnight', movedAt: LATER, definedAt: NOW });
  });

  it('owes no digest of the time before a team had a channel', async () => {
    await applyWith(/ {4}manager: vic.*\n/, '    manager: vic@example.com\n    channel: C9\n', { now: LATER });
    expect(await team('sales')).toMatchObject({ channelId: 'C9', definedAt: LATER });
    await apply(FILE, { now: LATER });
    expect(await team('sales')).toMatchObject({ channelId: null });
  });

  it('retires a cadence and starts it anew when it comes back', async () => {
    expect(await applyWith(/^ {2}weekly:.*\n/m, '', { now: LATER })).toEqual(['applied', '- cadence weekly: retired']);
    expect(await cadence()).toMatchObject({ retiredAt: LATER });
    await apply(FILE, { now: LATER });
    expect(await cadence()).toMatchObject({
      retiredAt: null,
      definedAt: LATER,
      watchedAt: LATER,
      startsOn: toDatabaseDate('2026-03-09'),
    });
  });
});

describe('is refused, with the place, and changes nothing, when the file names', () => {
  it.each([
    [
      'nobody',
      'dee@example.com',
      'eve@example.com',
      'line 16, teams.sales.members[0].member: nobody in this Slack workspace is eve@example.com; look for a slip of the pen, or invite them to Slack first',
    ],
    ['a bot', 'dee@example.com', 'UBOT', 'line 16, teams.sales.members[0].member: UBOT is a bot; expected a person'],
    [
      'somebody who left',
      'dee@example.com',
      'gone@example.com',
      'line 16, teams.sales.members[0].member: gone@example.com is deactivated in Slack; take this person out of the file',
    ],
    [
      'an address of two people',
      'dee@example.com',
      'info@example.com',
      'line 16, teams.sales.members[0].member: info@example.com belongs to several people (UINFO1, UINFO2); name one of them by id',
    ],
    [
      'a channel that is not there',
      '"#support"',
      '"#suport"',
      'line 6, teams.support.channel: there is no channel #suport that the bot can see; if it is private, invite the bot to it first',
    ],
    [
      'one person in two ways',
      'dee@example.com',
      'UANA',
      'line 16, teams.sales.members[0].member: UANA is a member of the team "support" already; a person is in one team, once',
    ],
    [
      'a manager of themself in two ways',
      'UBO, role: engineer, manager: vic',
      'UBO, role: engineer, manager: bo',
      'line 10, teams.support.members[1].manager: UBO manages themself',
    ],
  ])('%s', async (_, passage, instead, problem) => {
    const more = { workspaceId: 'T1', kind: 'person', name: 'X', timeZone: 'Etc/UTC' } as const;
    await db.member.createMany({
      data: [
        { ...more, id: 'UBOT', kind: 'bot' },
        { ...more, id: 'UGONE', email: 'gone@example.com', deactivatedAt: NOW },
        { ...more, id: 'UINFO1', email: 'info@example.com' },
        { ...more, id: 'UINFO2', email: 'info@example.com' },
      ],
    });
    expect(await applyWith(passage, instead)).toEqual(['refused', problem]);
    expect(await db.team.count()).toBe(0);
  });

  it('people and channels at once', async () => {
    const text = FILE.replace('"#support"', '"#x"')
      .replace('ana@example.com, role', 'eve@example.com, role')
      .replace(/, dates: \{.*\} \}/, ' }');
    expect((await apply(text)).map((line) => line.split(':')[0])).toEqual([
      'refused',
      'line 6, teams.support.channel',
      'line 9, teams.support.members[0].member',
    ]);
  });

  it('takes the account in use where an old one has the same address', async () => {
    await db.member.create({
      data: {
        workspaceId: 'T1',
        id: 'UOLD',
        kind: 'person',
        name: 'Ana (old)',
        email: 'ana@example.com',
        timeZone: 'Etc/UTC',
        deactivatedAt: NOW,
      },
    });
    expect((await apply())[0]).toBe('applied');
    expect(await member('UOLD')).toMatchObject({ teamKey: null });
  });
});

it('undoes all of it when the last part fails', async () => {
  await db.$executeRaw`alter table "Review" add constraint refuse check ("cycleKey" <> 'h1')`;
  await expect(apply()).rejects.toThrow();
  expect([await db.team.count(), await db.metric.count(), (await member('UANA')).teamKey]).toEqual([0, 0, null]);
});

it('and the sync with Slack do not block each other, whatever the order of the file', async () => {
  const ids = Array.from({ length: 60 }, (_, index) => `UX${100 + index}`);
  const people = ids.map((id) => ({ id, kind: 'person' as const, name: id, email: null, timeZone: 'Etc/UTC' }));
  await db.member.createMany({ data: people.map((person) => ({ ...person, workspaceId: 'T1' })) });
  const lines = ids.toReversed().map((id) => `      - { member: ${id}, role: engineer }\n`);
  const text = FILE.replace('    members:\n', `    members:\n${lines.join('')}`);
  const status = { text: '', emoji: '', endsAt: null };
  const fromSlack = people.map((person) => ({
    ...person,
    deactivated: false,
    isAdministrator: false,
    status,
    workspaceIds: [],
  }));
  let isApplied = false;
  const applying = apply(text).finally(() => {
    isApplied = true;
  });
  const syncing = [1, 2, 3].map(async () => {
    while (!isApplied) await saveSlackPeople(db, 'T1', fromSlack, NOW);
  });

  const [[outcome]] = await Promise.all([applying, ...syncing]);
  expect(outcome).toBe('applied');
});
