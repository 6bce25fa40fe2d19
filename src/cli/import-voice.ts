import { createReadStream } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readableVoiceCounts } from '../features/customer-voice/readable-voice-import.ts';
import { recordVoiceFile, type VoiceFileRecorded } from '../features/customer-voice/record-voice-file.ts';
import { readScale } from '../features/customer-voice/score.ts';
import type { DateOrder } from '../features/customer-voice/sent-voice.ts';
import { type MappingWishes, VOICE_COLUMNS } from '../features/customer-voice/survey-export.ts';
import { readableRowProblem } from '../features/intake/readable-import.ts';
import { refreshQuotingDigests } from '../features/wins/refresh-quoting-digests.ts';
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

interface ImportVoiceOptions extends FileOptions {
  column: MappingWishes['columns'];
  said: MappingWishes['source'];
  scale?: string;
  dates?: DateOrder;
}

/** `import voice FILE`. */
export function defineImportVoice(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return fileCommand('voice', 'a CSV file with a header')
    .description(
      'Puts the answers of a survey on record: all of them or, when a row is bad, none. The exports of Delighted, ' +
        'SurveyMonkey, Zendesk (satisfaction) and Typeform are known by their headers. The same file again changes nothing.',
    )
    .addOption(
      new Option('--column <FIELD=NAME>', `which column holds what; may be given several times`)
        .argParser(readColumn)
        .default({}, 'as the header looks'),
    )
    .addOption(new Option('--scale <SCALE>', 'of all scores: nps, csat (1 to 5) or such as csat:1-7').argParser(scale))
    .addOption(new Option('--said <WHERE>', 'where customers said it').choices(['survey', 'support', 'call', 'email']))
    .addOption(new Option('--dates <ORDER>', 'how days are written').choices(['iso', 'mdy', 'dmy']))
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
        ENDS_WITH,
      ].join('\n'),
    )
    .action(async (path: string, options: ImportVoiceOptions) => {
      const result = await importFile(path, surroundings, options);
      tell(result, path, surroundings, options);
      end(result.outcome === 'unreadable' || result.recorded.refused > 0 ? 1 : 0);
    });
}

function importFile(
  path: string,
  surroundings: Surroundings,
  { source, column: columns, said, scale, dates, encoding, dryRun, partial }: ImportVoiceOptions,
): Promise<VoiceFileRecorded> {
  return importFrom({ path, source, sends: 'customer_voice' }, surroundings, (db, place) =>
    recordVoiceFile(db, {
      ...place,
      origin: source,
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
      onRead: (rows) => surroundings.redraw?.(`${rows} rows read`),
      refreshQuoting: refreshQuotingDigests,
    }),
  );
}

function tell(result: VoiceFileRecorded, path: string, surroundings: Surroundings, options: ImportVoiceOptions): void {
  if (result.outcome === 'unreadable') {
    if (options.json) surroundings.say(JSON.stringify(result, null, 2));
    else tellUnreadable(result.problem, path, surroundings);
    return;
  }
  const { readAs, unusedColumns, recorded } = result;
  const { outcomes: _, ...counts } = recorded;
  if (options.json) {
    surroundings.say(JSON.stringify({ readAs, unusedColumns, ...counts }, null, 2));
    return;
  }
  const told = {
    problems: recorded.problems.slice(0, MOST_PROBLEMS).map(readableRowProblem),
    untold: recorded.problems.length - MOST_PROBLEMS,
    about: [`Read as: ${readAs}.`, ...unusedLines(unusedColumns)],
    counts: readableVoiceCounts(recorded),
    isApplied: recorded.isApplied,
  };
  tellRecorded(told, path, surroundings, options);
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
