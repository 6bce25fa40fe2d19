import { insertPlanned, refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Database } from '../../platform/storage/database.ts';
import { type DefinitionName, recordCheckInValues } from '../metrics/record-check-in-values.ts';
import { recordCheckInWin } from '../wins/record-check-in-win.ts';
import { occurrenceOn } from './cadence.ts';
import type { CheckInAnswer } from './check-in-answer.ts';
import { CHECK_IN_PROMPT, CHECK_IN_REMINDER } from './delivery-names.ts';
import {
  type CheckInName,
  findCadences,
  findCheckInOn,
  findMember,
  insertAnswer,
  lockCheckIn,
  openCheckIns,
} from './store.ts';

export interface Submission extends CheckInName {
  answer: CheckInAnswer;
  /** The definitions that the form asked by: a value keeps the one it was given under. */
  metrics: DefinitionName[];
  now: Date;
}

export type SubmissionOutcome = { outcome: 'saved'; checkInId: string; version: number } | { outcome: 'gone' };

/**
 * Saves one version of an answer and all that follows from it, or nothing: the values, the win, and the messages that
 * show them. The member's own message turns into their copy of what they said; where there is none yet, it is sent.
 */
export async function submitCheckIn(db: Database, submission: Submission): Promise<SubmissionOutcome> {
  const { workspaceId, memberId, answer, metrics, now } = submission;
  return db.$transaction(async (transaction) => {
    const checkInId = await openForAnswer(transaction, submission);
    if (!checkInId) return { outcome: 'gone' };
    await lockCheckIn(transaction, checkInId);
    const current = await findCheckInOn(transaction, submission);
    const version = (current?.answerVersion ?? 0) + 1;
    await insertAnswer(transaction, { workspaceId, checkInId, version, answer, now });
    await recordCheckInValues(transaction, {
      workspaceId,
      memberId,
      checkInId,
      periodOn: submission.occursOn,
      values: metrics.flatMap((metric) =>
        answer.values.filter(({ metricKey }) => metricKey === metric.key).map(({ value }) => ({ metric, value })),
      ),
      now,
    });
    const { occursOn: wonOn } = submission;
    await recordCheckInWin(transaction, { workspaceId, memberId, checkInId, wonOn, win: answer.win, now });
    const message = { recipient: memberId, occurrence: checkInId, dueAt: now };
    await insertPlanned(transaction, workspaceId, CHECK_IN_PROMPT, [message], now);
    const shown = { workspaceId, kind: [CHECK_IN_PROMPT, CHECK_IN_REMINDER], occurrence: checkInId };
    await refreshDeliveries(transaction, shown, now);
    return { outcome: 'saved', checkInId, version };
  });
}

/** An answer may come before the prompt does: then the check-in is opened by it. */
async function openForAnswer(
  transaction: Parameters<typeof findCheckInOn>[0],
  { workspaceId, cadenceKey, memberId, occursOn }: Submission,
): Promise<string | undefined> {
  const name = { workspaceId, cadenceKey, memberId, occursOn };
  const existing = await findCheckInOn(transaction, name);
  if (existing) return existing.id;
  const member = await findMember(transaction, workspaceId, memberId);
  const cadence = (await findCadences(transaction, workspaceId)).find(({ key }) => key === cadenceKey);
  if (!member || !cadence) return undefined;
  const occurrence = occurrenceOn(cadence, occursOn, member.timeZone);
  await openCheckIns(transaction, workspaceId, cadenceKey, [memberId], occurrence);
  return (await findCheckInOn(transaction, name))?.id;
}
