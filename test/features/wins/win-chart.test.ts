import { describe, expect, it } from 'vitest';
import { CHART_WEEKS, winChart } from '../../../src/features/wins/win-chart.ts';
import { drawPng } from '../../../src/platform/pictures/draw-png.ts';

const wins = [
  { kind: 'renewal', wonOn: '2026-03-27' },
  { kind: 'adoption', wonOn: '2026-03-21' },
  { kind: null, wonOn: '2026-03-20' },
  { kind: 'renewal', wonOn: '2026-01-30' },
] as const;

describe('the picture of wins', () => {
  const { svg, altText } = winChart(wins, '2026-03-27');

  it('says in words what it shows, each win in its week', () => {
    const counts = [...altText.matchAll(/ (\d+)(?:,|\.)/g)].map(([, count]) => Number(count));
    // The last is of 30 January, the day before the eight weeks begin.
    expect(counts).toEqual([...Array(CHART_WEEKS - 2).fill(0), 1, 2]);
  });

  it('names the kinds that are in it, and no other', () => {
    for (const words of ['renewal', 'adoption', 'no kind said']) expect(svg).toContain(`>${words}<`);
    expect(svg).not.toContain('expansion');
  });

  it('can be drawn', async () => {
    expect((await drawPng(svg)).subarray(1, 4).toString()).toMatch(/PNG|80,78,71/);
  });
});
