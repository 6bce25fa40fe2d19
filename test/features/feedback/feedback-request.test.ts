import { expect, it } from 'vitest';
import { type FeedbackRequest, reminderAt, stateForAsker } from '../../../src/features/feedback/feedback-request.ts';

const request: FeedbackRequest = {
  id: 'r',
  askedById: 'ana',
  askedId: 'bo',
  subjectId: 'ana',
  about: 'The roll-out.',
  answerBy: '2026-03-30',
  askedAt: new Date('2026-03-23T10:00:00Z'),
  declinedAt: null,
  declineReason: null,
  feedbackId: null,
  answeredWith: null,
};
const answered = { feedbackId: 'f', answeredWith: 'shared' } as const;

it.each([
  ['not answered', {}, 'waiting', 'nothing-to-read'],
  ['answered openly', answered, 'answered', 'answered'],
  ['declined', { declinedAt: new Date() }, 'declined', 'declined'],
  // The same as not answered, to the last word: or the request would tell who wrote it.
  ['answered without a name', { ...answered, answeredWith: 'anonymous' as const }, 'waiting', 'nothing-to-read'],
  ['answered to the manager', { ...answered, answeredWith: 'manager_only' as const }, 'waiting', 'nothing-to-read'],
  [
    'by a manager, answered without a name',
    { ...answered, answeredWith: 'anonymous' as const, askedById: 'maya' },
    'answered',
    'answered',
  ],
] as const)('%s', (_, says, before, after) => {
  expect(stateForAsker({ ...request, ...says }, '2026-03-30')).toBe(before);
  expect(stateForAsker({ ...request, ...says }, '2026-03-31')).toBe(after);
});

it.each([
  ['a week: two days before', '2026-03-30', '2026-03-28T14:00:00.000Z'],
  ['two days: the day before', '2026-03-25', '2026-03-24T14:00:00.000Z'],
  ['one day: none', '2026-03-24', undefined],
  ['today: none', '2026-03-23', undefined],
] as const)('%s', (_, answerBy, at) => {
  const now = new Date('2026-03-23T14:00:00Z');
  expect(reminderAt({ now, answerBy, timeZone: 'America/New_York' })?.toISOString()).toBe(at);
});
