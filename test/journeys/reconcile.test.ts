import { expect, it } from 'vitest';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

const DIFFERS = '(two sources differ, and its data owner has not decided)';

/** Ana typed 4.2, and the help desk sends another number of the same week; Zoe owns the metric. */
async function sent(value: string, tolerancePercent: string | null = '10'): Promise<LittleCompany> {
  const company = await littleCompany('2026-03-20T16:00:00Z');
  const { db, slack, service } = company;
  await db.metricDefinition.updateMany({
    where: { metricKey: 'first_reply_hours' },
    data: { dataOwnerId: slack.as('zoe').id, tolerancePercent },
  });
  await company.at('2026-03-26T15:00:00Z');
  await answerCheckIn(slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
  await db.observation.create({
    data: {
      workspaceId: service.workspaceId,
      memberId: slack.as('ana').id,
      metricKey: 'first_reply_hours',
      definitionVersion: 1,
      periodOn: new Date('2026-03-27T00:00:00Z'),
      value,
      source: 'helpdesk',
      recordedById: slack.as('zoe').id,
      recordedAt: new Date('2026-03-27T09:00:00Z'),
    },
  });
  return company;
}

async function progressOf({ slack }: LittleCompany): Promise<string> {
  return JSON.stringify(await slack.as('maya').command('/progress @ana'));
}

async function decide({ slack }: LittleCompany, button: string, why: string): Promise<string> {
  const zoe = slack.as('zoe');
  await zoe.command('/throughline verify');
  await zoe.waitForModal('To verify');
  await zoe.press(button);
  await zoe.waitForModal();
  await zoe.fill({ Why: why });
  await zoe.submit();
  const { lines } = await zoe.waitForModal('To verify');
  await zoe.close();
  return lines.join('\n');
}

it('two sources that differ leave the number out, and the data owner decides which stands', async () => {
  const company = await sent('5.1');
  expect(await progressOf(company)).toContain(DIFFERS);
  await company.at('2026-03-30T07:30:00Z');
  const { text } = await company.slack.as('zoe').waitForMessage('Two sources differ: 1');
  expect(text).toMatch(/By hand: 4\.2 hours \(for Thu 26 Mar 2026; from check-in; reported Thu 26 Mar 2026 by @ana\)/);
  expect(text).toMatch(/helpdesk: 5\.1 hours \(for Fri 27 Mar 2026; from helpdesk; reported Fri 27 Mar 2026 by @zoe\)/);
  expect(await decide(company, 'By hand stands…', 'The export was cut off.')).toContain('Nothing waits for you');
  expect(await progressOf(company)).toContain('Time to first reply: 4.2 hours, the first value');
  const verdicts = await company.db.verdict.findMany({
    select: { kind: true, reason: true },
    orderBy: { kind: 'asc' },
  });
  expect(verdicts).toEqual([
    { kind: 'verified', reason: 'The export was cut off.' },
    { kind: 'set_aside', reason: 'The export was cut off.' },
  ]);
});

it('what is left open goes on waiting, with the reason, and is not asked about every week', async () => {
  const company = await sent('5.1');
  const list = await decide(company, 'Leave open…', 'The help desk looks into it.');
  expect(list).toContain('Left open: The help desk looks into it.');
  expect(list).not.toContain('Leave open…');
  expect(await progressOf(company)).toContain(DIFFERS);
  await company.at('2026-03-30T07:30:00Z');
  expect(company.slack.as('zoe').reads()).toEqual([]);
  expect(await decide(company, 'helpdesk stands…', 'They found it.')).toContain('Nothing waits for you');
  expect(await progressOf(company)).toContain('Time to first reply: 5.1 hours, the first value');
});

it.each([
  ['4.6', '10', true],
  ['4.7', '10', false],
  ['4.2', null, true],
  ['4.3', null, false],
])('%s beside 4.2, tolerance %s: counts %s', async (value, tolerance, counts) => {
  const company = await sent(value, tolerance);
  const seen = await progressOf(company);
  expect(seen.includes(DIFFERS)).toBe(!counts);
  expect(seen.includes(`Time to first reply: ${value} hours`)).toBe(counts);
});
