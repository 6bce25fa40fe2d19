import type { FindThingsToDo, ThingToDo } from '../../platform/slack/thing-to-do.ts';
import { findCheckInsToDo } from '../check-ins/find-check-ins-to-do.ts';
import { findFeedbackToDo } from '../feedback/find-feedback-to-do.ts';
import { findExperimentsToDo } from '../growth/find-experiments-to-do.ts';
import { findGoalsToDo } from '../growth/find-goals-to-do.ts';
import { findPlansToDo } from '../plans/find-plans-to-do.ts';
import { findNumbersToDo } from '../verification/find-numbers-to-do.ts';
import { findPartsToDo } from '../wins/find-parts-to-do.ts';

/** Every feature that has something for people to do. */
const finders: readonly FindThingsToDo[] = [
  findCheckInsToDo,
  findNumbersToDo,
  findPlansToDo,
  findPartsToDo,
  findExperimentsToDo,
  findFeedbackToDo,
  findGoalsToDo,
];

/** All that waits for somebody, the earliest due first. */
export const loadThingsToDo: FindThingsToDo = async (db, whose) => {
  const found = await Promise.all(finders.map((find) => find(db, whose)));
  return found.flat().toSorted(byDay);
};

function byDay(one: ThingToDo, other: ThingToDo): number {
  const [a, b] = [one.dueOn ?? '9999', other.dueOn ?? '9999'];
  return a < b ? -1 : Number(a > b);
}
