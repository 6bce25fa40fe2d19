import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { loadTrends } from '../observations/load-trends.ts';
import { findPlanning, type NoPlanning, type Planner } from './find-planning.ts';
import { goalForm } from './goal-form.ts';
import { loadDraft } from './load-draft.ts';
import { latestOf } from './plan.ts';
import { NO_GOAL } from './plan-draft.ts';
import { planForm } from './plan-form.ts';

export type PlanFormOpened = { outcome: 'form'; form: ModalView } | { outcome: 'gone' } | NoPlanning;

/** The plan as its author has it before them: their draft, the latest version, or the beginning of one. */
export async function openPlanForm(
  db: Database,
  planner: Planner & { about: string; basedOn?: number },
): Promise<PlanFormOpened> {
  const found = await findPlanning(db, planner);
  if (found.outcome !== 'found') return found;
  const { member, metrics } = found.planning;
  const draft = await loadDraft(db, planner, found.planning);
  if (!draft) return { outcome: 'gone' };
  const latest = draft.plan && latestOf(draft.plan);
  const { typed, savedAt } = draft;
  const form = planForm({
    ...{ memberId: member.id, memberName: member.name, isOwn: planner.authorId === member.id, about: planner.about },
    // While a window stands open, it goes on from the version that it was opened on.
    basedOn: planner.basedOn ?? latest?.version ?? 0,
    ...{ typed, savedAt, latest, metrics },
    isAgreed: draft.plan?.versions.some(({ agreedAt }) => agreedAt !== null) ?? false,
  });
  return { outcome: 'form', form };
}

const LOOK_BACK_DAYS = 182;

/** The numbers of one metric of the draft. */
export async function openGoalForm(
  db: Database,
  planner: Planner & { about: string; metricKey: string },
): Promise<PlanFormOpened> {
  const found = await findPlanning(db, planner);
  if (found.outcome !== 'found') return found;
  const { workspaceId, memberId, about, metricKey, now } = planner;
  const draft = await loadDraft(db, planner, found.planning);
  const metric = found.planning.metrics.find(({ key }) => key === metricKey);
  if (!draft || !metric) return { outcome: 'gone' };
  const today = dayOf(now, 'UTC');
  const span = { from: plusDays(today, -LOOK_BACK_DAYS), to: plusDays(today, 1) };
  const trends = (await loadTrends(db, { workspaceId, memberIds: [memberId], ...span })).get(memberId) ?? [];
  const trend = trends.find((one) => one.metric.key === metricKey);
  const { typed } = draft;
  const goal = typed.goals[metricKey] ?? NO_GOAL;
  const form = goalForm({ memberId, about, metricKey }, { metric, goal, time: typed, today, ...(trend && { trend }) });
  return { outcome: 'form', form };
}
