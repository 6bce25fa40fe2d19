import type { WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import type { DemoRecord } from './demo-record.ts';
import { checkAnswers } from './expected/check-answers.ts';
import { checkDigests } from './expected/check-digests.ts';
import { checkFeedback } from './expected/check-feedback.ts';
import { checkGrowth } from './expected/check-growth.ts';
import { checkJointWork } from './expected/check-joint-work.ts';
import { checkMissed } from './expected/check-missed.ts';
import { checkNumbers } from './expected/check-numbers.ts';
import { checkPackets } from './expected/check-packets.ts';
import { checkParts } from './expected/check-parts.ts';
import { checkAbsent, checkLooks, checkRestart } from './expected/check-people.ts';
import { checkPlans } from './expected/check-plans.ts';
import { checkPrompts } from './expected/check-prompts.ts';
import { checkReadings } from './expected/check-readings.ts';
import { checkReminders } from './expected/check-reminders.ts';
import { checkReviews } from './expected/check-reviews.ts';
import { checkVoices } from './expected/check-voices.ts';
import { expectedCheckIns } from './expected/expected-check-ins.ts';
import type { Finding } from './expected/finding.ts';

/**
 * Holds what Slack saw against what the workspace file and the company say must have happened. None of the product's own
 * arithmetic is used for it, so that a mistake there cannot excuse itself.
 */
export function examine(record: DemoRecord, file: WorkspaceFile): Finding[] {
  const checkIns = expectedCheckIns(file);
  const { dead, unsettled } = record.ledger;
  return [
    ...checkPrompts(record, checkIns),
    checkReminders(record, checkIns),
    checkMissed(record, checkIns, file),
    checkAbsent(record),
    checkRestart(record),
    checkAnswers(record),
    ...checkDigests(record, file),
    checkLooks(record, file),
    ...checkReviews(record, file),
    checkPackets(record),
    checkPlans(record),
    ...checkFeedback(record),
    ...checkVoices(record, file),
    ...checkParts(record),
    checkJointWork(record),
    ...checkGrowth(record),
    ...checkNumbers(record),
    checkReadings(record),
    {
      what: 'no delivery is dead, and none is left over',
      looked: record.posts.length,
      problems: [...(dead > 0 ? [`${dead} are dead`] : []), ...(unsettled > 0 ? [`${unsettled} are not settled`] : [])],
    },
    {
      what: 'Slack refused nothing, missed no answer, and no error was logged',
      looked: record.said.length,
      problems: record.troubles,
    },
  ];
}
