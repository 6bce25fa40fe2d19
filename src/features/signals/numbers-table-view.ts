import type { KnownBlock, ModalView } from '@slack/types';
import { context, header, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readablePeriod } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { isComparable } from '../observations/comparable.ts';
import { readableLeftOut } from '../observations/left-out.ts';
import { readableInterpretation, readableUsual } from './readable-signal.ts';
import type { MetricReading, ReadPeriod } from './reading.ts';

/** As many as the pictures show. */
const MOST_ROWS = 26;
/** Each takes up to four blocks of the hundred that a window holds. */
const MOST_METRICS = 24;

/** The numbers behind the pictures, in rows that line up; the latest first. */
export function numbersTableView(readings: readonly MetricReading[]): ModalView {
  const shown = readings.slice(0, MOST_METRICS);
  const more = readings.length - shown.length;
  return {
    type: 'modal',
    title: plainText('Numbers'),
    close: plainText('Close'),
    blocks: [
      ...shown.flatMap(metricBlocks),
      ...(shown.length === 0 ? [section('No numbers yet: they come with answered check-ins.')] : []),
      ...(more > 0 ? [context(`…and ${more} more metrics.`)] : []),
    ],
  };
}

function metricBlocks(reading: MetricReading): KnownBlock[] {
  const { metric, periods, values, interpretations, missing } = reading;
  const rows = periods.slice(-MOST_ROWS).reverse();
  const leftOut = readableLeftOut(values);
  const notes = [
    ...(missing > 0 && rows.length > 0 ? [`${missing} more values until it can be said what is usual.`] : []),
    ...(leftOut ? [`${leftOut}.`] : []),
    ...interpretations.slice(-5).map((said) => `${said.periodOn}: ${readableInterpretation(said)}`),
  ];
  return [
    header(metric.name),
    section(rows.length === 0 ? 'No value that counts.' : inLines(rows.map((read) => cells(reading, read)))),
    ...(notes.length > 0 ? [context(cut(escapeMrkdwn(notes.join('\n')), 2900))] : []),
  ];
}

function cells(reading: MetricReading, read: ReadPeriod): string[] {
  const { period, value, limits, signal, isRunning } = read;
  const at = reading.periods.indexOf(read);
  const before = reading.periods[at - 1];
  const notes = [
    isRunning && 'so far',
    signal && 'worth talking about',
    before && !isComparable(before, read) && 'defined anew',
    limits && `usual: ${readableUsual(reading, limits, read)}`,
  ];
  return [readablePeriod(period), readableValue(value, read), notes.filter(Boolean).join('; ')];
}

/** Columns of one width each, so that a screen reader reads whole lines and eyes read columns. */
function inLines(rows: string[][]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  // A backtick would end the block it stands in.
  const kept = cut(escapeMrkdwn(lines.join('\n')).replaceAll('`', "'"), 2900);
  return `\`\`\`\n${kept}\n\`\`\``;
}
