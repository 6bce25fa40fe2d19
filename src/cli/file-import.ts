import { stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { loadSourceOfFile } from '../features/governance/load-sources.ts';
import type { Permission } from '../features/governance/source.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { Encoding } from '../platform/csv/decode-text.ts';
import type { Database } from '../platform/storage/database.ts';
import { createSlackClient } from './slack-client.ts';
import type { Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

// What the import of a file asks and says, whatever the file holds.

export interface FileOptions {
  source: string;
  encoding: Encoding;
  dryRun?: true;
  partial?: true;
  json?: true;
}

export const ENDS_WITH = 'Ends with 1 when a row was refused.';
/** More bad rows than these are told by their number. */
export const MOST_PROBLEMS = 1000;

/** A command that takes a file; `holds`, what is to be in it. */
export function fileCommand(name: string, holds: string): Command {
  return new Command(name)
    .argument('<FILE>', holds)
    .requiredOption('--source <KEY>', 'the source it comes from; `sources list` shows them')
    .addOption(new Option('--encoding <NAME>', 'how it is written').choices(['utf-8', 'latin1']).default('utf-8'))
    .option('--dry-run', 'only tell what would become of each row')
    .option('--partial', 'keep the good rows though others are bad')
    .option('--json', 'answer in JSON, for scripts');
}

interface Place {
  workspaceId: string;
  now: Date;
}

/** Does something with the file of a source, once it is known that there is the file, and a source that sends such files. */
export async function importFrom<Recorded>(
  { path, source, sends }: { path: string; source: string; sends: Permission },
  { env, clock }: Surroundings,
  record: (db: Database, place: Place) => Promise<Recorded>,
): Promise<Recorded | { outcome: 'unreadable'; problem: string }> {
  const file = await stat(path).catch(() => undefined);
  if (!file || file.isDirectory()) throw new Error(`The file ${path} cannot be read. Give the path of a CSV file.`);
  const { database, slack } = readConfig(env);
  return withDatabase(database, async (db) => {
    const client = createSlackClient(slack.botToken, slack.apiUrl);
    const now = clock.now();
    const workspaceId = await takeUpWorkspace(db, { client, now });
    const found = await loadSourceOfFile(db, { workspaceId, key: source, sends });
    return found.ok ? record(db, { workspaceId, now }) : { outcome: 'unreadable', problem: found.problem };
  });
}

interface Told {
  /** Lines about single rows. */
  problems: string[];
  /** Refused rows that none of them is about. */
  untold: number;
  /** What else there is to say of the file. */
  about: string[];
  counts: string;
  isApplied: boolean;
}

export function tellUnreadable(problem: string, path: string, { complain }: Surroundings): void {
  complain(`${path}: ${problem} Nothing was put on record.`);
}

export function tellRecorded(told: Told, path: string, { say, complain }: Surroundings, { dryRun }: FileOptions): void {
  for (const problem of told.problems) complain(`${path}: ${problem}`);
  if (told.untold > 0) complain(`…and ${told.untold} more rows are refused.`);
  for (const line of told.about) say(line);
  say(`${told.counts}.`);
  if (dryRun) say('This was a dry run: nothing was put on record.');
  else if (!told.isApplied) complain('Nothing was put on record. Mend the rows, or keep the others with --partial.');
}

/** Columns that are not ours are not an error: exports have many. */
export function unusedLines(columns: readonly string[]): string[] {
  return columns.length > 0 ? [`Not used: the columns ${columns.join(', ')}.`] : [];
}
