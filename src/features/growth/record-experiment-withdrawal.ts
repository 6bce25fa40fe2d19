import type { Database } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import type { Experiment } from './experiment.ts';
import { findExperiment, restoreExperiment, withdrawExperiment } from './experiment-store.ts';
import { refreshLessonsNote } from './refresh-lessons-note.ts';

interface Named {
  workspaceId: string;
  memberId: string;
  id: string;
  now: Date;
}

type Withdrawal = { outcome: 'done'; experiment: Experiment } | { outcome: 'not-yours' };

/** Whoever named it takes it back: kept, and shown nowhere. */
export async function recordExperimentWithdrawal(db: Database, which: Named): Promise<Withdrawal> {
  const { workspaceId, memberId, id, now } = which;
  return db.$transaction(async (transaction): Promise<Withdrawal> => {
    await lockRow(transaction, 'Experiment', { workspaceId, id });
    const experiment = await findExperiment(transaction, workspaceId, id);
    if (experiment?.memberId !== memberId) return { outcome: 'not-yours' };
    await withdrawExperiment(transaction, id, now);
    const { finishedAt } = experiment;
    if (finishedAt) await refreshLessonsNote(transaction, { workspaceId, finishedAt, now });
    return { outcome: 'done', experiment };
  });
}

export async function recordUndoneExperimentWithdrawal(db: Database, which: Named): Promise<Withdrawal> {
  const { workspaceId, now } = which;
  return db.$transaction(async (transaction): Promise<Withdrawal> => {
    const experiment = await restoreExperiment(transaction, which);
    if (!experiment) return { outcome: 'not-yours' };
    const { finishedAt } = experiment;
    if (finishedAt) await refreshLessonsNote(transaction, { workspaceId, finishedAt, now });
    return { outcome: 'done', experiment };
  });
}
