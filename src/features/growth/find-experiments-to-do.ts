import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { FindThingsToDo } from '../../platform/slack/thing-to-do.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { stageOf } from './experiment.ts';
import { experimentButton } from './experiment-button.ts';
import { findOpenExperiments } from './experiment-store.ts';

/** The member's own experiments that are over, and whose lesson nobody has told. */
export const findExperimentsToDo: FindThingsToDo = async (db, { workspaceId, memberId, now }) => {
  const open = await findOpenExperiments(db, { workspaceId, memberId });
  return open
    .filter((one) => stageOf(one, dayOf(now, 'UTC')) === 'over')
    .map((one) => ({
      words: `Your experiment is over: *${cut(escapeMrkdwn(one.bottleneck), 150)}*. What was learned?`,
      dueOn: one.endsOn,
      button: experimentButton('finish', one),
    }));
};
