import type { Transaction } from '../../platform/storage/database.ts';
import { recordLooks } from '../governance/record-looks.ts';
import type { Waiting } from './waiting.ts';

/** Whoever verifies numbers looks at them. */
export async function recordListLooks(
  db: Transaction,
  look: { workspaceId: string; actorId: string; waiting: Waiting; surface: string; now: Date },
): Promise<void> {
  const { values, differences, challenges } = look.waiting;
  const numbers = [
    ...values,
    ...differences.flatMap(({ says }) => says.flatMap((one) => one.values)),
    ...challenges.map(({ number }) => number),
  ];
  const at = [...Map.groupBy(numbers, ({ memberId }) => memberId)].map(([subjectId, of]) => ({
    subjectId,
    parts: ['numbers' as const],
    metricKeys: [...new Set(of.map(({ metricKey }) => metricKey))],
  }));
  await recordLooks(db, { ...look, at });
}
