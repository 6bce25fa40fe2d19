import { describe, expect, it } from 'vitest';
import type { FeedbackVisibility } from '../../../src/features/feedback/feedback.ts';
import { asSeenBy } from '../../../src/features/feedback/who-reads.ts';
import type { Standing } from '../../../src/features/governance/relation.ts';
import { standing } from '../governance/some-standing.ts';
import { someFeedback, someWords } from './some-feedback.ts';

const inMarch = new Date('2026-03-25T10:00:00Z');
const inApril = new Date('2026-04-01T00:00:00Z');

/** Bo gives feedback about Ana, who reports to Maya, who reports to Chief. */
const readers = {
  person: standing('ana'),
  manager: standing('maya'),
  'managers manager': standing('chief'),
  'former manager': standing('fay'),
  author: standing('bo'),
  peer: standing('zoe'),
  administrator: standing('zoe', { isAdministrator: true }),
  sponsor: standing('zoe', { isSponsor: true }),
  'data owner': standing('zoe', { owns: new Set(['first_reply']) }),
  'partner of the plan': standing('zoe', { signed: new Map([['ana', new Set(['first_reply'])]]) }),
  'manager who left': standing('maya', { isHere: false }),
} satisfies Record<string, Standing>;

type Reader = keyof typeof readers;
type Sees = 'all' | 'unnamed' | 'that it exists' | 'nothing';

const outsiders: Reader[] = [
  'managers manager',
  'former manager',
  'peer',
  'administrator',
  'sponsor',
  'data owner',
  'partner of the plan',
  'manager who left',
];

function seesOf(visibility: FeedbackVisibility, reader: Reader, now: Date): Sees {
  const feedback = someFeedback({
    visibility,
    visibilityReason: visibility === 'manager_only' ? 'A private matter.' : null,
  });
  const seen = asSeenBy(feedback, { reader: readers[reader], now });
  if (!seen) return 'nothing';
  if (seen.is === 'hidden') return 'that it exists';
  return seen.authorId === null ? 'unnamed' : 'all';
}

const always: [FeedbackVisibility, Reader, Sees][] = (['shared', 'manager_only', 'anonymous'] as const).flatMap(
  (visibility) => [
    [visibility, 'manager', 'all'],
    [visibility, 'author', 'all'],
    ...outsiders.map((reader): [FeedbackVisibility, Reader, Sees] => [visibility, reader, 'nothing']),
  ],
);

describe('who reads what', () => {
  it.each(always)('%s: the %s sees %s, at once and later', (visibility, reader, sees) => {
    expect(seesOf(visibility, reader, inMarch)).toBe(sees);
    expect(seesOf(visibility, reader, inApril)).toBe(sees);
  });

  it.each([
    ['shared', inMarch, 'all'],
    ['manager_only', inMarch, 'nothing'],
    ['manager_only', inApril, 'that it exists'],
    ['anonymous', inMarch, 'nothing'],
    ['anonymous', inApril, 'unnamed'],
  ] as const)('%s: the person at %s sees %s', (visibility, now, sees) => {
    expect(seesOf(visibility, 'person', now)).toBe(sees);
  });

  it('nobody but its author sees what was taken back', () => {
    const feedback = someFeedback({ withdrawnAt: inMarch });
    const seeing = Object.entries(readers).filter(([, reader]) => asSeenBy(feedback, { reader, now: inApril }));
    expect(seeing.map(([name]) => name)).toEqual(['author']);
  });
});

describe('what has no name', () => {
  const edited = { words: { ...someWords, observed: 'Edited in April.' }, savedAt: new Date('2026-04-10T10:00:00Z') };
  const first = { words: someWords, savedAt: inMarch };
  const anonymous = someFeedback({
    visibility: 'anonymous',
    messageLink: 'https://example.slack.com/archives/C1/p1',
    versions: [first, edited],
  });
  const toAna = (now: Date) => asSeenBy(anonymous, { reader: readers.person, now });

  it('tells the person no author, day, link or mark of an edit', () => {
    expect(toAna(new Date('2026-04-20T10:00:00Z'))).toMatchObject({
      authorId: null,
      on: null,
      month: '2026-03',
      messageLink: null,
      isEdited: false,
    });
  });

  it('changes for the person with the month alone, as it changes in theirs for nobody', () => {
    expect(toAna(new Date('2026-04-30T23:59:59Z'))).toMatchObject({ words: { observed: someWords.observed } });
    expect(toAna(new Date('2026-05-01T00:00:00Z'))).toMatchObject({ words: { observed: 'Edited in April.' } });
    expect(asSeenBy(anonymous, { reader: readers.manager, now: inApril })).toMatchObject({ isEdited: true });
  });

  it('stands in a packet as it is when that is frozen, without the name', () => {
    const seen = asSeenBy(someFeedback({ visibility: 'anonymous' }), {
      reader: readers.person,
      now: inMarch,
      forPacket: true,
    });
    expect(seen).toMatchObject({ is: 'words', authorId: null, on: null });
  });

  it('leaves no trace of its author in anything that the person is given', () => {
    expect(JSON.stringify(toAna(new Date('2026-05-01T00:00:00Z')))).not.toMatch(/bo\b|C1|T10:00|2026-03-24/);
  });
});

it('what the person does not read says why, and nothing of what or who', () => {
  const feedback = someFeedback({ visibility: 'manager_only', visibilityReason: 'A private matter.' });
  expect(asSeenBy(feedback, { reader: readers.person, now: inApril })).toEqual({
    is: 'hidden',
    subjectId: 'ana',
    month: '2026-03',
    because: 'A private matter.',
  });
});
