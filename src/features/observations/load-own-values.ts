import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { OwnValue } from './own-value.ts';
import { findOwnValues } from './own-values-store.ts';

/** What somebody gave of themselves, in check-ins and by `/progress update`, as far as it stands; latest first. */
export function loadOwnValues(
  db: Transaction,
  query: { workspaceId: string; memberId: string; from: CalendarDay; most: number },
): Promise<OwnValue[]> {
  return findOwnValues(db, query);
}

/** One of them; undefined when it stands no longer, or is not theirs. */
export async function loadOwnValue(
  db: Transaction,
  query: { workspaceId: string; memberId: string; id: string },
): Promise<OwnValue | undefined> {
  return (await findOwnValues(db, { ...query, most: 1 }))[0];
}
