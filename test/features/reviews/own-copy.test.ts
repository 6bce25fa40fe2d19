import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackFile, winsFile } from '../../../src/features/reviews/own-copy.ts';
import { anySeen } from '../feedback/some-feedback.ts';
import { someWin } from '../wins/some-win.ts';

const nameOf = (memberId: string) => `name of ${memberId}`;

describe('the copy of feedback', () => {
  const anyFeedback = fc.array(anySeen((most) => fc.string({ maxLength: most })));

  it('holds a row for each, in the order in which the reader gets it, as wide as its head', () => {
    fc.assert(
      fc.property(anyFeedback, (seen) => {
        const [columns, ...rows] = feedbackFile(seen, nameOf).rows;
        expect(rows.map((row) => row.length)).toEqual(seen.map(() => columns.length));
        expect(rows.map(([month]) => month)).toEqual(seen.map(({ month }) => month));
      }),
    );
  });

  it('tells of each no more than the reader learns: its author and day, or neither; its words, or why not', () => {
    fc.assert(
      fc.property(anyFeedback, (seen) => {
        const [, ...rows] = feedbackFile(seen, nameOf).rows;
        for (const [at, one] of seen.entries()) {
          const [, on, from, ...rest] = rows[at] ?? [];
          if (one.is === 'hidden') {
            expect([on, from, ...rest.slice(0, -1)].every((cell) => cell === null)).toBe(true);
            expect(rest.at(-1)).toBe(one.because);
          } else {
            expect(on).toBe(one.on);
            expect(from).toBe(one.authorId === null ? 'a colleague' : nameOf(one.authorId));
            expect(rest.at(-1)).toBeNull();
          }
        }
      }),
    );
  });
});

it('the copy of wins tells whose part was what, and names oneself as nobody else', () => {
  const anyWin = someWin((most) => fc.string({ maxLength: most }));
  fc.assert(
    fc.property(anyWin, fc.nat(), (win, pick) => {
      const own = win.contributors[pick % win.contributors.length];
      const [columns, row] = winsFile([win], own?.memberId ?? '', nameOf).rows;
      const [, , , , part, others] = row ?? [];
      expect(row).toHaveLength(columns.length);
      expect(part).toBe(own?.part ?? null);
      for (const { memberId } of win.contributors) {
        expect(`${others};`.match(`${nameOf(memberId)}[:;]`) !== null).toBe(memberId !== own?.memberId);
      }
    }),
  );
});
