import { type CalendarDay, daysBetween, plusDays, shortDay } from '../../platform/time/calendar-day.ts';
import { type Axes, drawCurves, type Span, stretchesOf, within } from './chart-curves.ts';
import { COLOURS, diamond, round, running, SMALL, TEXT, text, waiting } from './chart-shapes.ts';
import { drawableText } from './drawable-text.ts';
import type { ProcessLimits } from './process-limits.ts';
import { type Scale, scaleFor } from './scale.ts';

export interface ChartPoint {
  on: CalendarDay;
  value: number;
  /** Points of one number here can be compared, whatever else was defined anew; the line is broken where it changes. */
  version: number;
  /** What was usual when it came; undefined while too little was known. */
  limits: ProcessLimits | undefined;
  /**
   * Worth talking about; its period is running, so more may come; or it waits, challenged or to be verified, and counts
   * nowhere until then.
   */
  mark?: 'signal' | 'running' | 'challenged' | 'unverified';
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

const WIDTH = 1000;
/** Of a panel alone; two together are lower, or their letters would come out too small. */
const PANEL_HEIGHTS = { alone: 390, together: 310 };
const LEGEND_HEIGHT = 56;
const PLOT = { left: 104, right: 972, top: 96, belowIt: 60 };

/** One or more metrics over one time, one below the other. The same panels give the same picture, byte by byte. */
export function trendChart(panels: readonly ChartPanel[]): Chart {
  const days = panels.flatMap(({ points }) => points.map(({ on }) => on)).sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('a chart needs a value');
  const span = { first, days: daysBetween(first, last) };
  const panelHeight = panels.length > 1 ? PANEL_HEIGHTS.together : PANEL_HEIGHTS.alone;
  const height = panels.length * panelHeight + LEGEND_HEIGHT;
  const drawn = panels.map(
    (panel, at) =>
      `<g transform="translate(0 ${at * panelHeight})">${drawPanel(panel, span, panelHeight - PLOT.belowIt)}</g>`,
  );
  const legend = `<g transform="translate(0 ${panels.length * panelHeight})">${drawLegend(panels)}</g>`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="DejaVu Sans">`;
  const paper = `<rect width="${WIDTH}" height="${height}" fill="${COLOURS.paper}"/>`;
  return { svg: `${open}${paper}${drawn.join('')}${legend}</svg>`, width: WIDTH, height };
}

function drawPanel(panel: ChartPanel, span: Span, bottom: number): string {
  const { points, targets } = panel;
  const scale = scaleFor([
    ...points.map(({ value }) => value),
    ...points.flatMap(({ limits }) => Object.values(within(limits, panel.bounds) ?? {})),
    ...targets.map(({ value }) => value),
  ]);
  // A single day lies in the middle.
  const share = (day: CalendarDay) => (span.days === 0 ? 0.5 : daysBetween(span.first, day) / span.days);
  const axes = {
    x: (day: CalendarDay) => PLOT.left + share(day) * (PLOT.right - PLOT.left),
    y: (value: number) => bottom - scale.share(value) * (bottom - PLOT.top),
    top: PLOT.top,
    bottom,
  };
  return [drawHead(panel), drawGrid(scale, axes), drawDays(span, axes), drawCurves(panel, span, axes)].join('');
}

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

function drawGrid({ ticks, label }: Scale, { y }: Axes): string {
  return ticks
    .map((tick) => {
      const line = `<path d="M${PLOT.left} ${round(y(tick))}H${PLOT.right}" stroke="${COLOURS.grid}" stroke-width="2"/>`;
      const style = `font-size="${SMALL}" text-anchor="end" fill="${COLOURS.quiet}"`;
      return line + text(PLOT.left - 14, y(tick) + 8, label(tick), style);
    })
    .join('');
}

function drawDays({ first, days }: Span, { x, bottom }: Axes): string {
  const steps = Math.min(4, days);
  const shown = Array.from({ length: steps + 1 }, (_, at) => plusDays(first, Math.round((days * at) / (steps || 1))));
  return shown
    .map((day, at) => {
      const anchor = steps === 0 ? 'middle' : at === 0 ? 'start' : at === steps ? 'end' : 'middle';
      return text(
        x(day),
        bottom + 36,
        shortDay(day),
        `font-size="${SMALL}" text-anchor="${anchor}" fill="${COLOURS.quiet}"`,
      );
    })
    .join('');
}

/** Only what is in the picture is explained. */
function drawLegend(panels: readonly ChartPanel[]): string {
  const points = panels.flatMap((panel) => panel.points);
  const line = (style: string) => `<path d="M0 -8H38" ${style}/>`;
  const entries = [
    points.some(({ mark }) => mark === 'signal') && { sign: diamond(19, -8), words: 'worth talking about' },
    points.some(({ mark }) => mark === 'running') && { sign: running(19, -8), words: 'so far' },
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
