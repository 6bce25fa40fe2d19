import { z } from 'zod';
import type { Transaction } from '../../platform/storage/database.ts';
import { fromDatabaseDate } from '../../platform/time/calendar-day.ts';
import { toMeasure } from '../metrics/stored-definition.ts';
import { storedEvidenceFile } from './evidence-file.ts';
import type { Observed } from './lineage.ts';
import { stateOf } from './usable-value.ts';

const statedVerdict = z.enum(['verified', 'returned', 'set_aside']).nullable().catch(null);
const dimensionsColumn = z.record(z.string(), z.string()).catch({});

/** Everything that was ever observed of one metric of one member, corrected and withdrawn values included, oldest first. */
export async function findObserved(
  db: Transaction,
  { workspaceId, memberId, metricKey }: { workspaceId: string; memberId: string; metricKey: string },
): Promise<Observed[]> {
  const rows = await db.observation.findMany({
    where: { workspaceId, memberId, metricKey },
    include: {
      definition: true,
      verdicts: { where: { kind: { not: 'left_open' } }, orderBy: [{ givenAt: 'desc' }, { id: 'desc' }], take: 1 },
    },
    orderBy: [{ periodOn: 'asc' }, { id: 'asc' }],
  });
  // A challenge is of the number: whatever stands in the place of the challenged value is as open to doubt.
  const challenges = await db.challenge.findMany({
    where: { workspaceId, memberId, metricKey },
    orderBy: { challengedAt: 'asc' },
  });
  return rows.map(
    ({ definition, value, withdrawnAt, withdrawnById, withdrawalReason, verdicts: [verdict], ...row }) => {
      const ofNumber = challenges.filter(
        ({ periodOn, source }) => periodOn.getTime() === row.periodOn.getTime() && source === row.source,
      );
      return {
        ...toMeasure(definition),
        aggregation: definition.aggregation,
        frequency: definition.frequency,
        direction: definition.direction,
        needsVerification: definition.needsVerification,
        version: definition.version,
        id: row.id,
        on: fromDatabaseDate(row.periodOn),
        value: value?.toFixed() ?? null,
        state: stateOf({
          isWithdrawn: withdrawnAt !== null,
          isSuperseded: false,
          isChallenged: ofNumber.some(({ answer }) => answer === null),
          verdict: statedVerdict.parse(verdict?.kind),
        }),
        verdict: verdict ? { byId: verdict.givenById, at: verdict.givenAt, reason: verdict.reason } : null,
        challenges: ofNumber
          .filter(({ observationId }) => observationId === row.id)
          .map(({ id, challengerId, challengedAt, reason, evidenceUrl, answer, ...rest }) => ({
            ...{ id, byId: challengerId, at: challengedAt, reason, evidenceUrl },
            evidenceFile: storedEvidenceFile(rest),
            answer: answer && { outcome: answer, byId: rest.answeredById, reason: rest.answerReason },
          })),
        source: row.source,
        dimensions: dimensionsColumn.parse(row.dimensions),
        recordedById: row.recordedById,
        recordedAt: row.recordedAt,
        note: row.note,
        evidenceUrl: row.evidenceUrl,
        reason: row.reason,
        withdrawn: withdrawnAt && { byId: withdrawnById, at: withdrawnAt, reason: withdrawalReason },
        supersedesId: row.supersedesId,
      };
    },
  );
}
