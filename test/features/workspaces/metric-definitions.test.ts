import { beforeEach, describe, expect, it } from 'vitest';
import { recordDefinition } from '../../../src/features/metrics/record-definition.ts';
import { applyWorkspaceFile } from '../../../src/features/workspaces/apply-workspace-file.ts';
import { readableProblem } from '../../../src/features/workspaces/file-problem.ts';
import { readWorkspaceFile } from '../../../src/features/workspaces/workspace-file.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';
import { metric } from '../metrics/some-metric.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const LATER = new Date('2026-03-09T09:00:00Z');

const FILE = `
teams:
  support:
    name: Support
    manager: maya@example.com
    members: [{ member: ana@example.com, role: engineer }]
metrics:
  reply:
    name: First reply
    meaning: Time until we answer
    unit: hours
    format: duration
    direction: lower
    timing: leading
    source: Desk
    lens: internal_process
    aggregation: median
    frequency: month
    due_after_days: 5
    dimensions: [tier, region]
    data_owner: maya@example.com
    needs_verification: true
    tolerance_percent: 2.5
    is_speed: true
    counter_metric: happy
    leads_to: happy
    is_sales_target: true
  happy:
    name: Satisfaction
    meaning: Mean answer
    unit: points
    format: score
    scale: { from: 1, to: 5 }
    direction: higher
    timing: lagging
    source: Survey
  share: { name: Share, meaning: A share, unit: "%", direction: higher, timing: lagging, source: Survey }
roles:
  engineer:
    name: Engineer
    metrics: [reply, happy]
    impact_map:
      - activity: Answer at once
        why_it_matters: They wait
        outcome: satisfaction
        metrics: [reply, happy]
`;

function problemsWith(passage: string | RegExp, instead: string): string[] {
  const text = FILE.replace(passage, instead);
  expect(text).not.toBe(FILE);
  const reading = readWorkspaceFile(text);
  return 'problems' in reading
    ? reading.problems.map(readableProblem).map((line) => line.replace(/^line \d+, /, ''))
    : [];
}

describe('what is wrong with a metric or a map is told with its place', () => {
  it.each([
    [
      'format: duration',
      'format: time',
      'metrics.reply.format: expected one of count, percent, currency, duration, score, found "time"',
    ],
    [
      'unit: hours',
      'unit: months',
      'metrics.reply.unit: expected one of weeks, days, hours, minutes, seconds, found "months"',
    ],
    ['unit: "%"', 'unit: percent, format: percent', 'metrics.share.unit: expected one of %, found "percent"'],
    [
      '    scale: { from: 1, to: 5 }\n',
      '',
      'metrics.happy.scale: is missing; expected a mapping with the keys from, to',
    ],
    [
      'scale: { from: 1, to: 5 }',
      'scale: { from: 5, to: 1 }',
      'metrics.happy.scale: expected from below to, found 5 to 1',
    ],
    [
      'scale: { from: 1, to: 5 }',
      'scale: { from: one, to: 5 }',
      'metrics.happy.scale.from: expected a number such as 1 or 5, found "one"',
    ],
    [
      'lens: internal_process',
      'lens: processes',
      'metrics.reply.lens: expected one of financial, customer, internal_process, learning, found "processes"',
    ],
    [
      'aggregation: median',
      'aggregation: average',
      'metrics.reply.aggregation: expected one of last, sum, mean, median, minimum, maximum, found "average"',
    ],
    [
      'frequency: month',
      'frequency: year',
      'metrics.reply.frequency: expected one of week, fortnight, month, quarter, found "year"',
    ],
    [
      'due_after_days: 5',
      'due_after_days: 91',
      'metrics.reply.due_after_days: expected a whole number of days from 0 to 90, found 91',
    ],
    [
      '[tier, region]',
      '[tier, colour]',
      'metrics.reply.dimensions[1]: expected one of segment, tier, product_line, region, found "colour"',
    ],
    ['[tier, region]', '[tier, tier]', 'metrics.reply.dimensions[1]: "tier" stands here a second time'],
    [
      'data_owner: maya@example.com',
      'data_owner: Maya',
      'metrics.reply.data_owner: expected an e-mail address or a Slack user id such as U012ABCDEF, found "Maya"',
    ],
    [
      '    data_owner: maya@example.com\n',
      '',
      'metrics.reply.data_owner: is missing; somebody has to verify these numbers',
    ],
    [
      'needs_verification: true',
      'needs_verification: sometimes',
      'metrics.reply.needs_verification: expected true or false, found "sometimes"',
    ],
    [
      'tolerance_percent: 2.5',
      'tolerance_percent: -1',
      'metrics.reply.tolerance_percent: expected a number of percent from 0 to 100, found -1',
    ],
    [
      '    counter_metric: happy\n',
      '',
      'metrics.reply.counter_metric: is missing; a metric of speed needs one that shows what speed may cost',
    ],
    [
      'counter_metric: happy',
      'counter_metric: reply',
      'metrics.reply.counter_metric: expected another metric than itself',
    ],
    [
      'counter_metric: happy',
      'counter_metric: hapy',
      'metrics.reply.counter_metric: expected the key of a metric in this file, found "hapy" (did you mean "happy"?)',
    ],
    ['leads_to: happy', 'leads_to: reply', 'metrics.reply.leads_to: expected a lagging metric; "reply" is leading'],
    [
      'timing: lagging',
      'timing: lagging\n    leads_to: share',
      'metrics.happy.leads_to: expected only on a leading metric; this one is lagging',
    ],
    [
      'outcome: satisfaction',
      'outcome: joy',
      'roles.engineer.impact_map[0].outcome: expected one of retention, expansion, satisfaction, adoption, time_to_value, risk, found "joy"',
    ],
    [
      '        metrics: [reply, happy]',
      '        metrics: [reply, reply]',
      'roles.engineer.impact_map[0].metrics[1]: "reply" stands here a second time',
    ],
    [
      '        metrics: [reply, happy]',
      '        metrics: []',
      'roles.engineer.impact_map[0].metrics: expected a list of at least one of metrics, found an empty list',
    ],
    [
      '        why_it_matters: They wait\n',
      '',
      'roles.engineer.impact_map[0].why_it_matters: is missing; expected text of 1 to 500 characters',
    ],
  ])('%s as %s', (passage, instead, problem) => {
    expect(problemsWith(passage, instead)).toContain(problem);
  });

  it('no scale but for a score', () => {
    expect(problemsWith('format: duration', 'format: duration\n    scale: { from: 1, to: 5 }')).toEqual([
      'metrics.reply.scale: expected no scale, which only the format score has, found a mapping',
    ]);
  });
});

describe('applied', () => {
  let db: Database;

  beforeEach(async () => {
    ({ db } = await freshDatabase());
    await db.workspace.create({ data: { id: 'T1', name: 'Acme', botUserId: 'UBOT', installedAt: NOW } });
    await db.member.createMany({
      data: ['Ana', 'Maya'].map((name) => ({
        workspaceId: 'T1',
        id: `U${name.toUpperCase()}`,
        kind: 'person' as const,
        name,
        email: `${name.toLowerCase()}@example.com`,
        timeZone: 'Europe/Berlin',
      })),
    });
  });

  async function apply(text = FILE, { now = NOW, dryRun = false } = {}) {
    const applied = await applyWorkspaceFile(db, {
      workspaceId: 'T1',
      text,
      findChannel: async () => 'C1',
      now,
      dryRun,
    });
    if (applied.outcome === 'refused') throw new Error(applied.problems.map(readableProblem).join('\n'));
    return applied.outcome === 'unchanged'
      ? { lines: [], notes: applied.notes }
      : { lines: applied.changes.map(({ line }) => line), notes: applied.notes };
  }

  const versions = () => db.metricDefinition.findMany({ where: { metricKey: 'reply' }, orderBy: { version: 'asc' } });
  const map = () => db.impactRow.findMany({ orderBy: { position: 'asc' } });

  it('keeps every field, and reads it back the same', async () => {
    const { lines } = await apply();
    expect(lines[0]).toBe(
      '+ metric reply: name "First reply", meaning "Time until we answer", unit "hours", format duration, direction lower, ' +
        'timing leading, lens internal_process, source "Desk", aggregation median, frequency month, due_after_days 5, ' +
        'dimensions tier, region, data_owner Maya, needs_verification yes, tolerance_percent 2.5, is_speed yes, ' +
        'counter_metric happy, leads_to happy, is_sales_target yes',
    );
    const [reply] = await versions();
    expect({ ...reply, tolerancePercent: reply?.tolerancePercent?.toFixed() }).toMatchObject({
      format: 'duration',
      lens: 'internal_process',
      aggregation: 'median',
      frequency: 'month',
      dueAfterDays: 5,
      dimensions: ['tier', 'region'],
      dataOwnerId: 'UMAYA',
      needsVerification: true,
      tolerancePercent: '2.5',
      isSpeed: true,
      counterMetricKey: 'happy',
      leadsToKey: 'happy',
      isSalesTarget: true,
      definedById: null,
      definedAt: NOW,
    });
    const happy = await db.metricDefinition.findFirstOrThrow({ where: { metricKey: 'happy' } });
    expect([happy.scaleFrom?.toFixed(), happy.scaleTo?.toFixed()]).toEqual(['1', '5']);
    const share = await db.metricDefinition.findFirstOrThrow({ where: { metricKey: 'share' } });
    expect(share.format).toBe('percent');
    expect((await apply(FILE, { now: LATER })).lines).toEqual([]);
  });

  it('makes a new version of a change, with when and why', async () => {
    await apply();
    const changed = FILE.replace('frequency: month', 'frequency: week\n    change_reason: Monthly was too late');
    expect((await apply(changed, { now: LATER })).lines).toEqual(['~ metric reply: frequency month → week']);
    expect(await versions()).toMatchObject([
      { version: 1, frequency: 'month', changeReason: null, definedAt: NOW },
      { version: 2, frequency: 'week', changeReason: 'Monthly was too late', definedAt: LATER, definedById: null },
    ]);
    // The reason alone is no change.
    expect((await apply(changed.replace('too late', 'far too late'), { now: LATER })).lines).toEqual([]);
  });

  it('says before it undoes what an administrator defined in Slack', async () => {
    await apply();
    const reply = metric({ name: 'Reply', unit: 'hours' });
    await db.$transaction((tx) =>
      recordDefinition(tx, {
        workspaceId: 'T1',
        key: 'reply',
        meaning: reply,
        byId: 'UMAYA',
        reason: null,
        now: LATER,
      }),
    );
    const { lines, notes } = await apply(FILE, { now: LATER, dryRun: true });
    expect(lines).toHaveLength(1);
    expect(notes).toEqual([
      'metric reply: Maya defined it last in Slack; where the file says otherwise, the file prevails',
    ]);
  });

  it('puts the map of a role in force, row by row', async () => {
    const { lines } = await apply();
    expect(lines).toContain(
      '+ role engineer: name "Engineer", metrics reply, happy, impact_map[0] "Answer at once: They wait → satisfaction (reply, happy)"',
    );
    const row = '      - { activity: Teach, why_it_matters: They can, outcome: adoption, metrics: [happy] }\n';
    expect((await apply(FILE.replace(/(impact_map:\n)/, `$1${row}`))).lines).toEqual([
      '~ role engineer: impact_map[0] "Answer at once: They wait → satisfaction (reply, happy)" → "Teach: They can → adoption (happy)", ' +
        'impact_map[1] none → "Answer at once: They wait → satisfaction (reply, happy)"',
    ]);
    expect(await map()).toMatchObject([
      { activity: 'Teach' },
      { activity: 'Answer at once', metricKeys: ['reply', 'happy'] },
    ]);
    expect((await apply()).lines).toHaveLength(1);
    expect(await map()).toMatchObject([{ activity: 'Answer at once' }]);
  });

  it('keeps the map of a role whose entry says nothing of one, and empties one that is said to be empty', async () => {
    await apply();
    const silent = FILE.replace(/ {4}impact_map:[\s\S]*/, '');
    expect((await apply(silent)).lines).toEqual([]);
    expect(await map()).toHaveLength(1);
    expect((await apply(`${silent}    impact_map: []\n`)).lines).toEqual([
      '~ role engineer: impact_map[0] "Answer at once: They wait → satisfaction (reply, happy)" → none',
    ]);
    expect(await map()).toEqual([]);
  });
});
