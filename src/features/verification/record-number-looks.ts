import type { Transaction } from '../../platform/storage/database.ts';
import { recordLooks, recordNewLooks } from '../governance/record-looks.ts';
import type { Waiting } from './waiting.ts';

interface NumberLooks {
  workspaceId: string;
  actorId: string;
  numbers: { memberId: string; metricKey: string }[];
  surface: string;
  /** Of a message that is brought up to date: when it was planned. What it showed since is on the log. */
  since?: Date | undefined;
  now: Date;
}

/** Whoever is shown numbers of others looks at them. */
export async function recordNumberLooks(db: Transaction, { numbers, since, ...look }: NumberLooks): Promise<void> {
  const at = [...Map.groupBy(numbers, ({ memberId }) => memberId)].map(([subjectId, of]) => ({
    subjectId,
    parts: ['numbers' as const],
    metricKeys: [...new Set(of.map(({ metricKey }) => metricKey))],
  }));
  if (since) await recordNewLooks(db, { ...look, at, since });
  else await recordLooks(db, { ...look, at });
}

/** Every number in a list of what waits. */
export function numbersIn({ values, differences, challenges }: Waiting): NumberLooks['numbers'] {
  return [
    ...values,
    ...differences.flatMap(({ says }) => says.flatMap((one) => one.values)),
    ...challenges.map(({ number }) => number),
  ];
}
