import type { Transaction } from '../../storage/database.ts';

/**
 * Takes whoever holds a delivery for dead, at once. For worlds whose clock is moved by hand: that of the database, by
 * which leases run, cannot be moved.
 */
export async function endLeases(db: Transaction): Promise<void> {
  await db.delivery.updateMany({ where: { leaseUntil: { not: null } }, data: { leaseUntil: new Date(0) } });
}
