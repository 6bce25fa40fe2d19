import type { Quarter } from './quarter.ts';
import { readableSatisfaction, type Satisfaction, satisfactionOf, type Tally } from './satisfaction.ts';
import { readableScale, type Scale, type Score, scaleKey } from './score.ts';

/** How satisfied the customers of one period were, on one scale; answers on different scales are never put together. */
export interface ScaleSummary {
  scale: Scale;
  all: Satisfaction;
  /** The segments that were named, the one with the most answers first. */
  segments: { segment: string; satisfaction: Satisfaction }[];
}

export interface PeriodSummary {
  quarter: Quarter;
  scales: ScaleSummary[];
}

/** From how many gave which value, per segment and scale. NPS comes first, then what most people answered. */
export function summariseScores(counts: readonly (Tally & { segment: string | null; scale: Scale })[]): ScaleSummary[] {
  const ofScale = Map.groupBy(counts, ({ scale }) => scaleKey(scale));
  const summaries = [...ofScale.values()].flatMap((group) => {
    const scale = group[0]?.scale;
    if (!scale) return [];
    const named = Map.groupBy(
      group.filter(({ segment }) => segment !== null),
      ({ segment }) => segment ?? '',
    );
    const segments = [...named].map(([segment, tallies]) => ({
      segment,
      satisfaction: satisfactionOf(scale, tallies),
    }));
    return [{ scale, all: satisfactionOf(scale, group), segments: segments.toSorted(bySize) }];
  });
  return summaries.toSorted(
    (one, other) =>
      Number(other.scale.kind === 'nps') - Number(one.scale.kind === 'nps') ||
      other.all.n - one.all.n ||
      (scaleKey(one.scale) < scaleKey(other.scale) ? -1 : 1),
  );
}

/** The figures of these voices, a line for each scale. */
export function scoreLines(voices: readonly { score: Score | null; segment: string | null }[]): string[] {
  const counts = voices.flatMap(({ score, segment }) => {
    if (!score) return [];
    const { value, ...scale } = score;
    return [{ segment, scale, value, count: 1 }];
  });
  return summariseScores(counts).map(readableScaleSummary);
}

function bySize(
  one: { segment: string; satisfaction: Satisfaction },
  other: { segment: string; satisfaction: Satisfaction },
): number {
  return other.satisfaction.n - one.satisfaction.n || (one.segment < other.segment ? -1 : 1);
}

/** `NPS: +33 (95%: +10 to +56), 48 answers`. */
export function readableScaleSummary({ scale, all }: Pick<ScaleSummary, 'scale' | 'all'>): string {
  return `${readableScale(scale)}: ${readableSatisfaction(scale, all)}`;
}
