import type { Transaction } from '../../platform/storage/database.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import type { LessonsNote } from './lessons-month.ts';

/** Where and when lessons are told; undefined where no channel was named. */
export async function findLessonsNote(db: Transaction, workspaceId: string): Promise<LessonsNote | undefined> {
  const found = await db.workspace.findUnique({
    where: { id: workspaceId },
    select: {
      lessonsChannelId: true,
      lessonsDay: true,
      lessonsTime: true,
      lessonsTimeZone: true,
      lessonsSince: true,
    },
  });
  if (!found?.lessonsChannelId || !found.lessonsSince) return undefined;
  return {
    channelId: found.lessonsChannelId,
    day: found.lessonsDay,
    time: found.lessonsTime as TimeOfDay,
    timeZone: found.lessonsTimeZone,
    since: found.lessonsSince,
  };
}

/** Whether the note of this month stands in the ledger, to whatever channel: a month is told once. */
export async function isPlanned(
  db: Transaction,
  { workspaceId, kind, occurrence }: { workspaceId: string; kind: string; occurrence: string },
): Promise<boolean> {
  return (await db.delivery.count({ where: { workspaceId, kind, occurrence } })) > 0;
}
