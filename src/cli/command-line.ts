import { Command, CommanderError } from 'commander';
import { inOneSentence } from '../failure.ts';
import { defineApply } from './apply.ts';
import { defineDeliveries } from './deliveries.ts';
import { defineDemo } from './demo.ts';
import { defineDoctor } from './doctor.ts';
import { defineExport } from './export.ts';
import { defineImport } from './import.ts';
import { defineMetrics } from './metrics.ts';
import { definePrecedes } from './precedes.ts';
import { defineRunJob } from './run-job.ts';
import { defineSources } from './sources.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** A command of its own, which tells how it ended by `end`. */
type DefineCommand = (surroundings: Surroundings, end: (code: ExitCode) => void) => Command;

const commands: DefineCommand[] = [
  defineDemo,
  defineApply,
  defineDoctor,
  defineRunJob,
  defineDeliveries,
  defineSources,
  defineImport,
  defineExport,
  defineMetrics,
  definePrecedes,
];

const WRONG_USAGE = 2;

/** Runs one command. Resolves with the exit code: 0 done, 1 failed or found problems, 2 wrong usage. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let code = 0;
  const program = new Command('throughline')
    .description('Sets up and looks after a Throughline bot.')
    .usage('COMMAND [options]')
    .helpCommand('help [command]', 'tell more about a command')
    .addHelpText('after', '\nEach command explains itself: npm run cli -- apply --help');
  for (const define of commands) program.addCommand(define(surroundings, (ended) => (code = ended)));
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command
      .exitOverride()
      .showHelpAfterError('(--help tells how it is used)')
      .configureOutput({
        writeOut: (text) => surroundings.say(text.trimEnd()),
        writeErr: (text) => surroundings.complain(text.trimEnd()),
      });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    surroundings.complain(inOneSentence(error));
    return 1;
  }
}
