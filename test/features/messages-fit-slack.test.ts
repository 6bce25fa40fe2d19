import fc from 'fast-check';
import { expect, it } from 'vitest';
import { absenceForm } from '../../src/features/check-ins/absence-form.ts';
import { checkInButton } from '../../src/features/check-ins/check-in-button.ts';
import { checkInForm } from '../../src/features/check-ins/check-in-form.ts';
import { missedMessage } from '../../src/features/check-ins/missed-message.ts';
import { optOutForm } from '../../src/features/check-ins/opt-out-form.ts';
import { promptMessage, reminderMessage } from '../../src/features/check-ins/prompt-message.ts';
import { skipForm } from '../../src/features/check-ins/skip-form.ts';
import { homeView } from '../../src/features/home/home-view.ts';
import { SEEN } from '../../src/features/home/load-readers.ts';
import { NO_PLANS } from '../../src/features/plans/load-plan-standings.ts';
import { progressMessage } from '../../src/features/progress/progress-message.ts';
import { reviewDigestMessage } from '../../src/features/reviews/digest-message.ts';
import { evidencePages } from '../../src/features/reviews/evidence-message.ts';
import { planEvidenceOf } from '../../src/features/reviews/plan-evidence.ts';
import { trendEvidence } from '../../src/features/reviews/trend-evidence.ts';
import { readTrend } from '../../src/features/signals/reading.ts';
import { digestMessage, storiesMessage } from '../../src/features/wins/digest-message.ts';
import { weekUpTo } from '../../src/features/wins/digest-week.ts';
import { winTyped } from '../../src/features/wins/win-told.ts';
import { checkMessage, checkView } from '../../src/platform/slack/block-kit-limits.ts';
import { cut, escapeMrkdwn } from '../../src/platform/slack/mrkdwn.ts';
import type { Excuse } from '../../src/platform/storage/client/enums.ts';
import { plusDays } from '../../src/platform/time/calendar-day.ts';
import { anyPacketVoice, anyVoice } from './customer-voice/some-voice.ts';
import { anySeen } from './feedback/some-feedback.ts';
import { longestMap, measure, metric, value } from './metrics/some-metric.ts';
import { anyMemberPlans, anyStanding } from './plans/any-plan.ts';
import { someToldWin, someWin } from './wins/some-win.ts';

// Whatever people type, and however many they are, Slack takes the message. The longest that the forms and the workspace
// file let through is among what is tried.

const on = '2026-03-26' as const;
const words = (most: number) =>
  fc.oneof(
    fc.constantFrom('&'.repeat(most), '<!channel>'.repeat(most / 10), 'x'.repeat(most), '👩‍👩‍👧‍👦 '.repeat(most / 12)),
    fc.string({ maxLength: most, unit: 'grapheme' }).map((text) => text.trim() || 'x'),
  );
const amounts = fc.constantFrom('12345678901234567890.0123456789', '0', '4.2');
const values = fc
  .array(fc.record({ value: amounts, unit: words(24), version: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 60,
    size: 'max',
  })
  .map((list) => list.map((one, at) => value({ ...one, on: plusDays(on, 7 * at) })));
const metrics = words(100).map((text) => metric({ name: text, meaning: text, unit: text.slice(0, 20), source: text }));
const interpretations = fc.array(
  fc.record({
    memberId: fc.constant('U1'),
    metricKey: fc.constant('first_reply_hours'),
    periodOn: fc.constant(on),
    meaning: words(1000),
    context: fc.constantFrom('resources' as const, 'market' as const),
    recordedAt: fc.constant(new Date('2026-03-26T12:00:00Z')),
  }),
  { maxLength: 3 },
);
const trends = fc.array(
  fc
    .tuple(fc.record({ metric: metrics, isAsked: fc.boolean(), values }), interpretations)
    .map(([trend, said]) => readTrend(trend, said, { from: '2026-01-01', today: '2026-03-30' })),
  { maxLength: 5, size: 'max' },
);
const wins = (most: number) => fc.array(someWin(words), { maxLength: most });
const answers = fc.record({
  values: fc.array(fc.record({ metricKey: fc.constant('first_reply_hours'), value: fc.option(amounts) }), {
    maxLength: 5,
  }),
  win: fc.option(someToldWin(words)),
  obstacle: fc.option(words(2000)),
});
const checkIns = fc
  .record({
    cadenceName: words(100),
    answer: fc.option(answers),
    excuse: fc.constantFrom(null, 'away', 'skipped', 'opted_out', 'not_asked'),
    excusedBecause: fc.option(words(300)),
    putOffUntil: fc.constantFrom(null, new Date(0), new Date(1000)),
    reminded: fc.integer({ min: 1, max: 3 }),
    frozenAt: fc.constantFrom(null, new Date(0)),
  })
  .map((one) => ({
    ...one,
    id: crypto.randomUUID(),
    cadenceKey: 'weekly',
    memberId: 'U1',
    isStillAsked: true,
    occursOn: on,
    promptAt: new Date(0),
    movedBecause: null,
    promptGroup: '01a20046-83f8-76d0-a5db-4632a3aa3b5f',
    reminders: 3,
    remindedAt: null,
    closesAt: new Date(0),
    answeredAt: null,
    answerVersion: 0,
    submittedAt: new Date(5000),
    missedToldAt: null,
    missedToldTo: null,
    frozenFor: on,
  }));
const excusedBy = (excuses: string[]) =>
  excuses.map((excuse) => ({ on, excuse: excuse as Excuse, because: 'x'.repeat(200) }));
const records = fc.record({
  asked: fc.integer({ min: 0, max: 60 }),
  answered: fc.integer({ min: 0, max: 60 }),
  missedOn: fc.array(fc.constant(on), { maxLength: 5, size: 'max' }),
  openOn: fc.array(fc.constant(on), { maxLength: 3, size: 'max' }),
  excused: fc.constantFrom(
    ...[[], ['away'], ['away', 'holiday', 'skipped', 'opted_out', 'our_downtime', 'not_asked']].map(excusedBy),
  ),
  obstacles: fc.array(fc.record({ on: fc.constant(on), text: words(2000) }), { maxLength: 5, size: 'max' }),
});
const progress = fc
  .array(
    fc.record({
      person: words(80).map((name) => ({
        id: 'U1',
        name,
        timeZone: 'UTC',
        teamKey: null,
        teamName: null,
        managerId: null,
      })),
      checkIns: records,
      trends,
      wins: wins(4),
      // A few of them: there are up to 130 people, and each plan takes a while to make.
      plans: fc.constantFrom(NO_PLANS, ...fc.sample(anyMemberPlans, 12)),
      voices: fc.array(anyVoice(words), { maxLength: 4 }),
      optOuts: fc.array(
        fc.record({
          memberId: fc.constant('U1'),
          cadenceKey: fc.constant('weekly'),
          cadenceName: words(100),
          reason: fc.option(words(300)),
          optedOutAt: fc.constant(new Date(0)),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 130, size: 'max' },
  )
  .map((members) => ({
    outcome: 'shown' as const,
    heading: 'people' as const,
    title: 'Your people',
    members,
    today: on,
  }));

const givenValues = fc
  .record({
    metricKey: fc.constant('first_reply_hours'),
    name: words(75),
    unit: words(24),
    value: fc.option(amounts),
  })
  .map((given) => ({ ...measure(), ...given }));

const absences = Array.from({ length: 30 }, (_, at) => ({
  id: `01a20046-83f8-76d0-a5db-4632a3aa3b${at + 10}`,
  awayFrom: on,
  awayUntil: on,
  source: 'slack_status' as const,
}));

// These values are as long as they may be: making a failing one smaller takes minutes and tells nothing more.
const runs = { numRuns: 60, endOnFailure: true };

it('a check-in, and several in one message', () => {
  const given = fc.array(givenValues, { maxLength: 5, size: 'max' });
  const prompted = fc.array(fc.record({ checkIn: checkIns, values: given }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(prompted, (several) => {
      expect(checkMessage(promptMessage(several))).toEqual([]);
      const asked = several.map(({ checkIn }) => checkIn);
      expect(checkMessage(reminderMessage(asked, new Date(0)))).toEqual([]);
    }),
    runs,
  );
});

it('the form for being away', () => {
  expect(checkView(absenceForm(on))).toEqual([]);
});

it('what a manager is told of missing check-ins', () => {
  const missed = fc.array(checkIns, { minLength: 1, maxLength: 60, size: 'max' });
  fc.assert(
    fc.property(missed, (told) => {
      expect(checkMessage(missedMessage(told))).toEqual([]);
    }),
    runs,
  );
});

it('the forms', () => {
  const draft = answers.map(({ values: typed, win, obstacle }) => ({
    savedAt: new Date(0),
    typed: {
      values: typed.map(({ metricKey, value }) => ({ metricKey, typed: value })),
      ...(win ?? winTyped.parse({ client: null, whatChanged: null, contributorIds: [] })),
      goals: [],
      obstacle,
    },
  }));
  fc.assert(
    fc.property(checkIns, fc.option(draft), trends, words(75), (checkIn, typed, asked, name) => {
      const people = (typed?.typed.contributorIds ?? []).map((id) => ({ id, name }));
      const distinct = asked.map((trend, at) => ({ ...trend, metric: { ...trend.metric, key: `metric_${at}` } }));
      const parts = {
        ...checkIn,
        standing: 'open' as const,
        trends: distinct,
        given: [],
        win: checkIn.answer?.win ? { told: checkIn.answer.win, saidThemselves: [] } : undefined,
        people,
        goals: askedGoals,
        draft: typed,
      };
      expect(checkView(checkInForm(parts))).toEqual([]);
      expect(checkView(skipForm(checkIn))).toEqual([]);
      expect(checkView(optOutForm(checkIn))).toEqual([]);
    }),
    runs,
  );
});

const askedGoals = [1, 2, 3].map((at) => ({ goalId: `goal-${at}`, objective: 'x'.repeat(300), said: 'y'.repeat(500) }));

const movesOf = (text: string) =>
  (['opened', 'milestone', 'closed', 'waiting', 'released'] as const).flatMap((kind) =>
    [1, 2].map(() => ({ kind, what: text, more: text.repeat(10), teamNames: [text, text], movedAt: new Date(0) })),
  );
const quotesOf = (text: string) =>
  [1, 2, 3].map(() => ({
    id: '',
    client: text,
    words: text.repeat(20),
    source: 'survey' as const,
    score: null,
    saidOn: on,
    memberIds: [],
  }));

it('the client-win digest and its stories', () => {
  const week = weekUpTo({ digestDay: 5, digestTime: '15:00', digestTimeZone: 'UTC' }, '2026-03-27');
  fc.assert(
    fc.property(words(100), wins(60), (team, won) => {
      const digest = {
        teamName: team,
        week,
        wins: won,
        moves: movesOf(team),
        quotes: quotesOf(team),
        picture: null,
        celebrating: won.length,
      };
      expect(checkMessage(digestMessage(digest))).toEqual([]);
      if (won.length > 0) expect(checkMessage(storiesMessage(won))).toEqual([]);
    }),
    runs,
  );
});

it('progress, and App Home', () => {
  fc.assert(
    fc.property(progress, words(100), fc.nat(30), someWin(words), (shown, cycleName, howMany, win) => {
      const celebrated = Array.from({ length: 9 }, () => ({ win, celebrating: 12 }));
      expect(checkMessage(progressMessage(shown))).toEqual([]);
      const own = { ...shown, members: shown.members.slice(0, 1) };
      const thing = { words: cut(escapeMrkdwn(cycleName), 300), dueOn: on, button: checkInButton() };
      const things = Array.from({ length: howMany }, () => thing);
      const reader = { memberId: 'U1', sees: SEEN.slice(), metricNames: [cycleName, cycleName] };
      const readers = { readers: Array.from({ length: 12 }, () => reader), notShown: 99 };
      const review = { cycleName, reviewOn: on };
      const home = homeView({
        progress: own,
        people: shown,
        review,
        absences,
        things,
        impactMap: longestMap(),
        celebrated,
        readers,
      });
      expect(checkView(home)).toEqual([]);
    }),
    runs,
  );
});

it('the review digest', () => {
  const evidence = fc.record({
    memberId: fc.constant('U1'),
    cycleName: words(100),
    reviewOn: fc.constant(on),
    from: fc.constant(on),
    to: fc.constant(on),
    metrics: trends.map((list) =>
      list.map((one) => ({ ...one.metric, isAsked: one.isAsked, values: one.values, ...trendEvidence(one) })),
    ),
    plans: fc
      .constantFrom(...fc.sample(fc.array(anyStanding, { maxLength: 3 }), 12))
      .map((all) => all.map(planEvidenceOf)),
    wins: wins(40).map((list) => list.map(({ wonOn, ...win }) => ({ on: wonOn, parts: [], ...win }))),
    impactMap: fc.option(
      fc.record({
        roleName: words(75),
        rows: fc.array(
          fc.record({
            activity: words(150),
            whyItMatters: words(500),
            outcome: fc.constant('time_to_value' as const),
            metricNames: fc.array(words(75), { maxLength: 5 }),
          }),
          { maxLength: 8, size: 'max' },
        ),
      }),
    ),
    voices: fc.array(anyPacketVoice(words), { maxLength: 12, size: 'max' }),
    voiceScores: fc.array(fc.constant('CSAT (1 to 10): 100% satisfied (95%: 100 to 100%), 5000 answers'), {
      maxLength: 5,
    }),
    feedback: fc.array(fc.record({ member: anySeen(words), manager: anySeen(words) }), { maxLength: 12, size: 'max' }),
    initiatives: fc.array(
      fc.record({
        name: words(100),
        sharedOutcome: words(1000),
        part: fc.option(words(200)),
        reached: fc.array(words(120), { maxLength: 10 }),
        whatCameOfIt: fc.option(words(1000)),
      }),
      { maxLength: 10 },
    ),
    waits: fc.array(
      fc.record({
        waitingTeam: words(75),
        onTeam: words(75),
        what: words(500),
        since: fc.constant(on),
        until: fc.constantFrom(null, on),
        releaseNote: fc.option(words(500)),
      }),
      { maxLength: 10 },
    ),
    goals: fc.array(
      fc.record({
        objective: words(300),
        state: fc.constantFrom('open' as const, 'reached' as const),
        supporterId: fc.constantFrom(null, 'U1'),
        material: fc.option(words(500)),
        steps: fc.array(fc.record({ what: words(200), dueOn: fc.constant(on), isDone: fc.boolean() }), {
          maxLength: 8,
        }),
        progress: fc.array(fc.record({ on: fc.constant(on), text: words(500) }), { maxLength: 20 }),
      }),
      { maxLength: 10 },
    ),
    movedApart: fc.array(words(300), { maxLength: 5 }),
    charts: fc.constant([] as never[]),
    obstacles: fc.array(fc.record({ on: fc.constant(on), text: words(2000) }), { maxLength: 40, size: 'max' }),
    checkIns: records,
  });
  fc.assert(
    fc.property(evidence, (one) => {
      expect(checkMessage(reviewDigestMessage(one, 'U1'))).toEqual([]);
      expect(checkMessage(reviewDigestMessage(one, 'U2'))).toEqual([]);
      for (const side of ['member', 'manager'] as const) {
        for (const page of evidencePages(one, side)) expect(checkMessage(page)).toEqual([]);
      }
    }),
    runs,
  );
});
