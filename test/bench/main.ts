import type { Bench, Figure } from './bench.ts';
import { coach } from './coach.ts';
import { delivery } from './delivery.ts';
import { form } from './form.ts';
import { importing } from './metrics/import.ts';
import { metrics } from './metrics.ts';
import { startup } from './startup.ts';

const benches: Bench[] = [startup, delivery, metrics, importing, coach, form];

const USAGE = [
  'Usage: npm run bench -- NAME [--json]',
  '',
  ...benches.map(({ name, says }) => `  ${name.padEnd(12)} ${says}`),
].join('\n');

const args = process.argv.slice(2);
const names = args.filter((argument) => !argument.startsWith('--'));
const bench = benches.find(({ name }) => name === names[0]);

if (bench) {
  const figures = await bench.run();
  console.log(args.includes('--json') ? asLines(bench, figures) : asTable(figures));
} else {
  console.log(names[0] === undefined ? USAGE : `There is no bench called ${names[0]}.\n\n${USAGE}`);
  process.exitCode = names[0] === undefined ? 0 : 2;
}

function asLines({ name }: Bench, figures: Figure[]): string {
  return figures.map((figure) => JSON.stringify({ bench: name, ...figure })).join('\n');
}

function asTable(figures: Figure[]): string {
  const rows = figures.map(({ figure, value, unit }) => [figure, value.toFixed(2), unit] as const);
  const [longest, widest] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([figure, value, unit]) => `${figure.padEnd(longest ?? 0)}  ${value.padStart(widest ?? 0)} ${unit}`)
    .join('\n');
}
