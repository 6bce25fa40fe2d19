import type { Database, Transaction } from '../../platform/storage/database.ts';
import { periodOf } from '../metrics/metric-period.ts';
import { loadWaiting } from './load-waiting.ts';
import { findNumbers } from './store.ts';
import { insertVerdicts, lockStanding } from './verdict-store.ts';
import type { WaitingDifference } from './waiting.ts';

interface Decision {
  workspaceId: string;
  actorId: string;
  /** A value of the source that stands; where all is left open, any value of the period. */
  observationId: string;
  decides: 'stands' | 'leave-open';
  reason: string;
  now: Date;
}

/** Two sources differ: one of them stands and the others are set aside, or they stay as they are for now. */
export async function recordDecision(
  db: Database,
  decision: Decision,
): Promise<{ outcome: 'decided' } | { outcome: 'settled-meanwhile' }> {
  const { workspaceId, actorId: givenById, now: givenAt, observationId, reason, decides } = decision;
  return db.$transaction(async (transaction) => {
    await lockStanding(transaction, workspaceId, observationId);
    const difference = await findDifference(transaction, decision);
    if (!difference) return { outcome: 'settled-meanwhile' };
    const verdicts = difference.says.flatMap(({ values }) => {
      const isTheOne = values.some(({ id }) => id === observationId);
      const kind = decides === 'leave-open' ? 'left_open' : isTheOne ? 'verified' : 'set_aside';
      return values.map(
        ({ id, memberId }) => ({ workspaceId, observationId: id, memberId, kind, reason, givenById, givenAt }) as const,
      );
    });
    await insertVerdicts(transaction, verdicts);
    return { outcome: 'decided' };
  });
}

/** What waits for a person is what they may decide. */
async function findDifference(
  transaction: Transaction,
  { workspaceId, actorId, observationId, now }: Decision,
): Promise<WaitingDifference | undefined> {
  const [number] = await findNumbers(transaction, workspaceId, [observationId]);
  if (!number) return undefined;
  const { to } = periodOf(number.frequency, number.on);
  const { differences } = await loadWaiting(transaction, { workspaceId, actorId, now });
  return differences.find(
    ({ memberId, period, says }) =>
      memberId === number.memberId &&
      period.to === to &&
      says.some(({ values }) => values.some(({ id }) => id === observationId)),
  );
}
