import type { Database } from '../../platform/storage/database.ts';
import { lockMember } from '../../platform/storage/lock-row.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { deleteDraft } from './draft-store.ts';
import { findPlanning, type NoPlanning, type Planner, type Planning } from './find-planning.ts';
import { type GoalProblem, readGoal } from './goal-problems.ts';
import { loadDraft } from './load-draft.ts';
import { latestOf, type Plan, type PlanVersion, type Signer } from './plan.ts';
import { NO_GOAL, type PlanDraft } from './plan-draft.ts';
import { type DraftedPlan, type PlanProblem, planProblems, readWeight } from './plan-problems.ts';
import { refreshSession } from './refresh-session.ts';
import { findPlan, insertPlan, insertVersion, lockPlan, type NewVersion } from './store.ts';

export type PlanSubmitted =
  | { outcome: 'saved'; version: PlanVersion; isInSession: boolean }
  | { outcome: 'problems'; problems: PlanProblem[]; ofGoals: { metricKey: string; problems: GoalProblem[] }[] }
  /** Somebody wrote another version while this one was typed. What was typed is kept. */
  | { outcome: 'overtaken'; by: PlanVersion }
  /** It says what the latest version says. */
  | { outcome: 'unchanged' }
  | { outcome: 'gone' }
  | NoPlanning;

/**
 * Makes the author's draft the next version of the plan: everybody must sign it anew. Checked whole, and all that is
 * wrong is told at once. `basedOn` is the version that the author had before them.
 */
export async function submitPlan(
  db: Database,
  planner: Planner & { about: string; basedOn: number },
): Promise<PlanSubmitted> {
  const { workspaceId, memberId, authorId, now } = planner;
  return db.$transaction(async (transaction) => {
    // Two people cannot begin the same plan twice.
    await lockMember(transaction, { workspaceId, memberId });
    const found = await findPlanning(transaction, planner);
    if (found.outcome !== 'found') return found;
    const draft = await loadDraft(transaction, planner, found.planning, 'for-update');
    if (!draft) return { outcome: 'gone' };
    const plan = draft.plan && (await lockPlan(transaction, workspaceId, draft.plan.id));
    const latest = plan && latestOf(plan);
    if (latest && latest.version !== planner.basedOn) return { outcome: 'overtaken', by: latest };

    const statuses = await identifyPeople(transaction, { workspaceId, references: draft.typed.partnerIds });
    const partners = draft.typed.partnerIds.map((id) => {
      const identity = statuses.get(id);
      if (identity?.status === 'member') return { id, name: identity.name, status: 'here' as const };
      return {
        id,
        name: 'One of them',
        status: identity?.status === 'deactivated' ? ('gone' as const) : ('unknown' as const),
      };
    });
    const drafted = draftedPlan(draft.typed, found.planning, plan, partners);
    const problems = planProblems(drafted);
    const { from, to } = draft.typed;
    const goals = drafted.metrics.map((metric) => {
      const time = from && to ? { from, to } : null;
      return { metric, reading: readGoal(draft.typed.goals[metric.key] ?? NO_GOAL, metric, time) };
    });
    const ofGoals = goals.flatMap(({ metric, reading }) =>
      reading.ok ? [] : [{ metricKey: metric.key, problems: reading.problems }],
    );
    if (problems.length > 0 || ofGoals.length > 0 || !from || !to) return { outcome: 'problems', problems, ofGoals };

    const items = goals.flatMap(({ metric, reading }) => {
      const weight = readWeight(draft.typed.weights[metric.key]);
      if (!reading.ok || weight === undefined) return [];
      const { direction: _, ...goal } = reading.goal;
      return [{ ...goal, metricKey: metric.key, definitionVersion: metric.version, weight }];
    });
    const written: Omit<NewVersion, 'planId'> = {
      version: (latest?.version ?? 0) + 1,
      ...{ from, to, items },
      holdsFrom: drafted.change?.holdsFrom ?? from,
      reason: draft.typed.reason?.trim() ?? '',
      writtenById: authorId,
      writtenAt: now,
      signers: signersOf(found.planning, draft.typed.partnerIds),
    };
    if (latest && saysTheSame(latest, written)) return { outcome: 'unchanged' };
    const planId = plan?.id ?? (await insertPlan(transaction, { workspaceId, memberId, now }));
    await insertVersion(transaction, workspaceId, { ...written, planId });
    await deleteDraft(transaction, planner);
    const saved = await findPlan(transaction, workspaceId, planId);
    if (!saved) throw new Error('the plan that was just saved is not there');
    const version = latestOf(saved);
    const isInSession = saved.sessionOpenedAt !== null;
    if (isInSession) await refreshSession(transaction, { workspaceId, version, news: 'written', now });
    return { outcome: 'saved', version, isInSession };
  });
}

function draftedPlan(
  typed: PlanDraft,
  { member, manager, metrics }: Planning,
  plan: Plan | undefined,
  partners: DraftedPlan['partners'],
): DraftedPlan {
  const isAgreed = plan?.versions.some(({ agreedAt }) => agreedAt !== null) ?? false;
  return {
    ...{ memberId: member.id, managerId: manager.id, partners },
    ...{ from: typed.from, to: typed.to, reason: typed.reason, weights: typed.weights },
    change: isAgreed ? { holdsFrom: typed.holdsFrom } : null,
    // What was retired while the form was open is not there to be picked.
    metrics: typed.metricKeys.flatMap((key) => metrics.find((metric) => metric.key === key) ?? []),
    nameOf: (key) => metrics.find((metric) => metric.key === key)?.name ?? key,
  };
}

function signersOf({ member, manager }: Planning, partnerIds: readonly string[]): Signer[] {
  return [
    { memberId: member.id, capacity: 'employee', signedAt: null },
    { memberId: manager.id, capacity: 'manager', signedAt: null },
    ...partnerIds.map((memberId) => ({ memberId, capacity: 'partner' as const, signedAt: null })),
  ];
}

/** Nobody should have to sign again for nothing. A reason given anew, with nothing else, is nothing. */
function saysTheSame(latest: PlanVersion, written: Omit<NewVersion, 'planId'>): boolean {
  return JSON.stringify(asSigned(latest)) === JSON.stringify(asSigned(written));
}

function asSigned({ from, to, items, signers }: Pick<NewVersion, 'from' | 'to' | 'items' | 'signers'>) {
  const plain = (decimal: string | null) => decimal?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return [
    ...[from, to],
    items.map(({ metricKey, definitionVersion, weight, threshold, target, cap, capCredit, steps, reason }) => [
      ...[metricKey, definitionVersion, reason],
      ...[weight, threshold, target, cap, capCredit].map(plain),
      steps.map((step) => [step.from, step.every, plain(step.target)]),
    ]),
    signers.map(({ memberId, capacity }) => [memberId, capacity]).toSorted(),
  ];
}
