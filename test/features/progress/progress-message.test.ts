import { describe, expect, it } from 'vitest';
import type { CheckInRecord } from '../../../src/features/check-ins/load-check-in-record.ts';
import { NO_PLANS } from '../../../src/features/plans/load-plan-standings.ts';
import type { MemberProgress } from '../../../src/features/progress/load-progress.ts';
import { progressMessage } from '../../../src/features/progress/progress-message.ts';
import { checkMessage } from '../../../src/platform/slack/block-kit-limits.ts';
import type { Message } from '../../../src/platform/slack/message.ts';
import type { CalendarDay } from '../../../src/platform/time/calendar-day.ts';
import { version } from '../plans/some-plan.ts';
import { interpretation, reading, STEADY } from '../signals/some-reading.ts';

function people(count: number): MemberProgress[] {
  return Array.from({ length: count }, (_, at) => ({
    person: { id: `U${at}`, name: `Person ${at}.`, timeZone: 'UTC', teamKey: null, teamName: null, managerId: null },
    checkIns: { asked: 2, answered: 2, missedOn: [], openOn: [], excused: [], obstacles: [] },
    trends: [reading(['4.2'])],
    wins: [],
    plans: NO_PLANS,
    voices: [],
    optOuts: [],
  }));
}

const shown = (members: MemberProgress[], today: CalendarDay = '2026-03-05') =>
  progressMessage({ outcome: 'shown', heading: 'people', title: 'Your people', members, today });

const textOf = (message: Message) => JSON.stringify(message.blocks);

it.each([2, 12, 40])('%i people stand in a line each with the way to each in full', (count) => {
  const page = shown(people(count));
  expect(checkMessage(page)).toEqual([]);
  for (const { person } of people(count)) expect(textOf(page)).toContain(`*${person.name}*: answered all 2`);
  expect(JSON.stringify(page).split('progress_in_full')).toHaveLength(count + 1);
});

it.each([41, 100])('%i people stand in lines without, and it is said how to see one in full', (count) => {
  const page = shown(people(count));
  expect(checkMessage(page)).toEqual([]);
  for (const { person } of people(count)) expect(textOf(page)).toContain(`*${person.name}*: answered all 2`);
  expect(textOf(page)).toContain('One person in full: `/progress @name`');
});

it('each has the last numbers of every metric, and what is worth talking about has room beside them', () => {
  const [member] = people(1);
  if (!member) throw new Error('nobody');
  const trends = [reading([5, 6, 5, 4]), ...Array.from({ length: 30 }, () => reading([...STEADY, 9]))];
  const others = people(12).slice(1);
  const page = shown([{ ...member, trends }, ...others]);
  expect(checkMessage(page)).toEqual([]);
  expect(textOf(page)).toContain('*Person 0.*: answered all 2\\nTime to first reply 6 → 5 → 4 hours · Time to');
  expect(textOf(page)).toContain('…\\n◆ Time to first reply: 9 hours');
  expect(textOf(page)).toContain('*Person 1.*: answered all 2\\nTime to first reply 4.2 hours"');
});

it('more than a hundred are counted', () => {
  expect(textOf(shown(people(103)))).toContain('…and 3 more.');
});

describe('what needs attention', () => {
  const among = (...different: Partial<MemberProgress>[]) =>
    textOf(shown(people(4).map((member, at) => ({ ...member, ...different[at] }))));
  const record = (more: Partial<CheckInRecord>): Partial<MemberProgress> => ({
    checkIns: { asked: 2, answered: 1, missedOn: [], openOn: [], excused: [], obstacles: [], ...more },
  });

  it('is nothing where everybody answered and no number stands out', () => {
    expect(among()).toContain('Nothing needs your attention now. Everybody who was asked has answered');
  });

  it('tells who has a check-in to answer, of how many who were asked, and who missed one lately', () => {
    const never = { asked: 0, answered: 0 };
    const text = among(record({ openOn: ['2026-03-05'] }), record({ missedOn: ['2026-02-26'] }), record(never));
    expect(text).toContain('• *Has a check-in to answer* (1 of 3): Person 0. (since 5 Mar)');
    expect(text).toContain('• *Missed a check-in*: Person 1. (26 Feb)');
    expect(text).toContain('*Person 2.*: not asked yet');
    expect(text).not.toContain('Everybody who was asked');
    expect(among(record({ missedOn: ['2026-01-26'] }))).not.toContain('Missed a check-in');
  });

  it('names whose numbers stand out on the side that is not wanted, what got in the way, and plans to be signed', () => {
    const strange = reading([...STEADY, 9]);
    const good = reading([...STEADY, 1]);
    const said = [{ on: '2026-03-04' as const, text: 'Waited for <access>.' }];
    const text = among({ trends: [strange] }, { trends: [good] }, record({ obstacles: said }), {
      plans: { standings: [], unsigned: [version({ agreedAt: null })] },
    });
    expect(text).toContain('• *Worth talking about*: Person 0. (Time to first reply)');
    expect(text).toContain('• *In the way*: Person 2. (Waited for &lt;access&gt;.)');
    expect(text).toContain('• *Plan to be signed*: Person 3.');
    expect(text).toMatch(
      /\*Person 0\.\*: answered all 2\\nTime to first reply [\d. →]+ → 9 hours\\n◆ Time to first reply: 9 hours/,
    );
    // What is better than usual is worth a word as well, and no alarm.
    expect(text).toMatch(/\*Person 1\.\*: answered all 2\\n.* → 1 hours\\n◆ Time to first reply: 1 hours/);
  });
});

it('what is worth talking about stands under the numbers, with what the member says it means', () => {
  const [member] = people(1);
  if (!member) throw new Error('nobody');
  const said = interpretation({ periodOn: '2026-02-26', meaning: 'Two <b> were away' });
  const strange = reading([...STEADY, 9], { interpretations: [said] });
  const text = JSON.stringify(shown([{ ...member, trends: [strange] }]));
  expect(text).toContain(
    'Worth talking about: Time to first reply, 9 hours (23 Feb to 1 Mar 2026), above what was usual',
  );
  expect(text).toContain('“Two &lt;b&gt; were away” (resources)');
  expect(JSON.stringify(shown([{ ...member, trends: [reading(STEADY)] }]))).not.toContain('Worth talking about');
});

it('too few values say so, where there is room', () => {
  const [member] = people(1);
  if (!member) throw new Error('nobody');
  const young = { ...member, trends: [reading([5, 6, 5])] };
  expect(JSON.stringify(shown([young]))).toContain(
    'Too few values yet to say what is usual: Time to first reply (5 more).',
  );
});

it('a metric stands with what it could cost, and both are named when they move apart', () => {
  const [member] = people(1);
  if (!member) throw new Error('nobody');
  const speed = reading([9, 9, 3, 3], { metric: { key: 'speed', name: 'Speed', counterMetricKey: 'reopened' } });
  const other = reading([1], { metric: { key: 'other', name: 'Other' } });
  const reopened = reading([1, 1, 5, 5], { metric: { key: 'reopened', name: 'Reopened' } });
  const text = JSON.stringify(shown([{ ...member, trends: [speed, other, reopened] }]));
  expect(text).toMatch(/• Speed.*↔ Reopened.*• Other/);
  expect(text).toContain('Speed got better while Reopened got worse');
});
