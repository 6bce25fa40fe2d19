import { describe, expect, it } from 'vitest';
import { applyWorkspaceFile } from '../../../src/features/workspaces/apply-workspace-file.ts';
import { readableProblem } from '../../../src/features/workspaces/file-problem.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

// What the workspace file says of times: rhythms, working days, holidays, quiet hours.

const NOW = new Date('2026-03-02T09:00:00Z');
const FILE = `
teams:
  support:
    name: Support
    manager: UMAYA
    working_days: [sunday, monday, tuesday, wednesday, thursday]
    holidays: DE-BY
    quiet_hours: { from: "18:00", until: "08:30" }
    members:
      - { member: UANA, role: engineer }
      - { member: UBO, role: engineer, working_days: [monday, tuesday], holidays: US-CA }
metrics:
  reply: { name: Reply, meaning: Hours, unit: hours, direction: lower, timing: leading, source: Desk }
  happy: { name: Happy, meaning: Share, unit: "%", direction: higher, timing: lagging, source: Survey }
roles:
  engineer: { name: Engineer, metrics: [reply, happy] }
cadences:
  quarterly:
    name: Quarterly
    teams: [support]
    every: quarter
    day: last_working_day
    time: "10:00"
    ends_on: 2027-12-31
    paused_until: 2026-06-01
    reminder_after_days: 2
    reminders: 3
    window_days: 7
    grace_days: 4
holidays:
  - { on: 2026-12-24, name: Christmas Eve }
  - { on: 2026-12-24, name: Half day, region: US }
reads_slack_status: true
`;

async function workspace() {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: 'T1', name: 'Acme', botUserId: 'UBOT', installedAt: NOW } });
  await db.member.createMany({
    data: ['UANA', 'UBO', 'UMAYA'].map((id) => ({
      workspaceId: 'T1',
      id,
      kind: 'person' as const,
      name: id.slice(1),
      timeZone: 'Europe/Berlin',
    })),
  });
  const apply = async (text: string) => {
    const findChannel = async () => undefined;
    const result = await applyWorkspaceFile(db, { workspaceId: 'T1', text, findChannel, now: NOW, dryRun: false });
    if (result.outcome === 'refused') return result.problems.map(readableProblem);
    return result.outcome === 'unchanged' ? ['unchanged'] : result.changes.map(({ line }) => line);
  };
  return { db, apply };
}

it('is written down, told, and read back the same', async () => {
  const { db, apply } = await workspace();
  const lines = await apply(FILE);
  expect(lines).toContain(
    '+ cadence quarterly: name "Quarterly", teams support, every quarter, day last_working_day, time 10:00, starts_on 2026-03-02, ends_on 2027-12-31, paused_until 2026-06-01, reminder_after_days 2, reminders 3, window_days 7, grace_days 4',
  );
  expect(lines).toContain('+ holiday 2026-12-24: name "Christmas Eve"');
  expect(lines).toContain('+ holiday 2026-12-24 of US: name "Half day"');
  expect(lines).toContain('~ setting reads_slack_status: is false → true');
  expect(await db.team.findFirst()).toMatchObject({
    workingDays: [1, 2, 3, 4, 7],
    holidayRegion: 'DE-BY',
    quietFrom: '18:00',
    quietUntil: '08:30',
  });
  expect(await db.member.findFirst({ where: { id: 'UBO' } })).toMatchObject({
    workingDays: [1, 2],
    holidayRegion: 'US-CA',
  });
  expect(await db.cadence.findFirst()).toMatchObject({ every: 'quarter', day: null, reminders: 3, graceDays: 4 });
  expect(await apply(FILE)).toEqual(['unchanged']);
});

it('is taken back, line by line', async () => {
  const { db, apply } = await workspace();
  await apply(FILE);
  const shorter = FILE.replace(/holidays:\n(?: {2}- .*\n)+reads_slack_status: true\n/, '')
    .replace(', working_days: [monday, tuesday], holidays: US-CA', '')
    .replace('    paused_until: 2026-06-01\n', '');
  expect(await apply(shorter)).toEqual([
    '~ member BO: working_days monday, tuesday → none, holidays US-CA → none',
    '~ cadence quarterly: paused_until 2026-06-01 → none',
    '~ setting reads_slack_status: is true → false',
    '- holiday 2026-12-24: retired',
    '- holiday 2026-12-24 of US: retired',
  ]);
  expect(await db.companyHoliday.count()).toBe(0);
});

describe('is refused', () => {
  it.each([
    ['DE-BY', 'DE-XX', /teams.support.holidays: expected a country .*known are DE-BB, DE-BE.*found "DE-XX"/],
    ['US-CA', 'UK', /members\[1\].holidays: expected a country .*known are .*GB.*found "UK"/],
    ['[monday, tuesday]', '[]', /working_days: expected at least one working day, found an empty list/],
    ['[monday, tuesday]', '[mon]', /working_days\[0\]: expected one of monday/],
    ['"18:00"', '6pm', /quiet_hours.from: expected a time of day/],
    [
      'last_working_day',
      'friday',
      /day: expected a day of the month from 1 to 31, or last_working_day, found "friday"/,
    ],
    ['reminders: 3', 'reminders: 4', /reminders: expected a whole number from 0 to 3, found 4/],
    [
      'window_days: 7',
      'window_days: 6',
      /reminders: expected fewer, since the last would come after the window closed/,
    ],
    ['time: "10:00"', 'time: "18:00"', /quarterly.time: lies in the quiet hours of support \(18:00 to 08:30\)/],
    ['ends_on: 2027', 'starts_on: 2028-01-01\n    ends_on: 2027', /ends_on: expected a day on or after starts_on/],
    ['Half day, region: US', 'Again', /holidays\[1\]: this day stands here a second time/],
    [
      '- { on: 2026-12-24, name: Christmas Eve }',
      '- 2026-12-24',
      /holidays\[0\]: expected a mapping with the keys on, name/,
    ],
    ['reads_slack_status: true', 'reads_slack_status: perhaps', /reads_slack_status: expected true or false/],
    ['reads_slack_status', 'read_slack_status', /read_slack_status: is not known here \(did you mean "reads_slack/],
  ])('%s as %s', async (passage, instead, problem) => {
    const { apply } = await workspace();
    const text = FILE.replace(passage, instead);
    expect(text).not.toBe(FILE);
    expect((await apply(text)).join('\n')).toMatch(problem);
  });
});
