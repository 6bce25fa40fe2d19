import type { Transaction } from '../../platform/storage/database.ts';
import { findAbsences } from './calendar-store.ts';
import { type Asker, findToday } from './find-today.ts';
import type { Absence } from './working-calendar.ts';

export type KnownAbsence = Absence & { id: string; source: 'home' | 'slack_status' };

/** When somebody is away, as far as it is not over, the first one first. */
export async function loadAbsences(db: Transaction, asker: Asker): Promise<KnownAbsence[]> {
  const { workspaceId, memberId } = asker;
  return findAbsences(db, { workspaceId, memberIds: [memberId], notOverOn: await findToday(db, asker) });
}
