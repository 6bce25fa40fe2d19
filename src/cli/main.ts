import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../app.ts';
import { runCommandLine } from './command-line.ts';

// Whoever reads along may have enough (`| head`). The command still does what it was asked to do.
process.stdout.on('error', () => {});

const isTerminal = process.stdout.isTTY === true;
const CLEAR_LINE = '\r\u001b[2K';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  clock: systemClock,
  say: (line) => process.stdout.write(isTerminal ? `${CLEAR_LINE}${line}\n` : `${line}\n`),
  ...(isTerminal && { redraw: (line: string) => void process.stdout.write(`${CLEAR_LINE}${line}`) }),
  wait: (milliseconds) => delay(milliseconds),
  complain: (line) => process.stderr.write(`${line}\n`),
});
