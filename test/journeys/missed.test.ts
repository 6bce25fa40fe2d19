import { describe, expect, it } from 'vitest';
import { changeWorkspace } from './change-workspace.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// Asked on Thursday the 26th of March, ana in Berlin and bo in New York; their windows close on Tuesday the 31st, and
// two working days of grace are over with Thursday the 2nd. Maya lives in London.
const friday = '2026-03-20T16:00:00Z';
const halfPastNineInLondon = '2026-04-03T08:30:00Z';

function toldTo({ slack }: LittleCompany, name: string): string[] {
  return slack
    .as(name)
    .reads()
    .map(({ text }) => text)
    .filter((text) => text.includes('Check-ins of your people'));
}

async function untilTold(instants = ['2026-04-02T08:30:00Z', '2026-04-02T15:00:00Z', halfPastNineInLondon]) {
  const company = await littleCompany(friday);
  await company.at('2026-03-26T15:00:00Z');
  return {
    ...company,
    async go() {
      for (const instant of ['2026-03-31T15:00:00Z', ...instants]) await company.at(instant);
    },
  };
}

describe('missed check-ins', () => {
  it('are told to the manager in one message, on a morning after the grace, excused ones apart', async () => {
    const company = await untilTold();
    const bo = company.slack.as('bo');
    await bo.choose('...', 'Skip…');
    await bo.waitForModal();
    await bo.fill({ Why: 'Moving house' });
    await bo.submit();
    await company.go();
    const [message, ...others] = toldTo(company, 'maya');
    expect(others).toEqual([]);
    expect(message).toMatch(/No answer\n• @ana, Weekly check-in of Thu 26 Mar 2026/);
    expect(message).toMatch(/Excused\n• @bo, Weekly check-in of Thu 26 Mar 2026: skipped with a reason: Moving house/);
    expect(message).not.toMatch(/rank|score|\d of \d/);
    const looks = await company.db.evidenceLook.findMany({ where: { surface: 'missed check-ins' } });
    expect(looks.map(({ subjectId }) => subjectId).sort()).toEqual([company.slack.as('ana').id, bo.id].sort());
    await company.at('2026-04-06T08:30:00Z');
    expect(toldTo(company, 'maya')).toHaveLength(1);
  });

  it('say so when they are answered after all', async () => {
    const company = await untilTold();
    await company.go();
    expect(toldTo(company, 'maya')[0]).toMatch(/No answer\n• @ana.*\n• @bo/);
    const ana = company.slack.as('ana');
    const late = ana.reads().find(({ text }) => text.includes('Thu 26 Mar 2026\nHow is it going?'));
    await ana.press('Answer', { message: late?.ts ?? '' });
    await ana.waitForModal();
    await ana.fill({ 'Time to first reply (hours)': '4.2' });
    await ana.submit();
    await company.service.ring();
    expect(toldTo(company, 'maya')).toEqual([expect.stringMatching(/No answer\n• @bo.*\nAnswered since\n• @ana/)]);
  });

  it('are not told of when everybody answered', async () => {
    const company = await untilTold();
    await answerCheckIn(company.slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
    await answerCheckIn(company.slack.as('bo'), { 'Time to first reply (hours)': '4.2' });
    await company.go();
    expect(toldTo(company, 'maya')).toEqual([]);
  });

  it('wait for a working day of the manager', async () => {
    const company = await untilTold();
    await company.slack.as('maya').command('/checkin away 2026-04-03 2026-04-07');
    await company.go();
    expect(toldTo(company, 'maya')).toEqual([]);
    await company.at('2026-04-08T08:29:00Z');
    expect(toldTo(company, 'maya')).toEqual([]);
    await company.at('2026-04-08T08:30:00Z');
    expect(toldTo(company, 'maya')).toHaveLength(1);
  });

  it('say who does not want to be asked, once', async () => {
    const company = await untilTold();
    const [ana, bo] = ['ana', 'bo'].map((name) => company.slack.as(name));
    if (!ana || !bo) throw new Error('nobody is there');
    await answerCheckIn(bo, { 'Time to first reply (hours)': '4.2' });
    await ana.choose('...', 'Not for me…');
    await ana.waitForModal();
    await ana.fill({ Why: 'Other project' });
    await ana.submit();
    await company.go();
    expect(toldTo(company, 'maya')).toEqual([
      expect.stringMatching(/none is missing now\nDo not want to be asked\n• @ana.*: Other project/),
    ]);
    await answerCheckIn(bo, { 'Time to first reply (hours)': '4.1' });
    for (const instant of ['2026-04-07T15:00:00Z', '2026-04-10T08:30:00Z']) await company.at(instant);
    expect(toldTo(company, 'maya')).toHaveLength(1);
  });

  it('go to whoever stands above a manager who left', async () => {
    const company = await untilTold();
    await company.db.member.updateMany({ where: { name: 'maya' }, data: { managerId: company.slack.as('zoe').id } });
    company.slack.deactivate('maya');
    await company.slack.eventsSettled();
    await company.go();
    expect(toldTo(company, 'zoe')).toHaveLength(1);
  });

  it('are not those whose prompt never went out', async () => {
    const company = await littleCompany(friday);
    company.slack.faults.next('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    await company.at('2026-03-26T09:00:00Z');
    await company.at('2026-03-26T15:00:00Z');
    expect(await company.db.delivery.count({ where: { status: 'dead' } })).toBe(1);
    for (const instant of ['2026-03-31T15:00:00Z', '2026-04-02T15:00:00Z', halfPastNineInLondon])
      await company.at(instant);
    const [message] = toldTo(company, 'maya');
    expect(message).toMatch(/No answer\n• @bo, [^\n]*26 Mar 2026\n/);
    expect(message).toMatch(/Excused\n• @ana, [^\n]*26 Mar 2026: not asked: the message could not be delivered/);
    const seen = JSON.stringify(await company.slack.as('maya').command('/progress @ana'));
    expect(seen).toContain('1 of 2 check-ins excused: not asked');
  });

  it('are not those of a cadence that ended, or of somebody who left the team', async () => {
    const company = await untilTold();
    await changeWorkspace(company, { '      - { member: ana@example.com, role: support-engineer }\n': '' });
    await company.go();
    expect(toldTo(company, 'maya')).toEqual([expect.not.stringContaining('@ana')]);
  });
});
