import { type CalendarDay, daysBetween, plusDays, shortDay } from '../../platform/time/calendar-day.ts';
import { COLOURS, round, SMALL, text } from '../signals/chart-shapes.ts';
import type { Win } from './win.ts';
import { readableKind, WIN_KINDS, type WinKind } from './win-kinds.ts';

/** How many weeks the picture looks back, the week of the digest with them. */
export const CHART_WEEKS = 8;

const WIDTH = 1000;
const HEIGHT = 420;
const PLOT = { left: 40, right: 980, top: 30, bottom: 270 };
const BAR = 70;

/** Of Okabe and Ito's palette; what nobody gave a kind is grey. */
const FILLS: Record<WinKind | 'unsaid', string> = {
  adoption: '#0072B2',
  time_to_value: '#56B4E9',
  renewal: '#009E73',
  expansion: '#E69F00',
  satisfaction: '#CC79A7',
  risk_averted: '#D55E00',
  unsaid: '#9A9A9A',
};
const STACK = [...WIN_KINDS, 'unsaid'] as const;

type Counted = Pick<Win, 'kind' | 'wonOn'>;

/** Wins a week by kind, up to the week that ends on `to`. The same wins give the same picture, byte by byte. */
export function winChart(wins: readonly Counted[], to: CalendarDay): { svg: string; altText: string } {
  const weeks = Array.from({ length: CHART_WEEKS }, (_, at) => {
    const end = plusDays(to, (at - CHART_WEEKS + 1) * 7);
    return { end, wins: wins.filter(({ wonOn }) => wonOn <= end && daysBetween(wonOn, end) < 7) };
  });
  const most = Math.max(1, ...weeks.map((week) => week.wins.length));
  const step = (PLOT.right - PLOT.left) / CHART_WEEKS;
  const unit = (PLOT.bottom - PLOT.top) / most;
  const bars = weeks.map((week, at) => {
    const middle = PLOT.left + step * (at + 0.5);
    let top = PLOT.bottom;
    const parts = STACK.map((kind) => {
      const height = week.wins.filter((win) => (win.kind ?? 'unsaid') === kind).length * unit;
      top -= height;
      return height === 0 ? '' : rectangle({ x: middle - BAR / 2, y: top, width: BAR, height, fill: FILLS[kind] });
    });
    const count = week.wins.length > 0 ? centred(middle, top - 8, String(week.wins.length)) : '';
    return `${parts.join('')}${count}${centred(middle, PLOT.bottom + 34, shortDay(week.end))}`;
  });
  const there = STACK.filter((kind) => weeks.some((week) => week.wins.some((win) => (win.kind ?? 'unsaid') === kind)));
  const legend = there.map((kind, at) => {
    const [x, y] = [PLOT.left + (at % 4) * 240, PLOT.bottom + 80 + Math.floor(at / 4) * 40];
    const words = kind === 'unsaid' ? 'no kind said' : readableKind(kind);
    return `${rectangle({ x, y: y - 18, width: 22, height: 22, fill: FILLS[kind] })}${text(x + 32, y, words, LABEL)}`;
  });
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans">`;
  const paper = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>`;
  const rows = weeks.map((week) => `${shortDay(week.end)} ${week.wins.length}`).join(', ');
  return {
    svg: `${open}${paper}${bars.join('')}${legend.join('')}</svg>`,
    altText: `Client wins a week over the last ${CHART_WEEKS} weeks, by the day on which the week ends: ${rows}.`,
  };
}

const LABEL = `font-size="${SMALL}" fill="${COLOURS.text}"`;

function centred(x: number, y: number, words: string): string {
  return text(x, y, words, `${LABEL} text-anchor="middle"`);
}

function rectangle(at: { x: number; y: number; width: number; height: number; fill: string }): string {
  const { x, y, width, height, fill } = at;
  return `<rect x="${round(x)}" y="${round(y)}" width="${width}" height="${round(height)}" fill="${fill}"/>`;
}
