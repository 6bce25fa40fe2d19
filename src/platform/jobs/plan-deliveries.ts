import type { Database } from '../storage/database.ts';
import type { DeliveryKind, PlannedDelivery } from './delivery-kind.ts';
import { insertPlanned, wakeWorkers } from './ledger.ts';

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
    const added = await insertPlanned(transaction, workspaceId, kind.name, planned, now);
    if (added > 0) await wakeWorkers(transaction);
    return added;
  });
}

/** What `planDeliveries` would write, with nothing written. */
export async function previewPlan(db: Database, { workspaceId, kind, now }: PlanInput): Promise<PlannedDelivery[]> {
  const preview: { planned: PlannedDelivery[] } = { planned: [] };
  const rollBack = new Error('preview: nothing is kept');
  try {
    await db.$transaction(async (transaction) => {
      preview.planned = await kind.plan(transaction, workspaceId, now);
      throw rollBack;
    });
  } catch (error) {
    if (error !== rollBack) throw error;
  }
  return preview.planned;
}
