import type { Logger } from 'pino';
import type { Database } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import { planDeliveries } from './plan-deliveries.ts';

export interface Planner {
  /** Writes down everything owed now. What fails for one kind or workspace does not keep the others waiting. */
  plan(): Promise<void>;
}

export function createPlanner(options: {
  db: Database;
  clock: Clock;
  log: Logger;
  kinds: DeliveryKind[];
  workspaceIds: string[];
}): Planner {
  const { db, clock, log, kinds, workspaceIds } = options;
  return {
    async plan() {
      const now = clock.now();
      for (const workspaceId of workspaceIds) {
        for (const kind of kinds) {
          try {
            const added = await planDeliveries(db, { workspaceId, kind, now });
            if (added > 0) log.info({ workspaceId, kind: kind.name, added }, 'planned');
          } catch (error) {
            log.error({ err: error, workspaceId, kind: kind.name }, 'planning failed; the next ring tries again');
          }
        }
      }
    },
  };
}
