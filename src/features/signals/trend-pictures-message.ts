import type { PictureBlock } from '../../platform/slack/picture.ts';
import { chartWords } from './chart-words.ts';
import { type ChartPanel, trendChart } from './trend-chart.ts';

/** As many pictures as somebody looks at. */
const MOST = 6;

/** A picture for each of these, pairs in one. */
export function trendPictures(charts: readonly ChartPanel[][]): PictureBlock[] {
  return charts.slice(0, MOST).map((panels) => ({
    type: 'picture',
    svg: trendChart(panels).svg,
    altText: chartWords(panels),
  }));
}
