import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Look } from '../../../src/features/governance/look.ts';
import { looksMessage } from '../../../src/features/governance/looks-message.ts';
import { answerForm } from '../../../src/features/verification/answer-form.ts';
import { challengeForm } from '../../../src/features/verification/challenge-form.ts';
import { challengeAnswerMessage, challengeMessage } from '../../../src/features/verification/challenge-message.ts';
import type { Challenge } from '../../../src/features/verification/challenge-store.ts';
import { correctForm } from '../../../src/features/verification/correct-form.ts';
import { challengeWords, numberInFull, numberWords } from '../../../src/features/verification/number-message.ts';
import { REASON_FORMS, reasonForm } from '../../../src/features/verification/reason-form.ts';
import { returnedMessage } from '../../../src/features/verification/returned-message.ts';
import type { NumberValue } from '../../../src/features/verification/waiting.ts';
import { waitingMessage, waitingView } from '../../../src/features/verification/waiting-message.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { measure } from '../metrics/some-metric.ts';

// Whatever people type, and however much waits, Slack takes it.

const words = (most: number) =>
  fc.constantFrom('&'.repeat(most), '<!channel>'.repeat(most / 10), 'x'.repeat(most), 'y');

const numbers = fc
  .record({
    id: fc.uuid(),
    metricName: words(75),
    value: fc.constantFrom('12345678901234567890.0123456789', '4.2'),
    source: words(60),
    evidenceUrl: fc.constantFrom(null, 'not a link <!channel>', `https://example.com/${'a&'.repeat(490)}`),
    note: fc.option(words(2000)),
    recordedById: fc.constantFrom('U1', 'helpdesk'),
  })
  .map(
    (one): NumberValue => ({
      ...measure({ unit: '&'.repeat(24) }),
      ...one,
      memberId: 'U1',
      metricKey: 'first_reply_hours',
      on: '2026-03-26',
      frequency: 'week',
      recordedAt: new Date(0),
    }),
  );

const challenges = fc
  .record({ reason: words(1000), answerReason: words(1000), answer: answers(), evidenceFile: files() })
  .map(
    (one): Challenge => ({
      ...one,
      id: crypto.randomUUID(),
      workspaceId: 'T1',
      observationId: crypto.randomUUID(),
      memberId: 'U1',
      metricKey: 'first_reply_hours',
      on: '2026-03-26',
      source: 'check-in',
      challengerId: 'U2',
      evidenceUrl: `https://example.com/${'a&'.repeat(490)}`,
      challengedAt: new Date(0),
      answeredById: 'U3',
      answeredAt: new Date(0),
    }),
  );

function answers() {
  return fc.constantFrom<Challenge['answer']>(null, 'upheld', 'corrected', 'withdrawn');
}

function files() {
  return fc.option(fc.record({ id: fc.constant('F1'), name: words(250), bytes: fc.constant(10_000_000) }));
}

const many = fc.array(numbers, { minLength: 1, maxLength: 40, size: 'max' });
const period = { frequency: 'week', from: '2026-03-23', to: '2026-03-29' } as const;
const waiting = fc
  .record({ values: many, challenged: many, leftOpenBecause: fc.option(words(300)), file: files() })
  .map((one) => ({
    values: one.values,
    valueCount: 4000,
    challenges: one.challenged.map((number) => ({
      id: crypto.randomUUID(),
      challengerId: 'U2',
      reason: '&'.repeat(1000),
      evidenceUrl: null,
      evidenceFile: one.file,
      challengedAt: new Date(0),
      number,
    })),
    differences: one.values.map((number) => ({
      memberId: 'U1',
      metricName: number.metricName,
      period,
      says: Array.from({ length: 6 }, (_, at) => ({
        source: `${at}${'&'.repeat(59)}`,
        value: number.value,
        values: [{ ...number, id: crypto.randomUUID() }, number],
      })),
      leftOpenBecause: one.leftOpenBecause,
    })),
  }));

const runs = { numRuns: 40, endOnFailure: true };

it('the list of what waits, as a message and as a window', () => {
  fc.assert(
    fc.property(waiting, (all) => {
      expect(checkMessage(waitingMessage(all))).toEqual([]);
      expect(checkView(waitingView(all))).toEqual([]);
    }),
    runs,
  );
});

it('the note of what came back', () => {
  fc.assert(
    fc.property(many, (returned) => {
      const notes = returned.map((number) => ({ number, reason: '&'.repeat(300), givenById: 'U2' }));
      expect(checkMessage(returnedMessage(notes, () => true))).toEqual([]);
    }),
    runs,
  );
});

it('a challenge and its answer', () => {
  fc.assert(
    fc.property(challenges, numbers, (challenge, number) => {
      for (const answererId of ['U3', 'U4', null]) {
        expect(checkMessage(challengeMessage({ challenge, number, answererId, readerId: 'U3' }))).toEqual([]);
      }
      if (challenge.answer === null) return;
      expect(checkMessage(challengeAnswerMessage({ challenge, number }, number.value))).toEqual([]);
    }),
    runs,
  );
});

it('the forms', () => {
  fc.assert(
    fc.property(many, challenges, ([number, ...others], challenge) => {
      if (!number) return;
      const groups = [number, ...others].map((one) => ({
        memberName: 'x'.repeat(80),
        metricName: one.metricName,
        numbers: Array.from({ length: 12 }, () => ({ ...one, id: crypto.randomUUID() })),
      }));
      expect(checkView(challengeForm(groups))).toEqual([]);
      expect(checkView(correctForm(number, numberInFull(number)))).toEqual([]);
      const asked = { number: numberInFull(number), challenge: challengeWords(challenge) };
      expect(checkView(answerForm(challenge, asked))).toEqual([]);
      for (const kind of REASON_FORMS) expect(checkView(reasonForm(kind, number, numberWords(number)))).toEqual([]);
    }),
    runs,
  );
});

it('who looked, however often', () => {
  const looks = Array.from(
    { length: 300 },
    (_, at): Look => ({
      actorId: `U${at}`,
      subjectId: 'U1',
      surface: '/throughline verify',
      parts: ['numbers', 'words', 'wins'],
      metricKeys: ['x'.repeat(60), `${at}`],
      lookedAt: new Date(at * 9e6),
    }),
  );
  const shown = { outcome: 'shown', looks, areAll: false } as const;
  expect(checkMessage(looksMessage(shown, { timeZone: 'UTC', ofWhom: 'U1', metrics: [] }))).toEqual([]);
});
