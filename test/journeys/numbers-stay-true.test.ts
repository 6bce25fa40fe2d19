import { describe, expect, it } from 'vitest';
import { recordObservations } from '../../src/features/observations/record-observations.ts';
import { recordAnswer } from '../../src/features/verification/record-answer.ts';
import { recordChallenge } from '../../src/features/verification/record-challenge.ts';
import { recordCorrected, recordReturned } from '../../src/features/verification/record-verdicts.ts';
import { plusDays } from '../../src/platform/time/calendar-day.ts';
import { answerCheckIn, type LittleCompany, littleCompany, startCopy } from './little-company.ts';

const METRIC = 'first_reply_hours';
const REPLY = 'Time to first reply (hours)';
const TROUBLE = 'Time to first reply: 9 hours (16 to 22 Mar 2026), above what was usual';
const NO_MORE = 'Time to first reply: not any more';
// Half past nine of Monday in London: Maya hears of early trouble, and Ana at the same moment.
const monday = '2026-03-23T09:30:00Z';
const STEADY = [5, 6, 5, 6, 5, 6, 5, 6, 9];

interface Told extends LittleCompany {
  /** Of the nine hours that are out of the usual. */
  observationId: string;
  /** Whether Maya's and Ana's message say this, neither of them told twice. */
  bothRead(words: string): Promise<void>;
}

/** Ana's time to first reply by the help desk, of which Zoe is the data owner; its last week was told as early trouble. */
async function told({ until = monday }: { until?: string } = {}): Promise<Told> {
  const company = await littleCompany('2026-03-23T08:00:00Z');
  const { slack, db } = company;
  await db.metricDefinition.updateMany({ where: { metricKey: METRIC }, data: { dataOwnerId: slack.as('zoe').id } });
  await send(company, STEADY);
  await company.at(until);
  const { id: observationId } = await db.observation.findFirstOrThrow({ where: { value: 9 } });
  const bothRead = async (words: string) => {
    for (const name of ['maya', 'ana']) {
      await slack.as(name).waitForMessage(words);
      expect(slack.as(name).reads()).toHaveLength(1);
    }
  };
  await bothRead(TROUBLE);
  return { ...company, observationId, bothRead };
}

/** A value a week, the last of them of 19 March. */
async function send({ db, service, clock }: LittleCompany, values: number[]): Promise<void> {
  const rows = values.map((value, index) => {
    const on = plusDays('2026-03-19', 7 * (index - values.length + 1));
    return { at: index, metric: METRIC, member: 'ana@example.com', on, value: String(value), dimensions: {} };
  });
  const how = { isPartial: false, isDryRun: false, mostProblems: 1, now: clock.now() };
  const from = { workspaceId: service.workspaceId, source: 'helpdesk', recordedById: 'helpdesk' };
  expect((await recordObservations(db, { ...from, rows, ...how })).isApplied).toBe(true);
}

const updates = ({ slack }: LittleCompany) => slack.requests.filter(({ method }) => method === 'chat.update').length;

function says({ slack, service, clock, observationId }: Told, name: string) {
  const who = { workspaceId: service.workspaceId, actorId: slack.as(name).id, now: clock.now() };
  return { ...who, observationId, reason: 'The export says 6.', evidenceUrl: null, evidenceFile: null };
}

describe('what was told of a number changes in place, for the manager and the member, when the number', () => {
  it('is corrected', async () => {
    const company = await told();
    await recordCorrected(company.db, { ...says(company, 'zoe'), value: '6' });
    await company.service.ring();
    await company.bothRead(NO_MORE);
  });

  it('is sent back', async () => {
    const company = await told();
    await recordReturned(company.db, says(company, 'zoe'));
    await company.service.ring();
    await company.bothRead(NO_MORE);
  });

  it('is challenged, and again when the challenge is answered', async () => {
    const company = await told();
    await recordChallenge(company.db, says(company, 'maya'));
    // Nobody waits for the next minute.
    await company.slack.as('maya').waitForMessage(NO_MORE);
    const { id: challengeId } = await company.db.challenge.findFirstOrThrow();
    await recordAnswer(company.db, { ...says(company, 'zoe'), challengeId, answer: 'upheld', value: null });
    await company.slack.as('maya').waitForMessage(TROUBLE);
    await company.slack.as('ana').waitForMessage(TROUBLE);
  });

  it('is sent again by its source with another value', async () => {
    const company = await told();
    await send(company, STEADY.with(-1, 6));
    await company.at('2026-03-23T09:31:00Z');
    await company.bothRead(NO_MORE);
  });

  it('is sent again the same: then nothing is said to Slack', async () => {
    const company = await told();
    const before = updates(company);
    await send(company, STEADY);
    await send(company, [...STEADY.slice(0, -1).map((value) => value + 0.001), 9]);
    await company.at('2026-03-23T09:31:00Z');
    await company.bothRead(TROUBLE);
    expect(updates(company)).toBe(before);
  });
});

it('two copies bring a message up to date once, and send nothing twice', async () => {
  const company = await told();
  const other = await startCopy(company);
  const before = updates(company);
  await recordCorrected(company.db, { ...says(company, 'zoe'), value: '6' });
  await Promise.all([company.service.ring(), other.ring()]);
  await company.bothRead(NO_MORE);
  await Promise.all([company.service.ring(), other.ring()]);
  expect(updates(company) - before).toBe(2);
  expect(await company.db.changedNumber.count()).toBe(0);
});

it('what was told more than four weeks ago stays as it was read', async () => {
  const company = await told();
  const before = updates(company);
  company.clock.moveTo('2026-04-21T09:00:00Z');
  await recordCorrected(company.db, { ...says(company, 'zoe'), value: '6' });
  await company.service.ring();
  expect(updates(company)).toBe(before);
  await company.slack.as('ana').waitForMessage(TROUBLE);
});

it('what was frozen for a review stays as it was', async () => {
  const company = await told();
  const { slack, db, at } = company;
  const member = { workspaceId: company.service.workspaceId, memberId: slack.as('ana').id };
  const days = { reviewOn: new Date('2026-03-27'), evidenceFrom: new Date('2025-10-01'), digestDaysBefore: 3 };
  await db.review.create({ data: { ...member, ...days, cycleKey: 'spring', cycleName: 'Spring' } });
  await at('2026-03-24T12:00:00Z');
  await slack.as('ana').waitForMessage('Evidence: Spring');
  const evidence = async () => JSON.stringify(await db.reviewPacket.findMany());
  const [before, sent] = [await evidence(), updates(company)];
  expect(before).toContain('9 hours');
  await recordCorrected(db, { ...says(company, 'zoe'), value: '6' });
  await at('2026-03-24T12:01:00Z');
  expect(await evidence()).toBe(before);
  // What was told of early trouble, and nothing else.
  expect(updates(company) - sent).toBe(2);
});

it('values that programs send are one update of a list each minute, however many they are', async () => {
  const company = await littleCompany('2026-03-30T07:00:00Z');
  const { slack, db, at } = company;
  const zoe = slack.as('zoe');
  await db.metricDefinition.updateMany({
    where: { metricKey: METRIC },
    data: { dataOwnerId: zoe.id, needsVerification: true },
  });
  await send(company, [5]);
  await at('2026-03-30T07:30:00Z');
  await zoe.waitForMessage('To verify: 1');
  const before = updates(company);
  for (const more of [2, 3, 4]) await send(company, [...STEADY.slice(-more), 5]);
  await at('2026-03-30T07:31:00Z');
  await zoe.waitForMessage('To verify: 5');
  expect(updates(company) - before).toBe(1);
  expect(zoe.reads()).toHaveLength(1);
});

it('a member who corrects a number of their check-in sees it in their copy', async () => {
  const company = await littleCompany('2026-03-20T16:00:00Z');
  const { slack, at } = company;
  const ana = slack.as('ana');
  await at('2026-03-26T09:00:00Z');
  await answerCheckIn(ana, { [REPLY]: '42' });
  await ana.waitForMessage('Time to first reply: 42 hours');
  await ana.command('/progress correct');
  await ana.waitForModal('Correct a number');
  await ana.fill({
    'Which number': 'Time to first reply: 42 hours, 26 Mar 2026',
    'The right number': '4.2',
    Why: 'A slip',
  });
  await ana.submit();
  await ana.waitForMessage('Time to first reply: 4.2 hours');
  expect(ana.reads().filter(({ text }) => text.includes('Answered'))).toHaveLength(1);
});
