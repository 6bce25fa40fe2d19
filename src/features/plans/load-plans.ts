import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordLooks } from '../governance/record-looks.ts';
import type { ImpactMap } from '../metrics/impact-map.ts';
import { loadImpactMapsOfMembers } from '../metrics/load-impact-map.ts';
import { loadPeople } from '../people/load-people.ts';
import type { Person } from '../people/person.ts';
import { type KnownStanding, loadPlanStandings } from './load-plan-standings.ts';
import { inForceOn, latestOf, type Plan, type PlanVersion } from './plan.ts';
import { findPlans } from './store.ts';

export interface ShownPlan {
  plan: Plan;
  /** What the one who asks may see: what is in force, else the latest; a partner sees what they signed or are to sign. */
  version: PlanVersion;
  /** How it stands; null where nothing is agreed, or the numbers are not theirs to see. */
  standing: KnownStanding | null;
  /** The alignment session has begun. */
  isSession: boolean;
}

export interface SeenPlans {
  member: Person;
  viewer: { id: string; isOwn: boolean; mayEdit: boolean };
  plans: ShownPlan[];
  /** What the work of the member's role is for; undefined where they have no role. */
  impactMap: ImpactMap | undefined;
}

export type PlansLoaded =
  | ({ outcome: 'shown' } & SeenPlans)
  | { outcome: 'not-allowed'; whom: string }
  | { outcome: 'unknown-member' };

const ANY_TIME = { from: '0001-01-01', to: '9999-12-31' } as const;

/** What somebody may see of a member's plans. A look at another person's goes on the audit log. */
export async function loadPlans(
  db: Database,
  { workspaceId, actorId, memberId, now }: { workspaceId: string; actorId: string; memberId: string; now: Date },
): Promise<PlansLoaded> {
  const member = (await loadPeople(db, workspaceId)).find(({ id }) => id === memberId);
  if (!member) return { outcome: 'unknown-member' };
  const actor = await loadStanding(db, { workspaceId, actorId, now });
  const mayEdit = may(actor, 'edit-plan', { memberId });
  const all = await findPlans(db, { workspaceId, memberIds: [memberId] });
  const today = dayOf(now, member.timeZone);
  const standings = (await loadPlanStandings(db, { workspaceId, memberIds: [memberId], ...ANY_TIME, on: today })).get(
    memberId,
  );
  const plans = all.flatMap((plan): ShownPlan[] => {
    const isSession = plan.sessionOpenedAt !== null;
    const standing = standings?.standings.find((one) => one.plan.id === plan.id) ?? null;
    if (mayEdit) return [{ plan, version: inForceOn(plan, today) ?? latestOf(plan), standing, isSession }];
    const version = versionOfPartner(plan, actorId);
    if (!version) return [];
    const isInForce = standing?.version.version === version.version;
    const maySeeAll = version.items.every(({ metricKey }) => may(actor, 'see-numbers', { memberId, metricKey }));
    return [{ plan, version, standing: isInForce && maySeeAll ? standing : null, isSession }];
  });
  if (!mayEdit && plans.length === 0) return { outcome: 'not-allowed', whom: member.name };
  const looks = {
    workspaceId,
    actorId,
    at: [{ subjectId: memberId, parts: ['plan' as const] }],
    surface: '/plan',
    now,
  };
  await recordLooks(db, looks);
  const impactMap = (await loadImpactMapsOfMembers(db, { workspaceId, memberIds: [memberId] })).get(memberId);
  return { outcome: 'shown', member, viewer: { id: actorId, isOwn: actorId === memberId, mayEdit }, plans, impactMap };
}

/** The latest version that names them, once they signed it or are asked to; nothing of the versions that do not. */
function versionOfPartner(plan: Plan, partnerId: string): PlanVersion | undefined {
  if (plan.sessionOpenedAt === null) return undefined;
  const latest = latestOf(plan);
  return plan.versions.findLast(({ version, signers }) => {
    const own = signers.find(({ memberId }) => memberId === partnerId);
    return own !== undefined && (own.signedAt !== null || version === latest.version);
  });
}
