import { type CalendarDay, plusDays } from '../../platform/time/calendar-day.ts';
import { COLOURS, diamond, round, running, waiting } from './chart-shapes.ts';
import type { ProcessLimits } from './process-limits.ts';
import type { ChartPanel, ChartPoint } from './trend-chart.ts';

/** The days of the chart: the first, and how many come after it. */
export interface Span {
  first: CalendarDay;
  days: number;
}

/** Where a day and a number lie, in pixels, and how far the grid reaches. */
export interface Axes {
  x(day: CalendarDay): number;
  y(value: number): number;
  top: number;
  bottom: number;
}

/** What is drawn over the grid, the last on top. */
export function drawCurves({ points, targets, bounds }: ChartPanel, span: Span, axes: Axes): string {
  const stretches = stretchesOf(points);
  return [
    ...stretches.map((stretch) => drawUsual(stretch, bounds, axes)),
    drawTargets(targets, span, axes),
    ...points.map((point, at) => drawBreak(points[at - 1], point, axes)),
    ...stretches.map((stretch) => drawLine(stretch, axes)),
    ...points.map((point) => drawPoint(point, axes)),
  ].join('');
}

/** Values in a row that can be compared. */
export function stretchesOf(points: readonly ChartPoint[]): ChartPoint[][] {
  const stretches: ChartPoint[][] = [];
  for (const point of points) {
    const current = stretches.at(-1);
    if (current?.at(-1)?.version === point.version) current.push(point);
    else stretches.push([point]);
  }
  return stretches;
}

export function within(
  limits: ProcessLimits | undefined,
  { from, to }: ChartPanel['bounds'],
): ProcessLimits | undefined {
  if (!limits) return undefined;
  const { mean, lower, upper } = limits;
  return { mean, lower: Math.max(lower, from ?? lower), upper: Math.min(upper, to ?? upper) };
}

/** The band of what was usual, as far as it was known at each value. */
function drawUsual(stretch: ChartPoint[], bounds: ChartPanel['bounds'], { x, y }: Axes): string {
  const known = stretch.flatMap(({ on, limits }) => {
    const drawn = within(limits, bounds);
    return drawn ? [{ x: x(on), ...drawn }] : [];
  });
  const [from, to] = [known[0], known.at(-1)];
  if (!from || !to) return '';
  // A single value has no width; half of what lies between two weeks gives it one.
  const edge = known.length === 1 ? 8 : 0;
  const along = (of: 'upper' | 'lower' | 'mean') =>
    known.map((one) => `${round(one.x)} ${round(y(one[of]))}`).join('L');
  const back = [...known].reverse().map((one) => `${round(one.x)} ${round(y(one.lower))}`);
  const band = `<path d="M${along('upper')}L${back.join('L')}Z" fill="${COLOURS.usual}" stroke="${COLOURS.usual}" stroke-width="${edge}"/>`;
  const edges = (['upper', 'lower'] as const).map(
    (of) => `<path d="M${along(of)}" fill="none" stroke="${COLOURS.usualEdge}" stroke-width="2"/>`,
  );
  const mean = `<path d="M${along('mean')}" fill="none" stroke="${COLOURS.usualEdge}" stroke-width="2" stroke-dasharray="3 7"/>`;
  return [band, ...edges, mean].join('');
}

function drawTargets(targets: ChartPanel['targets'], { first, days }: Span, { x, y }: Axes): string {
  const end = plusDays(first, days);
  const steps = targets.flatMap(({ from, value }, at) => {
    const next = targets[at + 1]?.from;
    const [start, stop] = [from > first ? from : first, next !== undefined && next < end ? next : end];
    return start <= stop ? [`${round(x(start))} ${round(y(value))}H${round(x(stop))}`] : [];
  });
  if (steps.length === 0) return '';
  // Steps are joined where one ends and the next begins.
  const path = steps.map((step, at) => (at === 0 ? `M${step}` : `L${step}`)).join('');
  return `<path d="${path}" fill="none" stroke="${COLOURS.target}" stroke-width="5" stroke-dasharray="20 10"/>`;
}

function drawBreak(before: ChartPoint | undefined, point: ChartPoint, { x, top, bottom }: Axes): string {
  if (!before || before.version === point.version) return '';
  const at = round((x(before.on) + x(point.on)) / 2);
  return `<path d="M${at} ${top}V${bottom}" stroke="${COLOURS.quiet}" stroke-width="3" stroke-dasharray="2 8" stroke-linecap="round"/>`;
}

function drawLine(stretch: ChartPoint[], { x, y }: Axes): string {
  const along = (points: ChartPoint[]) => points.map(({ on, value }) => `${round(x(on))} ${round(y(value))}`).join('L');
  const counted = stretch.filter(({ mark }) => mark === undefined || mark === 'signal');
  const [last, next] = [counted.at(-1), stretch.find(({ mark }) => mark === 'running')];
  if (!last) return '';
  // To where it stands so far: no line yet.
  const onward = next
    ? `<path d="M${along([last, next])}" fill="none" stroke="${COLOURS.line}" stroke-width="3" stroke-dasharray="4 8"/>`
    : '';
  const path = along(counted);
  return `${onward}<path d="M${path}" fill="none" stroke="${COLOURS.line}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>`;
}

function drawPoint({ on, value, mark }: ChartPoint, { x, y }: Axes): string {
  const [cx, cy] = [round(x(on)), round(y(value))];
  const dot = `<circle cx="${cx}" cy="${cy}" r="7" fill="${COLOURS.line}"/>`;
  if (mark === 'signal') return diamond(cx, cy);
  if (mark === 'running') return running(cx, cy);
  if (mark) return waiting(cx, cy);
  return dot;
}
