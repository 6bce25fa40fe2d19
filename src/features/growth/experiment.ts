import type { CalendarDay } from '../../platform/time/calendar-day.ts';

export const RESULTS = ['worked', 'did_not_work', 'unclear'] as const;
export type ExperimentResult = (typeof RESULTS)[number];

/** From a bottleneck to a proposal to an experiment to its lesson. What nobody has said yet is null. */
export interface Experiment {
  id: string;
  /** Whoever named the bottleneck, and the team they were on. */
  memberId: string;
  teamKey: string | null;
  bottleneck: string;
  proposal: string | null;
  hypothesis: string | null;
  /** What is done differently. */
  change: string | null;
  /** The metric that will show it, by key and by its present name. */
  metricKey: string | null;
  metricName: string | null;
  startsOn: CalendarDay | null;
  endsOn: CalendarDay | null;
  result: ExperimentResult | null;
  whatWasSeen: string | null;
  lesson: string | null;
  finishedAt: Date | null;
}

export type Stage = 'bottleneck' | 'proposal' | 'planned' | 'running' | 'over' | 'finished';

/** How far it has come by `today`. Over: its end has passed, and nobody has told what was learned. */
export function stageOf(
  { proposal, startsOn, endsOn, finishedAt }: Pick<Experiment, 'proposal' | 'startsOn' | 'endsOn' | 'finishedAt'>,
  today: CalendarDay,
): Stage {
  if (finishedAt) return 'finished';
  if (!startsOn || !endsOn) return proposal ? 'proposal' : 'bottleneck';
  if (today < startsOn) return 'planned';
  return today <= endsOn ? 'running' : 'over';
}

/** Whoever named it carries it on, or somebody of their team. */
export function mayCarryOn(
  { memberId, teamKey }: Pick<Experiment, 'memberId' | 'teamKey'>,
  who: { memberId: string; teamKey: string | null },
): boolean {
  return memberId === who.memberId || (teamKey !== null && teamKey === who.teamKey);
}

/** What did not work is told the same way as what did: as something learned. */
export const resultWords: Record<ExperimentResult, string> = {
  worked: 'It worked',
  did_not_work: 'It did not work, and now we know',
  unclear: 'It stayed unclear',
};
