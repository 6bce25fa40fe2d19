import { insertPlanned } from '../../platform/jobs/ledger.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { recordGoalProgress } from '../growth/record-goal-progress.ts';
import { findUnlikelyValues, type Sure, type UnlikelyValue } from '../observations/find-unlikely-values.ts';
import { type DefinitionName, recordCheckInValues } from '../observations/record-check-in-values.ts';
import { findStrangers } from '../people/find-strangers.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { recordCheckInWin } from '../wins/record-check-in-win.ts';
import type { RememberedWin } from '../wins/win-told.ts';
import { deleteDraft, insertAnswer } from './answer-store.ts';
import { askingFor } from './asking.ts';
import { occurrenceOf } from './cadence.ts';
import type { CheckInAnswer } from './check-in-answer.ts';
import { CHECK_IN_PROMPT } from './delivery-names.ts';
import { openCheckIns } from './planning-store.ts';
import { refreshCheckIns } from './refresh-check-ins.ts';
import {
  type CheckIn,
  type CheckInName,
  findCadences,
  findCheckIn,
  findCheckInOfPeriod,
  findCheckInOn,
} from './store.ts';

const NOTHING_STOOD: RememberedWin = { words: {}, parts: {} };

export interface Submission extends CheckInName {
  answer: CheckInAnswer;
  /** The definitions of the numbers that were typed: a value keeps the one it was given under. Others stay as they are. */
  metrics: DefinitionName[];
  /** What stood of the win when the form was filled in; absent, none did. */
  remembered?: RememberedWin;
  /** Numbers about which they were asked, and sent all the same. Absent, nothing is asked: it is no person who sends it. */
  sureOf?: Sure;
  /** What it says of development goals; absent, what it said of them stays. */
  goals?: { goalId: string; text: string }[];
  now: Date;
}

export type SubmissionOutcome =
  | { outcome: 'saved'; checkInId: string; version: number; saidMeanwhile: string[] }
  /** Numbers that may be slips of the pen: to be asked about. Nothing was saved. */
  | { outcome: 'unlikely'; values: UnlikelyValue[] }
  /** The check-in's cadence was removed meanwhile. */
  | { outcome: 'gone' }
  /** Slack offers people of other organisations too; nothing is kept about those. */
  | { outcome: 'unknown-contributors'; memberIds: string[] };

/**
 * Saves one version of an answer and all that follows from it, or nothing: the values, the win, and the messages that
 * show them. The member's own message turns into their copy of what they said; where there is none yet, it is sent.
 */
export async function submitCheckIn(db: Database, submission: Submission): Promise<SubmissionOutcome> {
  const { workspaceId, memberId, answer, metrics, now } = submission;
  const stood = await findCheckInOn(db, submission);
  const unknown = await findStrangers(db, {
    workspaceId,
    memberIds: answer.win?.contributorIds ?? [],
    before: stood?.answer?.win?.contributorIds ?? [],
  });
  if (unknown.length > 0) return { outcome: 'unknown-contributors', memberIds: unknown };
  if (submission.sureOf) {
    const typed = answer.values.filter(({ metricKey }) => metrics.some(({ key }) => key === metricKey));
    const values = await findUnlikelyValues(db, {
      workspaceId,
      memberId,
      values: typed,
      sureOf: submission.sureOf,
      now,
    });
    if (values.length > 0) return { outcome: 'unlikely', values };
  }
  return db.$transaction(async (transaction) => {
    const checkIn = await openForAnswer(transaction, submission);
    if (!checkIn) return { outcome: 'gone' };
    const { id: checkInId, occursOn } = checkIn;
    const version = checkIn.answerVersion + 1;
    const { win, saidMeanwhile } = await keepWin(transaction, submission, checkIn);
    await insertAnswer(transaction, { workspaceId, checkInId, version, answer: { ...answer, win }, now });
    await recordCheckInValues(transaction, {
      workspaceId,
      memberId,
      checkInId,
      periodOn: occursOn,
      values: metrics.flatMap((metric) =>
        answer.values.filter(({ metricKey }) => metricKey === metric.key).map(({ value }) => ({ metric, value })),
      ),
      now,
    });
    const { goals: said } = submission;
    if (said) await recordGoalProgress(transaction, { workspaceId, memberId, checkInId, said, now });
    await deleteDraft(transaction, submission);
    const message = { recipient: memberId, occurrence: checkIn.promptGroup, dueAt: now };
    await insertPlanned(transaction, workspaceId, CHECK_IN_PROMPT, [message], now);
    await refreshCheckIns(transaction, { workspaceId, checkIns: [checkIn], now });
    return { outcome: 'saved', checkInId, version, saidMeanwhile };
  });
}

/** The win of the answer, as it is kept: with what others said of it meanwhile. */
async function keepWin(transaction: Transaction, submission: Submission, { id: checkInId, occursOn }: CheckIn) {
  const { workspaceId, memberId, answer, remembered = NOTHING_STOOD, now } = submission;
  const calendar = await loadWorkingCalendar(transaction, submission);
  const today = dayOf(now, calendar?.timeZone ?? 'UTC');
  // Told early, it was won by then: nobody waits with it for the day of the check-in.
  const wonOn = today < occursOn ? today : occursOn;
  return recordCheckInWin(transaction, { workspaceId, memberId, checkInId, wonOn, win: answer.win, remembered, now });
}

/**
 * The check-in that the form was opened for, held until the transaction ends, so that submissions come one after the
 * other. An answer may come before the prompt does: then it opens the check-in. The cadence's day may have been changed
 * while the form was open: then it answers the period that the form's day lies in.
 */
async function openForAnswer(transaction: Transaction, submission: Submission): Promise<CheckIn | undefined> {
  const { workspaceId, cadenceKey, memberId, occursOn } = submission;
  const id = (await findCheckInOn(transaction, submission))?.id ?? (await openEarly());
  if (!id) return undefined;
  await lockRow(transaction, 'CheckIn', { workspaceId, id });
  return findCheckIn(transaction, workspaceId, id);

  async function openEarly(): Promise<string | undefined> {
    const calendar = await loadWorkingCalendar(transaction, submission);
    const cadence = (await findCadences(transaction, workspaceId)).find(({ key }) => key === cadenceKey);
    if (!calendar || !cadence) return undefined;
    const occurrence = occurrenceOf(cadence, occursOn, calendar);
    const asking = askingFor(cadence, calendar, occurrence, submission.now);
    await openCheckIns(transaction, { workspaceId, cadenceKey }, [{ memberId, asking }]);
    return (await findCheckInOfPeriod(transaction, { ...submission, periodOn: occurrence.periodOn }))?.id;
  }
}
