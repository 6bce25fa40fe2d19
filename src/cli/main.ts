import { systemClock } from '../app.ts';
import { runCommandLine } from './command-line.ts';

// Whoever reads along may have enough (`| head`). The command still does what it was asked to do.
process.stdout.on('error', () => {});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  clock: systemClock,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
