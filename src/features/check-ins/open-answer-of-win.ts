import { lockRow } from '../../platform/storage/lock-row.ts';
import type { OpenAnswer } from '../wins/answer-of-win.ts';
import { insertAnswer } from './answer-store.ts';
import { refreshCheckIns } from './refresh-check-ins.ts';
import { findCheckIn } from './store.ts';

/** Keeps an answer in step with its win, where that is edited or taken back by itself: as another version of the answer. */
export const openAnswerOfWin: OpenAnswer = async (transaction, { workspaceId, checkInId }) => {
  await lockRow(transaction, 'CheckIn', { workspaceId, id: checkInId });
  return async (win, now) => {
    const checkIn = await findCheckIn(transaction, workspaceId, checkInId);
    if (!checkIn?.answer) return;
    const version = checkIn.answerVersion + 1;
    await insertAnswer(transaction, { workspaceId, checkInId, version, answer: { ...checkIn.answer, win }, now });
    await refreshCheckIns(transaction, { workspaceId, checkIns: [checkIn], now });
  };
};
