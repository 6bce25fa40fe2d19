import fc from 'fast-check';
import { BEHAVIOURS } from '../../../src/features/feedback/behaviour.ts';
import type { Feedback, FeedbackWords } from '../../../src/features/feedback/feedback.ts';
import type { SeenFeedback } from '../../../src/features/feedback/who-reads.ts';

export const someWords: FeedbackWords = {
  kind: 'strength',
  situation: 'The Northwind call',
  behaviours: ['listened'],
  observed: 'You repeated the three questions before you answered.',
  effect: 'They signed the same day.',
  nextStep: null,
  nextStepOn: null,
};

/** Given by Bo about Ana on a day in March, in one version. */
export function someFeedback(says: Partial<Feedback> & { words?: Partial<FeedbackWords> } = {}): Feedback {
  const { words, ...rest } = says;
  const givenAt = new Date('2026-03-24T10:00:00Z');
  return {
    id: '7b0c8c0e-5d1c-4b36-9a3c-6a0f6f5a3b11',
    authorId: 'bo',
    subjectId: 'ana',
    visibility: 'shared',
    visibilityReason: null,
    messageLink: null,
    givenAt,
    versions: [{ words: { ...someWords, ...words }, savedAt: givenAt }],
    withdrawnAt: null,
    frozenFor: null,
    stepDoneAt: null,
    requestId: null,
    ...rest,
  };
}

/** As long as the form lets words be, and with everything in them that could break out. */
export function anySeen(words: (most: number) => fc.Arbitrary<string>): fc.Arbitrary<SeenFeedback> {
  const on = '2026-03-24' as const;
  const seen = fc.record({
    is: fc.constant('words' as const),
    id: fc.uuid(),
    subjectId: fc.constantFrom('U1', 'U2'),
    authorId: fc.constantFrom('U3', null),
    visibility: fc.constantFrom('shared' as const, 'manager_only' as const, 'anonymous' as const),
    because: fc.option(words(300)),
    on: fc.constantFrom(on, null),
    month: fc.constant('2026-03'),
    words: fc.record({
      kind: fc.constantFrom('strength' as const, 'gap' as const),
      situation: fc.option(words(300)),
      behaviours: fc.subarray([...BEHAVIOURS]),
      observed: words(2000),
      effect: words(1000),
      nextStep: fc.option(words(500)),
      nextStepOn: fc.constantFrom(on, null),
    }),
    messageLink: fc.constantFrom(null, 'https://example.slack.com/archives/C1/p1'),
    isEdited: fc.boolean(),
    isStepDone: fc.boolean(),
  });
  const hidden = fc.record({
    is: fc.constant('hidden' as const),
    subjectId: fc.constant('U1'),
    month: fc.constant('2026-03'),
    because: words(300),
  });
  return fc.oneof({ weight: 4, arbitrary: seen }, hidden);
}
