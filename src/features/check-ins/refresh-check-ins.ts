import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { momentOccurrence } from '../people/moment-occurrence.ts';
import { CHECK_IN_PROMPT, CHECK_IN_REMINDER, MISSED_CHECK_INS } from './delivery-names.ts';
import type { CheckIn } from './store.ts';

/** Enough to know which messages show a check-in. */
export type ShownCheckIn = Pick<CheckIn, 'memberId' | 'promptGroup' | 'remindedAt'> &
  Partial<Pick<CheckIn, 'missedToldAt' | 'missedToldTo'>>;

/** Has every message that shows one of these brought up to date: the prompt, the reminder, and what the manager was told. */
export async function refreshCheckIns(
  transaction: Transaction,
  { workspaceId, checkIns, now }: { workspaceId: string; checkIns: readonly ShownCheckIn[]; now: Date },
): Promise<void> {
  const refresh = async (kind: string, occurrence: string[]) => {
    if (occurrence.length > 0) await refreshDeliveries(transaction, { workspaceId, kind, occurrence }, now);
  };
  await refresh(
    CHECK_IN_PROMPT,
    checkIns.map(({ promptGroup }) => promptGroup),
  );
  await refresh(
    CHECK_IN_REMINDER,
    checkIns.flatMap(({ memberId, remindedAt }) => (remindedAt ? [momentOccurrence(memberId, remindedAt)] : [])),
  );
  await refresh(
    MISSED_CHECK_INS,
    checkIns.flatMap(({ missedToldAt, missedToldTo }) =>
      missedToldAt && missedToldTo ? [momentOccurrence(missedToldTo, missedToldAt)] : [],
    ),
  );
}
