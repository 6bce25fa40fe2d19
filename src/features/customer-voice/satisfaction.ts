import type { Scale } from './score.ts';

/** How many gave which value, on one scale. */
export interface Tally {
  value: number;
  count: number;
}

/** From fewer answers no figure is given: it would say more about chance than about clients. */
const FEWEST_ANSWERS = 5;

/** The normal distribution's two-sided 95% point. */
const Z = 1.959963984540054;

/** A share or a difference of shares with its 95% interval; NPS in -1 to 1, CSAT in 0 to 1. */
export interface Figure {
  value: number;
  low: number;
  high: number;
}

export interface Satisfaction {
  /** Answers counted. */
  n: number;
  /** Null when `n` is below FEWEST_ANSWERS. */
  figure: Figure | null;
}

/** NPS on its scale, CSAT on every other. */
export function satisfactionOf(scale: Scale, tallies: readonly Tally[]): Satisfaction {
  const count = (isCounted: (value: number) => boolean) =>
    tallies.reduce((sum, { value, count }) => (isCounted(value) ? sum + count : sum), 0);
  const n = count(() => true);
  if (n < FEWEST_ANSWERS) return { n, figure: null };
  const figure =
    scale.kind === 'nps'
      ? netPromoterScore(
          count((value) => value >= 9),
          count((value) => value <= 6),
          n,
        )
      : satisfiedShare(
          count((value) => isSatisfied(scale, value)),
          n,
        );
  return { n, figure };
}

/** In the upper quarter of the scale: 4 and 5 of 1 to 5; 6 and 7 of 1 to 7; 8, 9 and 10 of 1 to 10; good, of bad or good. */
export function isSatisfied({ from, to }: Scale, value: number): boolean {
  return 4 * (value - from) >= 3 * (to - from);
}

/**
 * Share of 9 and 10 less share of 0 to 6. The interval is that for a difference of two shares of one sample, with one
 * answer added on either side (Bonett and Price 2012), so that it has a width even where everybody agrees.
 */
export function netPromoterScore(promoters: number, detractors: number, n: number): Figure {
  const [up, down] = [(promoters + 1) / (n + 2), (detractors + 1) / (n + 2)];
  const centre = up - down;
  const half = Z * Math.sqrt((up + down - centre ** 2) / (n + 2));
  return { value: (promoters - detractors) / n, low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}

/** Share of the satisfied, with the score interval of Wilson (1927). */
export function satisfiedShare(satisfied: number, n: number): Figure {
  const share = satisfied / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** `+33 (95%: +10 to +56), 48 answers`; `82% satisfied (95%: 70 to 90%), 48 answers`; too few, it says that. */
export function readableSatisfaction(scale: Scale, { n, figure }: Satisfaction): string {
  if (n === 0) return 'no answer';
  const answers = n === 1 ? '1 answer' : `${n} answers`;
  if (!figure) return `${answers} only: too few for a figure, which takes ${FEWEST_ANSWERS}`;
  const { value, low, high } = figure;
  return scale.kind === 'nps'
    ? `${points(value)} (95%: ${points(low)} to ${points(high)}), ${answers}`
    : `${percent(value)}% satisfied (95%: ${percent(low)} to ${percent(high)}%), ${answers}`;
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  return rounded > 0 ? `+${rounded}` : String(rounded === 0 ? 0 : rounded);
}
