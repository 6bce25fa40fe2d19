import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readableProblem } from '../../../src/features/workspaces/file-problem.ts';
import { readWorkspaceFile } from '../../../src/features/workspaces/workspace-file.ts';

const example = readFileSync(join(import.meta.dirname, '../../../throughline.example.yaml'), 'utf8');

function problemsIn(text: string): string[] {
  const reading = readWorkspaceFile(text);
  return 'problems' in reading ? reading.problems.map(readableProblem) : [];
}

/** The example with one passage written otherwise. */
function problemsWith(passage: string | RegExp, instead: string): string[] {
  const text = example.replace(passage, instead);
  expect(text).not.toBe(example);
  return problemsIn(text);
}

function fileWith(passage: string | RegExp, instead: string) {
  const reading = readWorkspaceFile(example.replace(passage, instead));
  if ('problems' in reading) throw new Error(reading.problems.map(readableProblem).join('\n'));
  return reading.file;
}

describe('the example', () => {
  const file = fileWith('', '');

  it('is right', () => {
    expect(problemsIn(example)).toEqual([]);
  });

  it('says what it says', () => {
    expect(file.teams[0]).toMatchObject({
      key: 'support',
      manager: 'maya@example.com',
      channel: '#customer-support',
      digest: { day: 5, time: '14:30', time_zone: 'Europe/Berlin', when_no_wins: 'stay_silent' },
    });
    expect(file.teams[1]?.digest).toMatchObject({
      day: 5,
      time: '15:00',
      time_zone: 'Etc/UTC',
      when_no_wins: 'say_so',
    });
    expect(file.cadences[0]).toMatchObject({ day: 4, time: '10:00', starts_on: '2026-01-05', reminder_after_days: 1 });
    expect(file.reviews[0]).toMatchObject({ review_on: '2027-06-30', dates: { 'bo@example.com': '2027-07-02' } });
  });
});

describe('what may be left out', () => {
  it('is filled in', () => {
    const text = example.replace(/ {4}(starts_on|reminder_after_days|window_days|digest_days_before):.*\n/g, '');
    const reading = readWorkspaceFile(text);
    expect(reading).toMatchObject({
      file: { cadences: [{ reminder_after_days: 1, window_days: 3 }], reviews: [{ digest_days_before: 7 }] },
    });
  });

  it('may be whole sections, also while they are being written', () => {
    expect(fileWith(/^reviews:[\s\S]*/m, 'reviews:\n').reviews).toEqual([]);
    expect(fileWith(/^reviews:[\s\S]*/m, '').reviews).toEqual([]);
  });
});

it('reads e-mails however they are written', () => {
  expect(fileWith('dee@example.com, role', 'Dee@Example.COM, role').teams[1]?.members[1]?.member).toBe(
    'dee@example.com',
  );
});

it('asks by the day of the month when it asks every month', () => {
  const monthly = fileWith(/every: week.*\n.*\n/, 'every: month\n    day: 31\n').cadences[0];
  expect(monthly).toMatchObject({ every: 'month', day: 31 });
});

it('is one document: what a second one says would be lost', () => {
  expect(readWorkspaceFile(`${example}\n---\nteams: {}\n`)).toMatchObject({
    problems: [{ line: expect.any(Number), message: expect.stringContaining('a second document begins here') }],
  });
});

describe('a value that is wrong', () => {
  it.each([
    [
      'day: thursday',
      'day: thurday',
      'cadences.weekly.day: expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday, found "thurday" (did you mean "thursday"?)',
    ],
    [
      'day: thursday',
      'day: 4',
      'cadences.weekly.day: expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday, found 4',
    ],
    [
      /every: week.*\n/,
      'every: month\n',
      'cadences.weekly.day: expected a day of the month from 1 to 31, or last_working_day, found "thursday"',
    ],
    [
      /every: week.*\n/,
      'every: weekly\n',
      'cadences.weekly.every: expected one of week, fortnight, month, quarter, found "weekly" (did you mean "week"?)',
    ],
    ['time: "10:00"', 'time: 9:00', 'cadences.weekly.time: expected a time of day such as "09:30", found "9:00"'],
    ['time: "10:00"', 'time: "24:00"', 'cadences.weekly.time: expected a time of day such as "09:30", found "24:00"'],
    ['2026-01-05', '2026-02-30', 'cadences.weekly.starts_on: expected a day such as 2026-06-30, found "2026-02-30"'],
    [
      'window_days: 3',
      'window_days: 0',
      'cadences.weekly.window_days: expected a whole number of working days from 1 to 20, found 0',
    ],
    [
      'window_days: 3',
      'window_days: 2.5',
      'cadences.weekly.window_days: expected a whole number of working days from 1 to 20, found 2.5',
    ],
    [
      'reminder_after_days: 1',
      'reminder_after_days: soon',
      'cadences.weekly.reminder_after_days: expected a whole number of working days, or never, found "soon"',
    ],
    [
      'Europe/Berlin',
      'Europe/Berlim',
      'teams.support.digest.time_zone: expected a time zone such as Europe/Berlin, found "Europe/Berlim"',
    ],
    [
      'manager: vic@example.com',
      'manager: Vic',
      'teams.onboarding.manager: expected an e-mail address or a Slack user id such as U012ABCDEF, found "Vic"',
    ],
    [
      '"#customer-support"',
      '#customer-support',
      'teams.support.channel: is empty; expected a channel name in quotes such as "#customer-support", or a channel id such as C012ABCDEF (what begins with # needs quotes, else it is a comment)',
    ],
    [
      / {4}manager: vic.*\n/,
      '',
      'teams.onboarding.manager: is missing; expected an e-mail address or a Slack user id such as U012ABCDEF',
    ],
    [
      /direction: lower #.*/,
      'direction: down',
      'metrics.first_reply_hours.direction: expected one of higher, lower, found "down"',
    ],
    [
      '    unit: clients\n',
      '    unit: ""\n',
      'metrics.renewals_at_risk.unit: expected text of 1 to 24 characters, found ""',
    ],
    [
      '    window_days',
      '    windw_days',
      'cadences.weekly.windw_days: is not known here (did you mean "window_days"?)',
    ],
    [
      '    window_days',
      '    colour',
      'cadences.weekly.colour: is not known here; known are name, teams, every, day, time, starts_on, ends_on, paused_until, reminder_after_days, reminders, window_days, grace_days',
    ],
    ['cadences:', 'cadence:', 'cadence: is not known here (did you mean "cadences"?)'],
    [
      '  onboarding:\n',
      '  On Boarding:\n',
      'teams.On Boarding: expected a key of small letters, digits, - and _, at most 60 of them',
    ],
    [
      'bo@example.com: 2027',
      'Bo: 2027',
      'reviews.h1-2027.dates.Bo: expected an e-mail address or a Slack user id such as U012ABCDEF, found "Bo"',
    ],
  ])('%s as %s', (passage, instead, problem) => {
    const problems = problemsWith(passage, instead).map((line) => line.replace(/^line \d+, /, ''));
    expect(problems).toContain(problem);
  });
});

describe('values that do not fit together', () => {
  it.each([
    [
      '[support, onboarding]',
      '[suport]',
      'cadences.weekly.teams[0]: expected the key of a team in this file, found "suport" (did you mean "support"?)',
    ],
    [
      'bo@example.com, role: support-engineer',
      'bo@example.com, role: support-enginer',
      'teams.support.members[1].role: expected the key of a role in this file, found "support-enginer" (did you mean "support-engineer"?)',
    ],
    [
      'reopened_tickets, satisfaction]',
      'reopened_ticket, satisfaction]',
      'roles.support-engineer.metrics[1]: expected the key of a metric in this file, found "reopened_ticket" (did you mean "reopened_tickets"?)',
    ],
    [
      ', satisfaction]',
      ', first_reply_hours, satisfaction]',
      'roles.support-engineer.metrics[2]: "first_reply_hours" stands here a second time',
    ],
    [
      ', satisfaction]',
      ']',
      'roles.support-engineer.metrics: none of these metrics is lagging; a role needs at least one leading and one lagging metric',
    ],
    [
      '[days_to_first_value, renewals_at_risk]',
      '[first_reply_hours, reopened_tickets, satisfaction, days_to_first_value, renewals_at_risk, a]',
      'roles.onboarding-specialist.metrics: expected at most 5 metrics, found a list of 6',
    ],
    [
      'dee@example.com, role',
      'ana@example.com, role',
      'teams.onboarding.members[1].member: ana@example.com is a member of the team "support" already; a person is in one team, once',
    ],
    [
      'manager: ana@example.com',
      'manager: chidi@example.com',
      'teams.support.members[2].manager: chidi@example.com manages themself',
    ],
    [
      '{ member: maya@example.com, role: onboarding-specialist }',
      '{ member: maya@example.com, role: onboarding-specialist, manager: ana@example.com }',
      'teams.support.members[0]: managers go round in a circle: ana@example.com → maya@example.com → ana@example.com',
    ],
    [
      'bo@example.com: 2027-07-02',
      'maya@example.com: 2027-07-02',
      'reviews.h1-2027.dates.maya@example.com: maya@example.com is not reviewed here; expected somebody of its teams or members',
    ],
    [
      'review_on: 2027-06-30',
      'review_on: 2027-01-05',
      'reviews.h1-2027.review_on: expected a day at least digest_days_before (7) after evidence_from',
    ],
    [/ {4}teams: \[support\]\n {4}members: .*\n/, '', 'reviews.h1-2027: names nobody; expected teams, members or both'],
    [
      'window_days: 3',
      'window_days: 6',
      'cadences.weekly.window_days: expected at most 5 for every week, so that it closes before the next one opens',
    ],
    [
      'reminder_after_days: 1',
      'reminder_after_days: 3',
      'cadences.weekly.reminder_after_days: expected less than window_days (3), or never; later, the prompt is closed already',
    ],
  ])('%s as %s', (passage, instead, problem) => {
    const problems = problemsWith(passage, instead).map((line) => line.replace(/^line \d+, /, ''));
    expect(problems).toContain(problem);
  });
});

it('tells everything at once, in the order of the file, with its lines', () => {
  const text = [
    'teams:',
    '  support:',
    '    name: Support',
    '    manager: maya@example.com',
    '    members:',
    '      - { member: ana@example.com, role: engineer }',
    'roles:',
    '  engineer: { name: "", metrics: [speed] }',
    'cadences:',
    '  weekly: { name: Weekly, teams: [suport], every: week, day: 9, time: noon }',
    'colour: red',
  ].join('\n');
  expect(problemsIn(text).map((line) => line.split(': ')[0])).toEqual([
    'line 8, roles.engineer.name',
    'line 8, roles.engineer.metrics[0]',
    'line 10, cadences.weekly.teams[0]',
    'line 10, cadences.weekly.day',
    'line 10, cadences.weekly.time',
    'line 11, colour',
  ]);
});

it.each([
  ['teams:\n  a: [1,\n', /^line 3: this is not YAML: /],
  ['teams:\n\tsupport: 1\n', /^line 2: this is not YAML: /],
  ['teams: {}\nteams: {}\n', /^line 2: "teams" stands here a second time; a key may be used once$/],
  ['', /^expected a mapping with teams, /],
  ['just words', /^expected a mapping with teams, /],
  ['metrics: {}', /^teams: is missing; expected at least one team$/],
  ['teams: []', /^line 1, teams: expected a mapping from keys to teams$/],
  ['teams: { support: 7 }', /^line 1, teams.support: expected a mapping with the keys name, manager, /],
])('refuses %j', (text, problem) => {
  expect(problemsIn(text)[0]).toMatch(problem);
});

it('does not trip over keys that mean something to the language', () => {
  expect(problemsIn('teams: { constructor: { name: X } }\n__proto__: { teams: 1 }').length).toBeGreaterThan(1);
});

it('does not unfold a text that grows without end', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'])
    bomb.push(`${next}: &${next} [${Array(9).fill(`*${one}`).join(', ')}]`);
  expect(problemsIn(bomb.join('\n'))[0]).toMatch(/not YAML/);
});
