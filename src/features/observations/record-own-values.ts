import type { Database, Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { OwnValue } from './own-value.ts';
import { findOwnValues, lockOwnValues } from './own-values-store.ts';
import type { DefinitionName } from './record-check-in-values.ts';
import { recordCorrection } from './record-correction.ts';
import { isSameValue } from './same-value.ts';
import { insertObservations } from './store.ts';

interface GivenValue {
  metric: DefinitionName;
  /** An exact decimal. */
  value: string;
  evidenceUrl: string | null;
  note: string | null;
}

export interface OwnValues {
  workspaceId: string;
  memberId: string;
  /** The day that they are about; the period follows from it. */
  on: CalendarDay;
  values: GivenValue[];
  /** Why a value changes that stands for that day already. */
  reason: string | null;
  now: Date;
}

export type OwnValuesRecorded =
  | { outcome: 'saved'; added: string[]; corrected: string[]; unchanged: string[] }
  /** These stand for that day already: changing them takes a reason. Nothing was saved. */
  | { outcome: 'needs-reason'; standing: OwnValue[] };

/** Puts on record what somebody says of their own metrics; what they said of the same day before is corrected by it. */
export function recordOwnValues(db: Database, given: OwnValues): Promise<OwnValuesRecorded> {
  return db.$transaction(async (transaction) => {
    const { workspaceId, memberId, on, values, reason } = given;
    await lockOwnValues(transaction, workspaceId, memberId);
    const before = await findOwnValues(transaction, { workspaceId, memberId, from: on, to: on, most: 1000 });
    const standing = new Map(before.toReversed().map((value) => [value.metricKey, value]));
    const isNew = ({ metric }: GivenValue) => !standing.has(metric.key);
    const isSame = ({ metric, value }: GivenValue) => isSameValue(standing.get(metric.key)?.value ?? null, value);
    const [added, known] = [values.filter(isNew), values.filter((value) => !isNew(value))];
    const [unchanged, changed] = [known.filter(isSame), known.filter((value) => !isSame(value))];
    if (changed.length > 0 && reason === null) {
      return { outcome: 'needs-reason', standing: changed.flatMap(({ metric }) => standing.get(metric.key) ?? []) };
    }
    await insertObservations(transaction, added.map(rowFor(given)));
    for (const value of changed) await correct(transaction, given, standing.get(value.metric.key)?.id ?? '', value);
    const keys = (some: GivenValue[]) => some.map(({ metric }) => metric.key);
    return { outcome: 'saved', added: keys(added), corrected: keys(changed), unchanged: keys(unchanged) };
  });
}

function rowFor({ workspaceId, memberId, on, now }: OwnValues) {
  return ({ metric, value, evidenceUrl, note }: GivenValue) => ({
    workspaceId,
    memberId,
    metricKey: metric.key,
    definitionVersion: metric.version,
    periodOn: on,
    value,
    source: 'progress',
    evidenceUrl,
    note,
    checkInId: null,
    recordedById: memberId,
    recordedAt: now,
    supersedesId: null,
  });
}

async function correct(
  transaction: Transaction,
  { workspaceId, memberId, reason, now }: OwnValues,
  observationId: string,
  { value, evidenceUrl, note }: GivenValue,
): Promise<void> {
  const change = { workspaceId, actorId: memberId, observationId, reason: reason ?? '', now };
  const isOwn = (standing: { memberId: string }) => standing.memberId === memberId;
  const corrected = await recordCorrection(transaction, { ...change, value, evidenceUrl, note, may: isOwn });
  if (corrected.outcome !== 'corrected') throw new Error(`A value changed while it was held: ${corrected.outcome}`);
}
