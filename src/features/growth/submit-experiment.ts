import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { type Experiment, mayCarryOn } from './experiment.ts';
import type { ExperimentSaid } from './experiment-form.ts';
import { findExperiment, findTeamKey, insertExperiment, updateExperiment } from './experiment-store.ts';
import { refreshLessonsNote } from './refresh-lessons-note.ts';

export interface ExperimentSubmission {
  workspaceId: string;
  memberId: string;
  /** Of the one that is carried on; without it, a bottleneck is named. */
  id: string | undefined;
  said: ExperimentSaid;
  now: Date;
}

/** Not yours: taken back meanwhile, another team's, or not at that step. */
export type ExperimentSubmitted = { outcome: 'saved' | 'not-yours' };

/** Keeps what is said of a bottleneck, an experiment, or its lesson; the note of the month that tells it follows. */
export async function submitExperiment(db: Database, submission: ExperimentSubmission): Promise<ExperimentSubmitted> {
  const { workspaceId, memberId, id, said, now } = submission;
  return db.$transaction(async (transaction): Promise<ExperimentSubmitted> => {
    const { step, ...words } = said;
    if (id === undefined) {
      if (said.step !== 'name') return { outcome: 'not-yours' };
      await insertExperiment(transaction, { workspaceId, memberId, bottleneck: said.bottleneck, words, now });
      return { outcome: 'saved' };
    }
    await lockRow(transaction, 'Experiment', { workspaceId, id });
    const experiment = await findOwn(transaction, { workspaceId, memberId, id });
    if (!experiment || !fits(step, experiment)) return { outcome: 'not-yours' };
    const finishedAt = step === 'finish' ? (experiment.finishedAt ?? now) : experiment.finishedAt;
    await updateExperiment(transaction, id, words, finishedAt);
    if (finishedAt) await refreshLessonsNote(transaction, { workspaceId, finishedAt, now });
    return { outcome: 'saved' };
  });
}

/** Undefined where it is not theirs to carry on. */
export async function findOwn(
  db: Transaction,
  { workspaceId, memberId, id }: { workspaceId: string; memberId: string; id: string },
): Promise<Experiment | undefined> {
  const experiment = await findExperiment(db, workspaceId, id);
  const teamKey = await findTeamKey(db, workspaceId, memberId);
  return experiment && mayCarryOn(experiment, { memberId, teamKey }) ? experiment : undefined;
}

/** A lesson comes of an experiment that was planned; what is finished is planned no more. */
function fits(step: ExperimentSaid['step'], { startsOn, finishedAt }: Experiment): boolean {
  return step === 'finish' ? startsOn !== null : finishedAt === null;
}
