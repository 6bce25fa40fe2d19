import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Hint } from '../../../src/features/coach/coach.ts';
import { hintsView } from '../../../src/features/coach/hint-view.ts';
import { aboutView } from '../../../src/features/feedback/about-view.ts';
import { feedbackForm } from '../../../src/features/feedback/feedback-form.ts';
import type { FeedbackRequest } from '../../../src/features/feedback/feedback-request.ts';
import { trendsOf } from '../../../src/features/feedback/feedback-trends.ts';
import { newsMessage } from '../../../src/features/feedback/news-message.ts';
import { overviewView } from '../../../src/features/feedback/overview-view.ts';
import { declineForm, requestForm } from '../../../src/features/feedback/request-form.ts';
import { requestMessage } from '../../../src/features/feedback/request-message.ts';
import { nothingTyped } from '../../../src/features/feedback/typed-feedback.ts';
import { whomForm } from '../../../src/features/feedback/whom-form.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { anySeen, someFeedback } from './some-feedback.ts';

const runs = { numRuns: 40 };
const on = '2026-03-26' as const;
const words = (most: number) =>
  fc.oneof(
    fc.constantFrom('&'.repeat(most), '<!channel>'.repeat(most / 10), 'x'.repeat(most), 'y\n'.repeat(most / 2)),
    fc.string({ maxLength: most, unit: 'grapheme' }).map((text) => text.trim() || 'x'),
  );

const requests = fc.record({
  id: fc.uuid(),
  askedById: fc.constantFrom('U1', 'U2'),
  askedId: fc.constant('U3'),
  subjectId: fc.constant('U1'),
  about: words(500),
  answerBy: fc.constant(on),
  askedAt: fc.constant(new Date(0)),
  declinedAt: fc.constantFrom(null, new Date(0)),
  declineReason: fc.option(words(300)),
  feedbackId: fc.constantFrom(null, 'f'),
  answeredWith: fc.constantFrom(null, 'shared'),
}) satisfies fc.Arbitrary<FeedbackRequest>;

it('the form, with and without the coach', () => {
  const typed = fc.record({
    visibility: fc.constantFrom('shared' as const, 'manager_only' as const, 'anonymous' as const),
    kind: fc.constantFrom('strength' as const, 'gap' as const),
    observed: fc.option(words(2000)),
    effect: fc.option(words(1000)),
    nextStep: fc.option(words(500)),
    situation: fc.option(words(300)),
    reason: fc.option(words(300)),
  });
  const hint: Hint = { of: 'vague', words: '<'.repeat(2000), rule: 'r'.repeat(2000), instead: 'x'.repeat(300), at: 0 };
  const manager = { id: 'U2', name: 'Maya' };
  fc.assert(
    fc.property(typed, fc.boolean(), fc.boolean(), (one, isCoached, hasManager) => {
      const view = feedbackForm({
        memory: { subjectId: 'U1', feedbackId: null, requestId: null, messageLink: null, isCoached },
        concerned: { authorId: 'U3', subject: { id: 'U1', name: 'Ana' }, manager: hasManager ? manager : null },
        typed: { ...nothingTyped, ...one },
        fixedVisibility: null,
        request: { askedById: 'U1', about: 'x'.repeat(500), answerBy: on },
        draftSavedAt: new Date(0),
        isManagerNew: isCoached,
        hints: new Map(isCoached ? [['observed', hintsView(Array(6).fill(hint), 'observed')]] : []),
      });
      expect(checkView(view)).toEqual([]);
    }),
    runs,
  );
});

it('the views of what was given, got and asked for', () => {
  const seenLists = fc.array(anySeen(words), { maxLength: 30, size: 'max' });
  fc.assert(
    fc.property(seenLists, fc.array(requests, { maxLength: 20 }), words(2000), fc.nat(4), (seen, asked, text, page) => {
      const given = Array.from({ length: 20 }, (_, at) =>
        someFeedback({ id: `f${at}`, words: { observed: text }, frozenFor: at % 2 ? on : null }),
      );
      const overview = {
        toAnswer: asked,
        got: seen,
        given,
        asked: asked.map((request) => ({ request, state: 'declined' as const })),
        askedAbout: asked,
        today: on,
      };
      expect(checkView(overviewView(overview, page))).toEqual([]);
      const record = { seen, trends: trendsOf(seen, 3), from: on };
      const shown = { outcome: 'shown' as const, title: 'x'.repeat(200), isOwn: page % 2 === 0, record, notTheirs: 3 };
      expect(checkView(aboutView(shown, { team: 'x'.repeat(200) }, page, on))).toEqual([]);
    }),
    runs,
  );
});

it('the messages and the small forms', () => {
  fc.assert(
    fc.property(requests, anySeen(words), (request, seen) => {
      expect(checkMessage(requestMessage(request, { isReminder: true }))).toEqual([]);
      if (seen.is === 'words') expect(checkMessage(newsMessage(seen, 'U1'))).toEqual([]);
      expect(checkView(declineForm(request.id, 'U1'))).toEqual([]);
      expect(checkView(requestForm({ subjectId: 'U1', askedById: 'U2', today: on }))).toEqual([]);
      expect(checkView(whomForm('https://example.slack.com/archives/C1/p1'))).toEqual([]);
    }),
    runs,
  );
});
