import { type CalendarDay, daysBetween, plusDays, shortDay } from '../../platform/time/calendar-day.ts';
import type { ProcessLimits } from '../metrics/process-limits.ts';
import { drawableText } from './drawable-text.ts';
import { type Scale, scaleFor } from './scale.ts';

export interface ChartPoint {
  on: CalendarDay;
  value: number;
  /** Which definition it was given under; the line is broken where it changes. */
  version: number;
  /** What was usual when it came; undefined while too little was known. */
  limits: ProcessLimits | undefined;
  /** Worth talking about; or it waits, challenged or to be verified, and counts nowhere until then. */
  mark?: 'signal' | 'challenged' | 'unverified';
}

export interface ChartPanel {
  key: string;
  name: string;
  unit: string;
  direction: 'higher' | 'lower';
  /** The last value as people read it. */
  latest: string;
  /** Oldest first, at least one. */
  points: ChartPoint[];
  /** What was aimed at from each day on; the last one holds. */
  targets: { from: CalendarDay; value: number }[];
  /** No value can lie beyond these, and so no limit is drawn there. */
  bounds: { from?: number; to?: number };
}

export interface Chart {
  svg: string;
  width: number;
  height: number;
}

// Slack shows a picture about half as wide as it is drawn: 26 becomes 13.
const WIDTH = 1000;
const PANEL_HEIGHT = 390;
const LEGEND_HEIGHT = 56;
const PLOT = { left: 104, right: 972, top: 96, bottom: 330 };
const TEXT = 26;
const SMALL = 22;

/** Of Okabe and Ito's palette, which people tell apart however they see colours; each also has a shape of its own. */
const COLOURS = {
  line: '#0072B2',
  signal: '#D55E00',
  target: '#00785A',
  usual: '#E8EFF5',
  usualEdge: '#9DB2C4',
  text: '#1D1C1D',
  quiet: '#5E5D60',
  grid: '#E4E3E4',
  paper: '#FFFFFF',
};

/** One or more metrics over one time, one below the other. The same panels give the same picture, byte by byte. */
export function trendChart(panels: readonly ChartPanel[]): Chart {
  const days = panels.flatMap(({ points }) => points.map(({ on }) => on)).sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('a chart needs a value');
  const span = { first, days: daysBetween(first, last) };
  const height = panels.length * PANEL_HEIGHT + LEGEND_HEIGHT;
  const drawn = panels.map(
    (panel, at) => `<g transform="translate(0 ${at * PANEL_HEIGHT})">${drawPanel(panel, span)}</g>`,
  );
  const legend = `<g transform="translate(0 ${panels.length * PANEL_HEIGHT})">${drawLegend(panels)}</g>`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="DejaVu Sans">`;
  const paper = `<rect width="${WIDTH}" height="${height}" fill="${COLOURS.paper}"/>`;
  return { svg: `${open}${paper}${drawn.join('')}${legend}</svg>`, width: WIDTH, height };
}

interface Span {
  first: CalendarDay;
  days: number;
}

function drawPanel(panel: ChartPanel, span: Span): string {
  const { points, targets } = panel;
  const scale = scaleFor([
    ...points.map(({ value }) => value),
    ...points.flatMap(({ limits }) => Object.values(within(limits, panel.bounds) ?? {})),
    ...targets.map(({ value }) => value),
  ]);
  // A single day lies in the middle.
  const share = (day: CalendarDay) => (span.days === 0 ? 0.5 : daysBetween(span.first, day) / span.days);
  const x = (day: CalendarDay) => PLOT.left + share(day) * (PLOT.right - PLOT.left);
  const y = (value: number) => PLOT.bottom - scale.share(value) * (PLOT.bottom - PLOT.top);
  return [
    drawHead(panel),
    drawGrid(scale, y),
    drawDays(span, x),
    ...stretchesOf(points).map((stretch) => drawUsual(stretch, panel.bounds, x, y)),
    drawTargets(targets, span, x, y),
    ...points.flatMap((point, at) => drawBreak(points[at - 1], point, x)),
    ...stretchesOf(points).map((stretch) => drawLine(stretch, x, y)),
    ...points.map((point) => drawPoint(point, x(point.on), y(point.value))),
  ].join('');
}

type AxisX = (day: CalendarDay) => number;
type AxisY = (value: number) => number;

function drawHead({ name, key, unit, direction, latest }: ChartPanel): string {
  const title = drawableText(name, 44) ?? key;
  const about = [drawableText(unit, 20), `${direction} is better`].filter(Boolean).join(', ');
  return [
    text(24, 40, title, `font-size="${TEXT + 2}" font-weight="bold" fill="${COLOURS.text}"`),
    text(24, 74, about, `font-size="${SMALL}" fill="${COLOURS.quiet}"`),
    text(
      PLOT.right,
      40,
      drawableText(latest, 22) ?? '',
      `font-size="${TEXT + 2}" font-weight="bold" text-anchor="end" fill="${COLOURS.line}"`,
    ),
  ].join('');
}

function drawGrid({ ticks, label }: Scale, y: AxisY): string {
  return ticks
    .map((tick) => {
      const line = `<path d="M${PLOT.left} ${round(y(tick))}H${PLOT.right}" stroke="${COLOURS.grid}" stroke-width="2"/>`;
      const style = `font-size="${SMALL}" text-anchor="end" fill="${COLOURS.quiet}"`;
      return line + text(PLOT.left - 14, y(tick) + 8, label(tick), style);
    })
    .join('');
}

function drawDays({ first, days }: Span, x: AxisX): string {
  const steps = Math.min(4, days);
  const shown = Array.from({ length: steps + 1 }, (_, at) => plusDays(first, Math.round((days * at) / (steps || 1))));
  return shown
    .map((day, at) => {
      const anchor = steps === 0 ? 'middle' : at === 0 ? 'start' : at === steps ? 'end' : 'middle';
      return text(
        x(day),
        PLOT.bottom + 36,
        shortDay(day),
        `font-size="${SMALL}" text-anchor="${anchor}" fill="${COLOURS.quiet}"`,
      );
    })
    .join('');
}

/** The band of what was usual, as far as it was known at each value. */
function drawUsual(stretch: ChartPoint[], bounds: ChartPanel['bounds'], x: AxisX, y: AxisY): string {
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

function drawTargets(targets: ChartPanel['targets'], { first, days }: Span, x: AxisX, y: AxisY): string {
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

function drawBreak(before: ChartPoint | undefined, point: ChartPoint, x: AxisX): string[] {
  if (!before || before.version === point.version) return [];
  const at = round((x(before.on) + x(point.on)) / 2);
  return [
    `<path d="M${at} ${PLOT.top - 4}V${PLOT.bottom}" stroke="${COLOURS.quiet}" stroke-width="3" stroke-dasharray="2 8" stroke-linecap="round"/>`,
  ];
}

function drawLine(stretch: ChartPoint[], x: AxisX, y: AxisY): string {
  const counted = stretch.filter(({ mark }) => mark !== 'challenged' && mark !== 'unverified');
  if (counted.length === 0) return '';
  const path = counted.map(({ on, value }) => `${round(x(on))} ${round(y(value))}`).join('L');
  return `<path d="M${path}" fill="none" stroke="${COLOURS.line}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>`;
}

function drawPoint({ mark }: ChartPoint, x: number, y: number): string {
  const [cx, cy] = [round(x), round(y)];
  const dot = `<circle cx="${cx}" cy="${cy}" r="7" fill="${COLOURS.line}"/>`;
  if (mark === 'signal') return diamond(cx, cy);
  if (mark) return waiting(cx, cy);
  return dot;
}

const diamond = (x: number, y: number) =>
  `<path d="M${x} ${round(y - 17)}L${round(x + 17)} ${y}L${x} ${round(y + 17)}L${round(x - 17)} ${y}Z" fill="${COLOURS.signal}" stroke="${COLOURS.paper}" stroke-width="3"/>`;

const waiting = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="11" fill="${COLOURS.paper}" stroke="${COLOURS.text}" stroke-width="4" stroke-dasharray="6 4"/>`;

/** Only what is in the picture is explained. */
function drawLegend(panels: readonly ChartPanel[]): string {
  const points = panels.flatMap((panel) => panel.points);
  const line = (style: string) => `<path d="M0 -8H38" ${style}/>`;
  const entries = [
    points.some(({ mark }) => mark === 'signal') && { sign: diamond(19, -8), words: 'worth talking about' },
    points.some(({ limits }) => limits) && {
      sign: `<rect x="0" y="-20" width="38" height="24" fill="${COLOURS.usual}" stroke="${COLOURS.usualEdge}" stroke-width="2"/>`,
      words: 'usual',
    },
    panels.some(({ targets }) => targets.length > 0) && {
      sign: line(`stroke="${COLOURS.target}" stroke-width="5" stroke-dasharray="16 6"`),
      words: 'target',
    },
    points.some(({ mark }) => mark === 'challenged' || mark === 'unverified') && {
      sign: waiting(19, -8),
      words: 'waits',
    },
    panels.some((panel) => stretchesOf(panel.points).length > 1) && {
      sign: line(`stroke="${COLOURS.quiet}" stroke-width="4" stroke-dasharray="2 9" stroke-linecap="round"`),
      words: 'defined anew',
    },
  ].filter((entry) => entry !== false);
  let left = 24;
  return entries
    .map(({ sign, words }) => {
      const drawn = `<g transform="translate(${left} 26)">${sign}${text(50, 0, words, `font-size="${SMALL}" fill="${COLOURS.text}"`)}</g>`;
      // About what DejaVu Sans takes for a letter.
      left += 50 + Math.ceil(words.length * SMALL * 0.56) + 22;
      return drawn;
    })
    .join('');
}

/** Values in a row under one definition. */
function stretchesOf(points: readonly ChartPoint[]): ChartPoint[][] {
  const stretches: ChartPoint[][] = [];
  for (const point of points) {
    const current = stretches.at(-1);
    if (current?.at(-1)?.version === point.version) current.push(point);
    else stretches.push([point]);
  }
  return stretches;
}

function within(limits: ProcessLimits | undefined, { from, to }: ChartPanel['bounds']): ProcessLimits | undefined {
  if (!limits) return undefined;
  const { mean, lower, upper } = limits;
  return { mean, lower: Math.max(lower, from ?? lower), upper: Math.min(upper, to ?? upper) };
}

function text(x: number, y: number, words: string, style: string): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${round(x)}" y="${round(y)}" ${style}>${safe}</text>`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
