import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { readableVoiceCounts } from '../features/customer-voice/readable-voice-import.ts';
import { recordVoiceFile, type VoiceFileRecorded } from '../features/customer-voice/record-voice-file.ts';
import { readScale } from '../features/customer-voice/score.ts';
import type { DateOrder } from '../features/customer-voice/sent-voice.ts';
import { type MappingWishes, VOICE_COLUMNS } from '../features/customer-voice/survey-export.ts';
import { loadSourceOfFile } from '../features/governance/load-sources.ts';
import { refreshQuotingDigests } from '../features/wins/refresh-quoting-digests.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { Encoding } from '../platform/csv/decode-text.ts';
import { createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

interface ImportVoiceOptions {
  source: string;
  column: MappingWishes['columns'];
  said: MappingWishes['source'];
  scale?: string;
  dates?: DateOrder;
  encoding: Encoding;
  dryRun?: true;
  partial?: true;
  json?: true;
}

const MOST_TOLD = 1000;

/** `import voice FILE`. */
export function defineImportVoice(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('voice')
    .description(
      'Puts the answers of a survey on record: all of them or, when a row is bad, none. The exports of Delighted, ' +
        'SurveyMonkey, Zendesk (satisfaction) and Typeform are known by their headers. The same file again changes nothing.',
    )
    .argument('<FILE>', 'a CSV file with a header')
    .requiredOption('--source <KEY>', 'the source it comes from; `sources list` shows them')
    .addOption(
      new Option('--column <FIELD=NAME>', `which column holds what; may be given several times`)
        .argParser(readColumn)
        .default({}, 'as the header looks'),
    )
    .addOption(new Option('--scale <SCALE>', 'of all scores: nps, csat (1 to 5) or such as csat:1-7').argParser(scale))
    .addOption(new Option('--said <WHERE>', 'where customers said it').choices(['survey', 'support', 'call', 'email']))
    .addOption(new Option('--dates <ORDER>', 'how days are written').choices(['iso', 'mdy', 'dmy']))
    .addOption(new Option('--encoding <NAME>', 'how it is written').choices(['utf-8', 'latin1']).default('utf-8'))
    .option('--dry-run', 'only tell what would become of each row')
    .option('--partial', 'keep the good rows though others are bad')
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText(
      'after',
      [
        '',
        `Fields: ${VOICE_COLUMNS.join(', ')}. A column that is named like a field is taken for it. Names of`,
        'columns are told in small letters, with _ for spaces. Without a key, what a row says is its name.',
        '',
        'Examples:',
        '  npm run cli -- import voice delighted.csv --source delighted --dry-run',
        '  npm run cli -- import voice answers.csv --source survey --column score=q1 --column on=day --scale csat:1-7',
        '  npm run --silent cli -- import voice zendesk.csv --source zendesk --partial --json',
        '',
        'Ends with 1 when a row was refused.',
      ].join('\n'),
    )
    .action(async (path: string, options: ImportVoiceOptions) => {
      await access(path).catch((cause: unknown) => {
        throw new Error(`The file ${path} cannot be read. Give the path of a CSV file.`, { cause });
      });
      const result = await importFile(path, surroundings, options);
      tell(result, path, surroundings, options);
      end(result.outcome === 'unreadable' || result.recorded.refused > 0 ? 1 : 0);
    });
}

function importFile(
  path: string,
  { env, clock, redraw }: Surroundings,
  options: ImportVoiceOptions,
): Promise<VoiceFileRecorded> {
  const { database, slack } = readConfig(env);
  return withDatabase(database, async (db) => {
    const client = createSlackClient(slack.botToken, slack.apiUrl);
    const now = clock.now();
    const workspaceId = await takeUpWorkspace(db, { client, now });
    const found = await loadSourceOfFile(db, { workspaceId, key: options.source, sends: 'customer_voice' });
    if (!found.ok) return { outcome: 'unreadable', problem: found.problem };
    const { column: columns, said, scale, dates, encoding, dryRun, partial } = options;
    return recordVoiceFile(db, {
      workspaceId,
      origin: options.source,
      bytes: createReadStream(path),
      encoding,
      wishes: {
        ...(columns && { columns }),
        ...(said && { source: said }),
        ...(scale && { scale }),
        ...(dates && { dates }),
      },
      isPartial: partial === true,
      isDryRun: dryRun === true,
      onRead: (rows) => redraw?.(`${rows} rows read`),
      now,
      refreshQuoting: refreshQuotingDigests,
    });
  });
}

function tell(
  result: VoiceFileRecorded,
  path: string,
  { say, complain }: Surroundings,
  options: ImportVoiceOptions,
): void {
  if (result.outcome === 'unreadable') {
    if (options.json) say(JSON.stringify(result, null, 2));
    else complain(`${path}: ${result.problem} Nothing was put on record.`);
    return;
  }
  const { readAs, unusedColumns, recorded } = result;
  const { outcomes: _, ...counts } = recorded;
  if (options.json) {
    say(JSON.stringify({ readAs, unusedColumns, ...counts }, null, 2));
    return;
  }
  for (const { at, field, reason } of recorded.problems.slice(0, MOST_TOLD)) {
    complain(`${path}: line ${at}, ${field}: ${reason}`);
  }
  const untold = recorded.problems.length - MOST_TOLD;
  if (untold > 0) complain(`…and ${untold} more rows are refused.`);
  say(`Read as: ${readAs}.`);
  if (unusedColumns.length > 0) say(`Not used: the columns ${unusedColumns.join(', ')}.`);
  say(`${readableVoiceCounts(recorded)}.`);
  if (options.dryRun) say('This was a dry run: nothing was put on record.');
  else if (!recorded.isApplied)
    complain('Nothing was put on record. Mend the rows, or keep the others with --partial.');
}

function readColumn(text: string, before: MappingWishes['columns']): MappingWishes['columns'] {
  const [, name = '', column] = /^(\w+)=(.+)$/.exec(text) ?? [];
  const field = VOICE_COLUMNS.find((one) => one === name);
  if (!field || column === undefined) {
    throw new InvalidArgumentError(`Write it as score=q1. The fields are ${VOICE_COLUMNS.join(', ')}.`);
  }
  return { ...before, [field]: column };
}

function scale(text: string): string {
  if (!readScale(text)) throw new InvalidArgumentError('Give nps, csat or such as csat:1-7.');
  return text;
}
