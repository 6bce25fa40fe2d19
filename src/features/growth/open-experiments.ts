import type { ModalView } from '@slack/types';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import type { Experiment } from './experiment.ts';
import { experimentForm, type FormStep } from './experiment-form.ts';
import { findLessons, findOpenExperiments, findTeamKey } from './experiment-store.ts';
import { experimentsMessage } from './experiments-message.ts';
import { lessonsMessage } from './lessons-message.ts';
import { findOwn } from './submit-experiment.ts';

interface Asker {
  workspaceId: string;
  memberId: string;
  now: Date;
}

/** Ten pages of them: who looks further finds it by a word. */
const MOST_LESSONS = 100;

/** Everything that is in the way or being tried. `withdrawn` was taken back a moment ago, and can be brought back. */
export async function openExperiments(
  db: Database,
  asker: Asker,
  { withdrawn, page = 0 }: { withdrawn?: Experiment; page?: number } = {},
): Promise<Message> {
  const { workspaceId, memberId, now } = asker;
  return experimentsMessage({
    experiments: await findOpenExperiments(db, { workspaceId }),
    reader: { memberId, teamKey: await findTeamKey(db, workspaceId, memberId) },
    today: dayOf(now, 'UTC'),
    page,
    ...(withdrawn && { withdrawn }),
  });
}

/** The latest lessons, or those that hold these words. */
export async function openLessons(db: Database, asker: Asker & { words: string; page?: number }): Promise<Message> {
  const { workspaceId, memberId, words, page = 0 } = asker;
  const lessons = await findLessons(db, { workspaceId, words, limit: MOST_LESSONS });
  const teamKey = await findTeamKey(db, workspaceId, memberId);
  return lessonsMessage({ words, lessons, reader: { memberId, teamKey }, page });
}

/** The form for one step of one experiment; without an id, for a new bottleneck. Undefined: it is not theirs. */
export async function openExperimentForm(
  db: Database,
  { workspaceId, memberId, id, step }: Asker & { id: string | undefined; step: FormStep },
): Promise<ModalView | undefined> {
  const metrics = await loadMetricNames(db, workspaceId);
  if (id === undefined) return experimentForm({ step: 'name', experiment: null, metrics });
  const experiment = await findOwn(db, { workspaceId, memberId, id });
  return experiment && experimentForm({ step, experiment, metrics });
}
