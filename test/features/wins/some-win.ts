import fc from 'fast-check';
import type { Contributor } from '../../../src/features/wins/win.ts';
import { WIN_KINDS } from '../../../src/features/wins/win-kinds.ts';

type Words = (most: number) => fc.Arbitrary<string>;

const memberIds = (most: number) =>
  fc.uniqueArray(
    fc.integer({ min: 0, max: 9e9 }).map((n) => `U${n}`),
    { maxLength: most, size: 'max' },
  );
const address = fc.constantFrom(
  null,
  'https://example.com/archives/C1/p1',
  `https://example.com/?${'a|b>'.repeat(700)}`,
);
const details = {
  kind: fc.option(fc.constantFrom(...WIN_KINDS)),
  evidenceUrl: address,
  metricKey: fc.constantFrom(null, 'first_reply_hours'),
  isShareable: fc.boolean(),
};

/** A win as it is shown, of whatever length the forms let through. */
export const someWin = (words: Words) =>
  fc
    .record({
      id: fc.uuid(),
      client: words(150),
      whatChanged: words(2000),
      wonOn: fc.constant('2026-03-26' as const),
      metricName: fc.option(words(75)),
      teamName: words(75),
      part: fc.option(words(200)),
      partState: fc.constantFrom<Contributor['partState']>('told', 'confirmed', 'corrected'),
      contributorIds: memberIds(60).filter((ids) => ids.length > 0),
      ...details,
    })
    .map(({ teamName, part, partState, ...win }) => {
      const contributors = win.contributorIds.map((memberId, at) => {
        return { memberId, teamKey: `team-${at % 3}`, teamName: `${teamName} ${at % 3}`.slice(-75), part, partState };
      });
      return { ...win, contributors, recordedById: win.contributorIds[0] ?? 'U1' };
    });

/** A win as it is told in a form. */
export const someToldWin = (words: Words) =>
  fc
    .record({
      client: words(150),
      whatChanged: words(2000),
      contributorIds: memberIds(15),
      part: words(200),
      ...details,
    })
    .map(({ part, ...win }) => ({ ...win, parts: win.contributorIds.map((memberId) => ({ memberId, part })) }));
