import { Command } from 'commander';
import { defineImportObservations } from './import-observations.ts';
import { defineImportVoice } from './import-voice.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

export function defineImport(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('import')
    .summary('put what a CSV file holds on record')
    .description('Puts what a CSV file holds on record. The same file again changes nothing.')
    .addCommand(defineImportObservations(surroundings, end))
    .addCommand(defineImportVoice(surroundings, end));
}
