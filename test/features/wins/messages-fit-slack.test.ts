import fc from 'fast-check';
import { expect, it } from 'vitest';
import { celebratedView } from '../../../src/features/wins/celebrated-view.ts';
import {
  clientJourneyMessage,
  clientsMessage,
  noJourneyMessage,
} from '../../../src/features/wins/client-journey-message.ts';
import { ownWinsMessage } from '../../../src/features/wins/own-wins-message.ts';
import { partForm } from '../../../src/features/wins/part-form.ts';
import { partMessage } from '../../../src/features/wins/part-message.ts';
import { winForm } from '../../../src/features/wins/win-form.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { someToldWin, someWin } from './some-win.ts';

const words = (most: number) =>
  fc.oneof(
    fc.constantFrom('&'.repeat(most), '<!channel>'.repeat(most / 10), '👩‍👩‍👧‍👦 '.repeat(most / 12)),
    fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }),
  );
const runs = { numRuns: 60, endOnFailure: true };
const wins = fc.array(someWin(words), { minLength: 1, maxLength: 20, size: 'max' });

it('the list of own wins, and the journey of a client', () => {
  fc.assert(
    fc.property(wins, fc.boolean(), words(150), ([first, ...more], isWithdrawn, name) => {
      if (!first) return;
      const kept = { checkInId: null, withdrawnAt: isWithdrawn ? new Date(0) : null };
      const own = [first, ...more].map((win) => ({ ...win, ...kept }));
      const celebrating = new Map(own.map(({ id }) => [id, 12]));
      expect(checkMessage(ownWinsMessage(own, { memberId: first.recordedById, celebrating }))).toEqual([]);
      expect(checkMessage(ownWinsMessage(own, { memberId: 'U0', celebrating }))).toEqual([]);
      expect(checkMessage({ text: '', blocks: celebratedView(own.map((win) => ({ win, celebrating: 12 }))) })).toEqual(
        [],
      );
      for (const page of [0, 1, undefined]) {
        expect(checkMessage(clientJourneyMessage([first, ...more], page))).toEqual([]);
      }
      const names = Array.from({ length: 200 }, () => name);
      expect(checkMessage(clientsMessage(names))).toEqual([]);
      expect(checkMessage(noJourneyMessage(name, names))).toEqual([]);
    }),
    runs,
  );
});

it('what a contributor is asked, and the forms', () => {
  const metrics = Array.from({ length: 150 }, (_, at) => ({ key: `metric_${at}`, name: `Metric ${at}` }));
  fc.assert(
    fc.property(someWin(words), someToldWin(words), words(75), (win, filled, name) => {
      for (const partState of ['told', 'confirmed', 'corrected', 'declined'] as const) {
        expect(checkMessage(partMessage(win, { memberId: win.contributorIds.at(-1) ?? '', partState }))).toEqual([]);
      }
      const people = filled.contributorIds.map((id) => ({ id, name }));
      expect(
        checkView(
          winForm({
            filled,
            people,
            metrics,
            wonOn: '2026-03-26',
            win: { id: win.id, told: { ...filled, client: 'c', whatChanged: 'w' } },
          }),
        ),
      ).toEqual([]);
      expect(
        checkView(partForm({ winId: win.id, client: win.client, part: win.contributors[0]?.part ?? null })),
      ).toEqual([]);
    }),
    runs,
  );
});
