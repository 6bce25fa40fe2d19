import { readableDay } from '../../platform/time/calendar-day.ts';
import type { ChartPanel } from './trend-chart.ts';

/** What a picture shows, for those who do not see it; the table beside it has every number. */
export function chartWords(panels: readonly ChartPanel[]): string {
  return panels.map(panelWords).join(' ');
}

function panelWords({ name, unit, direction, latest, points, targets }: ChartPanel): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${name}: no value.`;
  const values = points.map(({ value }) => value);
  const count = (mark: string) => points.filter((point) => point.mark === mark).length;
  const breaks = points.filter(({ version }, at) => at > 0 && points[at - 1]?.version !== version).length;
  const target = targets.at(-1);
  const [signals, challenged, unverified] = [count('signal'), count('challenged'), count('unverified')];
  const parts = [
    `${points.length === 1 ? 'one value' : `${points.length} values`} up to ${readableDay(last.on)}`,
    points.length > 1 && `between ${short(Math.min(...values))} and ${short(Math.max(...values))} ${unit}`.trimEnd(),
    `the last ${latest}`,
    `${direction} is better`,
    target && `target ${short(target.value)}`,
    signals > 0 && `${signals} worth talking about`,
    challenged > 0 && `${challenged} challenged`,
    unverified > 0 && `${unverified} not verified`,
    breaks > 0 && (breaks === 1 ? 'defined anew once' : `defined anew ${breaks} times`),
  ];
  return `${name}: ${parts.filter(Boolean).join(', ')}.`;
}

function short(number: number): string {
  return String(Number(number.toFixed(2)));
}
