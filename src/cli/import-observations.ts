import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { loadSourceOfFile } from '../features/governance/load-sources.ts';
import { readableCounts, readableRowProblem } from '../features/intake/readable-import.ts';
import { type FileRecorded, recordObservationFile } from '../features/intake/record-observation-file.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { Encoding } from '../platform/csv/decode-text.ts';
import { createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

interface ImportOptions {
  source: string;
  decimal?: 'point' | 'comma';
  encoding: Encoding;
  dryRun?: true;
  partial?: true;
  json?: true;
}

const MOST_PROBLEMS = 1000;
const BAR = 20;

/** `import observations FILE`. */
export function defineImportObservations(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('observations')
    .description(
      'Puts the values of a CSV file on record: all of them or, when a row is bad, none. The same file again changes ' +
        'nothing; a row with the same key and another value is a correction.',
    )
    .argument('<FILE>', 'with the columns metric, member (e-mail or Slack id), on (2026-03-26) and value')
    .requiredOption('--source <KEY>', 'the source it comes from; `sources list` shows them')
    .addOption(new Option('--decimal <MARK>', 'what stands before decimals in it').choices(['point', 'comma']))
    .addOption(new Option('--encoding <NAME>', 'how it is written').choices(['utf-8', 'latin1']).default('utf-8'))
    .option('--dry-run', 'only tell what would become of each row')
    .option('--partial', 'keep the good rows though others are bad')
    .option('--json', 'answer in JSON, for scripts')
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
        'Ends with 1 when a row was refused.',
      ].join('\n'),
    )
    .action(async (path: string, options: ImportOptions) => {
      const { size } = await stat(path).catch((cause: unknown) => {
        throw new Error(`The file ${path} cannot be read. Give the path of a CSV file.`, { cause });
      });
      const result = await importFile({ path, size }, surroundings, options);
      tell(result, path, surroundings, options);
      end(result.outcome === 'unreadable' || result.recorded.refused > 0 ? 1 : 0);
    });
}

function importFile(
  { path, size }: { path: string; size: number },
  { env, clock, redraw }: Surroundings,
  { source: key, decimal, encoding, dryRun, partial }: ImportOptions,
): Promise<FileRecorded> {
  const { database, slack } = readConfig(env);
  return withDatabase(database, async (db) => {
    const client = createSlackClient(slack.botToken, slack.apiUrl);
    const now = clock.now();
    const workspaceId = await takeUpWorkspace(db, { client, now });
    const found = await loadSourceOfFile(db, { workspaceId, key, sends: 'observations' });
    if (!found.ok) return { outcome: 'unreadable', problem: found.problem };
    const bytes = createReadStream(path);
    return recordObservationFile(db, {
      workspaceId,
      source: key,
      recordedById: key,
      bytes,
      encoding,
      ...(decimal && { decimalMark: decimal === 'comma' ? ',' : '.' }),
      isPartial: partial === true,
      isDryRun: dryRun === true,
      mostProblems: MOST_PROBLEMS,
      onRead: (rows) => redraw?.(`${bar(size === 0 ? 1 : bytes.bytesRead / size)} ${rows} rows read`),
      now,
    });
  });
}

function tell(result: FileRecorded, path: string, { say, complain }: Surroundings, options: ImportOptions): void {
  if (options.json) {
    say(JSON.stringify(result, null, 2));
    return;
  }
  if (result.outcome === 'unreadable') {
    complain(`${path}: ${result.problem} Nothing was put on record.`);
    return;
  }
  const { recorded, unusedColumns } = result;
  const { problems, refused, isApplied } = recorded;
  for (const problem of problems) complain(`${path}: ${readableRowProblem(problem)}`);
  const told = new Set(problems.map(({ at }) => at)).size;
  if (refused > told) complain(`…and ${refused - told} more rows are refused.`);
  if (unusedColumns.length > 0) say(`Not used: the columns ${unusedColumns.join(', ')}.`);
  say(`${readableCounts(recorded)}.`);
  if (options.dryRun) say('This was a dry run: nothing was put on record.');
  else if (!isApplied) complain('Nothing was put on record. Mend the rows, or keep the others with --partial.');
}

function bar(share: number): string {
  const full = Math.floor(Math.min(1, share) * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}
