import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { readableCounts, readableRowProblem } from '../features/intake/readable-import.ts';
import { type FileRecorded, recordObservationFile } from '../features/intake/record-observation-file.ts';
import {
  ENDS_WITH,
  type FileOptions,
  fileCommand,
  importFrom,
  MOST_PROBLEMS,
  tellRecorded,
  tellUnreadable,
  unusedLines,
} from './file-import.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

interface ImportOptions extends FileOptions {
  decimal?: 'point' | 'comma';
}

const BAR = 20;

/** `import observations FILE`. */
export function defineImportObservations(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return fileCommand('observations', 'with the columns metric, member (e-mail or Slack id), on (2026-03-26) and value')
    .description(
      'Puts the values of a CSV file on record: all of them or, when a row is bad, none. The same file again changes ' +
        'nothing; a row with the same key and another value is a correction.',
    )
    .addOption(new Option('--decimal <MARK>', 'what stands before decimals in it').choices(['point', 'comma']))
    .addHelpText(
      'after',
      [
        '',
        'The file may also have the columns key, evidence_url, note, segment, tier, product_line and region. Commas,',
        'semicolons or tabs stand between the columns. Without a key, metric, member, day and dimensions name a value.',
        '',
        'Examples:',
        '  npm run cli -- import observations march.csv --source helpdesk --dry-run',
        '  npm run cli -- import observations march.csv --source helpdesk --decimal comma --encoding latin1',
        '  npm run --silent cli -- import observations march.csv --source helpdesk --partial --json',
        '',
        ENDS_WITH,
      ].join('\n'),
    )
    .action(async (path: string, options: ImportOptions) => {
      const result = await importFile(path, surroundings, options);
      tell(result, path, surroundings, options);
      end(result.outcome === 'unreadable' || result.recorded.refused > 0 ? 1 : 0);
    });
}

function importFile(
  path: string,
  surroundings: Surroundings,
  { source, decimal, encoding, dryRun, partial }: ImportOptions,
): Promise<FileRecorded> {
  return importFrom({ path, source, sends: 'observations' }, surroundings, async (db, place) => {
    const { size } = await stat(path);
    const bytes = createReadStream(path);
    return recordObservationFile(db, {
      ...place,
      source,
      recordedById: source,
      bytes,
      encoding,
      ...(decimal && { decimalMark: decimal === 'comma' ? ',' : '.' }),
      isPartial: partial === true,
      isDryRun: dryRun === true,
      mostProblems: MOST_PROBLEMS,
      onRead: (rows) => surroundings.redraw?.(`${bar(size === 0 ? 1 : bytes.bytesRead / size)} ${rows} rows read`),
    });
  });
}

function tell(result: FileRecorded, path: string, surroundings: Surroundings, options: ImportOptions): void {
  if (options.json) {
    surroundings.say(JSON.stringify(result, null, 2));
    return;
  }
  if (result.outcome === 'unreadable') {
    tellUnreadable(result.problem, path, surroundings);
    return;
  }
  const { recorded, unusedColumns } = result;
  const { problems, refused, isApplied } = recorded;
  const told = {
    problems: problems.map(readableRowProblem),
    untold: refused - new Set(problems.map(({ at }) => at)).size,
    about: unusedLines(unusedColumns),
    counts: readableCounts(recorded),
    isApplied,
  };
  tellRecorded(told, path, surroundings, options);
}

function bar(share: number): string {
  const full = Math.floor(Math.min(1, share) * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}
