import type { ModalView } from '@slack/types';
import { mergeEdit, type Remembered } from '../../platform/slack/meanwhile.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import { type Experiment, mayCarryOn } from './experiment.ts';
import { type ExperimentSaid, experimentForm, saidAt, withExperimentMeanwhile } from './experiment-form.ts';
import { findExperiment, findTeamKey, insertExperiment, updateExperiment } from './experiment-store.ts';
import { refreshLessonsNote } from './refresh-lessons-note.ts';

export interface ExperimentSubmission {
  workspaceId: string;
  memberId: string;
  /** Of the one that is carried on; without it, a bottleneck is named. */
  id: string | undefined;
  said: ExperimentSaid;
  /** What stood in the form when it was filled in; absent, nothing was. */
  remembered?: Remembered;
  now: Date;
}

export type ExperimentSubmitted =
  /** Not yours: taken back meanwhile, another team's, or not at that step. */
  | { outcome: 'saved' | 'not-yours' }
  /** Somebody else of the team changed the same; the form says what, with all that was typed. Nothing is saved. */
  | { outcome: 'changed-meanwhile'; view: ModalView };

/** Keeps what is said of a bottleneck, an experiment, or its lesson; the note of the month that tells it follows. */
export async function submitExperiment(db: Database, submission: ExperimentSubmission): Promise<ExperimentSubmitted> {
  const { workspaceId, memberId, id, said, remembered, now } = submission;
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
    const stands = saidAt(step, experiment);
    const edit = remembered ? mergeEdit<object>(remembered, words, stands) : { fields: words, clashes: [] };
    if (edit.clashes.length > 0) {
      const metrics = await loadMetricNames(transaction, workspaceId);
      const form = experimentForm({ step, experiment, typed: edit.fields, metrics });
      return { outcome: 'changed-meanwhile', view: withExperimentMeanwhile(form, experiment, edit.clashes) };
    }
    const finishedAt = step === 'finish' ? (experiment.finishedAt ?? now) : experiment.finishedAt;
    await updateExperiment(transaction, id, edit.fields, finishedAt);
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
