import type { Database } from '../storage/database.ts';
import type { Composition, DeliveryKind, PlannedDelivery } from './delivery-kind.ts';
import { findDelivery, insertPlanned, wakeWorkers } from './ledger.ts';

/** Seconds are enough for tens of thousands of members; on a database that is busy besides, not the usual five. */
const LONG_TRANSACTION = { timeout: 60_000 };

export interface PlanInput {
  workspaceId: string;
  kind: DeliveryKind;
  now: Date;
}

/**
 * Writes down what one kind owes at `now`. Safe on any number of copies at once: a delivery that stands in the ledger
 * is not written again. Returns how many are new.
 */
export async function planDeliveries(db: Database, { workspaceId, kind, now }: PlanInput): Promise<number> {
  return db.$transaction(async (transaction) => {
    const planned = await kind.plan(transaction, workspaceId, now);
    await kind.recordPassing?.(transaction, workspaceId, now);
    const added = await insertPlanned(transaction, workspaceId, kind.name, planned, now);
    if (added > 0) await wakeWorkers(transaction);
    return added;
  }, LONG_TRANSACTION);
}

export interface PreviewedDelivery extends PlannedDelivery {
  composition: Composition;
}

/** What `planDeliveries` would write, and what each would say if it were sent at once. Nothing is kept. */
export async function previewDeliveries(
  db: Database,
  { workspaceId, kind, now }: PlanInput,
): Promise<PreviewedDelivery[]> {
  const previews: PreviewedDelivery[] = [];
  const rollBack = new Error('a preview keeps nothing');
  try {
    await db.$transaction(async (transaction) => {
      const planned = await kind.plan(transaction, workspaceId, now);
      await insertPlanned(transaction, workspaceId, kind.name, planned, now);
      for (const one of planned) {
        const delivery = await findDelivery(transaction, { workspaceId, kind: kind.name, ...one });
        if (delivery?.status !== 'pending') continue;
        previews.push({ ...one, composition: await kind.compose(transaction, delivery, now) });
      }
      throw rollBack;
    }, LONG_TRANSACTION);
  } catch (error) {
    if (error !== rollBack) throw error;
  }
  return previews;
}
