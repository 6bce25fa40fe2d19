import type { MetricEntry } from '../features/workspaces/metric-schema.ts';
import { numberFor } from './numbers.ts';
import { obstacles } from './obstacles.ts';
import type { ToldWin } from './told-win.ts';
import { wins } from './wins.ts';

/** What somebody has to say in one check-in. */
export interface Answer {
  /** As typed; null, no value this time. */
  values: { metric: MetricEntry; typed: string | null }[];
  win: ToldWin | null;
  obstacle: string | null;
}

/** A day of course records was lost: the one who would have to tell the number leaves it empty and says why. */
export const NO_VALUE = { handle: 'sofia', metricKey: 'course_completion', week: 2 };

export function answerFor(handle: string, metrics: readonly MetricEntry[], week: number): Answer {
  const values = metrics.map((metric) => {
    const isLost = NO_VALUE.handle === handle && NO_VALUE.metricKey === metric.key && NO_VALUE.week === week;
    return { metric, typed: isLost ? null : numberFor(handle, metric.key, week) };
  });
  const isTheirs = (told: { by: string; week: number }) => told.by === handle && told.week === week;
  return { values, win: wins.find(isTheirs) ?? null, obstacle: obstacles.find(isTheirs)?.text ?? null };
}
