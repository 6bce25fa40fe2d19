import { expect, it } from 'vitest';
import type { OpenAnswer } from '../../../src/features/wins/answer-of-win.ts';
import { reopenWinForm } from '../../../src/features/wins/open-win-form.ts';
import { recordPart } from '../../../src/features/wins/record-part.ts';
import { recordUndoneWithdrawal, recordWithdrawal } from '../../../src/features/wins/record-withdrawal.ts';
import { submitWin } from '../../../src/features/wins/submit-win.ts';
import type { WinTold } from '../../../src/features/wins/win-told.ts';
import { fivePeople } from '../../setup/five-people.ts';

// What a button or a window says may be old, or another's: whoever acts is looked at again where it is saved.

const workspaceId = 'T1';
const now = new Date('2026-03-25T10:00:00Z');
/** No win here was told in a check-in. */
const noAnswer: OpenAnswer = async () => Promise.reject(new Error('There is no check-in'));
const remembered = { words: {}, parts: {} };
const told: WinTold = {
  client: 'Northwind',
  whatChanged: 'They run the export alone now.',
  contributorIds: ['UBO'],
  parts: [{ memberId: 'UBO', part: 'Built it.' }],
  kind: null,
  evidenceUrl: null,
  metricKey: null,
  isShareable: true,
};

async function company() {
  const { db } = await fivePeople();
  const saved = await submitWin(
    db,
    { workspaceId, memberId: 'UANA', told, wonOn: '2026-03-24', remembered, now },
    noAnswer,
  );
  if (saved.outcome !== 'saved') throw new Error(saved.outcome);
  return { db, winId: saved.winId };
}

it('a win is edited, taken back and brought back by whoever told it alone', async () => {
  const { db, winId } = await company();
  for (const memberId of ['UBO', 'UMAYA', 'UZOE']) {
    const who = { workspaceId, memberId, winId, now };
    const changed = { ...told, whatChanged: 'Nothing.' };
    expect(await submitWin(db, { ...who, told: changed, wonOn: '2026-03-24', remembered }, noAnswer)).toEqual({
      outcome: 'not-yours',
    });
    expect(await recordWithdrawal(db, who, noAnswer)).toEqual({ outcome: 'not-yours' });
    expect(await reopenWinForm(db, who)).toBeUndefined();
  }
  expect(await db.win.findFirst()).toMatchObject({ whatChanged: told.whatChanged, withdrawnAt: null });
  await recordWithdrawal(db, { workspaceId, memberId: 'UANA', winId, now }, noAnswer);
  const other = { workspaceId, memberId: 'UBO', winId, now };
  expect(await recordUndoneWithdrawal(db, other, noAnswer)).toEqual({ outcome: 'not-yours' });
  expect(await db.win.findFirst()).toMatchObject({ withdrawnAt: now });
});

it('a part is confirmed, corrected and declined by those who are named, each their own', async () => {
  const { db, winId } = await company();
  for (const said of [
    { says: 'confirmed' },
    { says: 'corrected', part: 'All of it.' },
    { says: 'declined' },
  ] as const) {
    expect(await recordPart(db, { workspaceId, memberId: 'UZOE', winId, said, now })).toEqual({ outcome: 'not-named' });
  }
  const parts = () => db.winContributor.findMany({ orderBy: { memberId: 'asc' } });
  expect(await parts()).toMatchObject([
    { memberId: 'UANA', part: null, partState: 'told' },
    { memberId: 'UBO', part: 'Built it.', partState: 'told' },
  ]);
  const own = { says: 'corrected', part: 'Drew it up.' } as const;
  expect(await recordPart(db, { workspaceId, memberId: 'UBO', winId, said: own, now })).toEqual({ outcome: 'saved' });
  expect(await parts()).toMatchObject([{ part: null }, { part: 'Drew it up.', partState: 'corrected' }]);
});

it('a win of another workspace is none', async () => {
  const { db, winId } = await company();
  await db.workspace.create({ data: { id: 'T2', name: 'Other', botUserId: 'U0', installedAt: now } });
  const who = { workspaceId: 'T2', memberId: 'UANA', winId, now };
  expect(await recordWithdrawal(db, who, noAnswer)).toEqual({ outcome: 'not-yours' });
  expect(await recordPart(db, { ...who, said: { says: 'declined' } })).toEqual({ outcome: 'not-named' });
});

it.each(['', 'x', '7b0c8c0e-5d1c-4b36-9a3c-6a0f6f5a3b11'])('a button whose value is %j does nothing', async (winId) => {
  const { db } = await company();
  const who = { workspaceId, memberId: 'UANA', winId, now };
  expect(await recordWithdrawal(db, who, noAnswer)).toEqual({ outcome: 'not-yours' });
  expect(await recordPart(db, { ...who, said: { says: 'confirmed' } })).toEqual({ outcome: 'not-named' });
  expect(await submitWin(db, { ...who, told, wonOn: '2026-03-24', remembered }, noAnswer)).toEqual({
    outcome: 'not-yours',
  });
});
