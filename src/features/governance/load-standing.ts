import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { loadManagementBelow } from '../people/load-management.ts';
import type { Standing } from './relation.ts';
import { findActor, findOwnedMetrics, findSignedMetrics } from './store.ts';

/** A plan is talked about for a while after it ended; so long its partners see its numbers. */
const PARTNER_AFTER_DAYS = 92;

/**
 * How one person stands to everybody, in a constant number of queries however many they are; read is only who is below them. `isAdministrator` is
 * Slack's to say: who needs it asks Slack first.
 */
export async function loadStanding(
  db: Transaction,
  asks: { workspaceId: string; actorId: string; now: Date; isAdministrator?: boolean },
): Promise<Standing> {
  const { workspaceId, actorId, isAdministrator = false } = asks;
  const actor = await findActor(db, workspaceId, actorId);
  const managerOf = await loadManagementBelow(db, { workspaceId, memberId: actorId });
  const owns = new Set(await findOwnedMetrics(db, workspaceId, actorId));
  const since = plusDays(dayOf(asks.now, 'UTC'), -PARTNER_AFTER_DAYS);
  const signed = await findSignedMetrics(db, { workspaceId, partnerId: actorId, since });
  return {
    actorId,
    isHere: actor !== null && actor.kind !== 'bot' && actor.deactivatedAt === null,
    isSponsor: actor !== null && actor.kind === 'person' && actor.sponsorIds.includes(actorId),
    isAdministrator,
    managerOf,
    owns,
    signed: new Map(
      [...Map.groupBy(signed, ({ memberId }) => memberId)].map(([memberId, metrics]) => [
        memberId,
        new Set(metrics.map(({ metricKey }) => metricKey)),
      ]),
    ),
  };
}
