import type { DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import { LESSONS_NOTE } from './delivery-names.ts';
import { findLessonsOf } from './experiment-store.ts';
import { lessonsNoteMessage, noLessonsMessage } from './lessons-message.ts';
import { latestLessonsMonth, lessonsMonth } from './lessons-month.ts';
import { findLessonsNote, isPlanned } from './lessons-note-store.ts';

const LATEST_MILLISECONDS = 14 * 24 * 60 * 60_000;

/** Tells one channel, once a month, what experiments taught. */
export const lessonsNote: DeliveryKind = {
  name: LESSONS_NOTE,
  describes: 'the monthly note of lessons from experiments, to the channel that the workspace file names',
  lateness: 'sent up to 14 days after its day; its lessons are found by `/throughline lessons` all the same',
  async plan(transaction, workspaceId, now) {
    const note = await findLessonsNote(transaction, workspaceId);
    if (!note) return [];
    const { month, dueAt } = latestLessonsMonth(note, now);
    if (dueAt < note.since || now.getTime() - dueAt.getTime() > LATEST_MILLISECONDS) return [];
    if (await isPlanned(transaction, { workspaceId, kind: LESSONS_NOTE, occurrence: month })) return [];
    return [{ recipient: note.channelId, occurrence: month, dueAt }];
  },
  async compose(db, { workspaceId, occurrence: month, dueAt, messageTs }, now) {
    const note = await findLessonsNote(db, workspaceId);
    if (!note) return { outcome: 'skip', reason: 'no channel is named for lessons any more' };
    const lessons = await findLessonsOf(db, { workspaceId, ...lessonsMonth(note, month) });
    if (messageTs === null && lessons.length === 0) return { outcome: 'skip', reason: 'no lessons in that month' };
    if (messageTs === null && now.getTime() - dueAt.getTime() > LATEST_MILLISECONDS) {
      return { outcome: 'skip', reason: 'its month is old news' };
    }
    const message = lessons.length > 0 ? lessonsNoteMessage(month, lessons) : noLessonsMessage(month);
    return { outcome: 'message', message };
  },
};
