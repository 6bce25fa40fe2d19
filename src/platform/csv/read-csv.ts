import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeText, type Encoding, UnreadableFile } from './decode-text.ts';
import { delimiterOf } from './delimiter.ts';

/** One line of a table: cells by the names in the header, in small letters. */
export interface CsvRow {
  /** Where it begins in the file; the header is 1. */
  line: number;
  cells: Readonly<Record<string, string>>;
  /** More or fewer cells than the header has; the cells cannot be trusted to stand under their names. */
  problem?: string;
}

const MOST_ROW_CHARACTERS = 100_000;
const MOST_COLUMNS = 200;
/** A header longer than this is none. */
const HEADER_CHARACTERS = 64 * 1024;

/**
 * Reads a CSV file row by row, whatever its size. Commas, semicolons, tabs and bars may stand between cells, the header
 * tells which; lines end in any way; quoted cells may hold line breaks. What cannot be read throws `UnreadableFile`.
 * A name that comes twice in the header is refused, or `numbered`: the second `other` is `other_2`.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  { encoding = 'utf-8', repeated = 'refused' }: { encoding?: Encoding; repeated?: 'refused' | 'numbered' } = {},
): AsyncGenerator<CsvRow> {
  const text = decodeText(bytes, encoding);
  const { start, skipped } = await readStart(text);
  const delimiter = delimiterOf(start);
  if (delimiter === undefined) {
    throw new UnreadableFile('The first line has one column only. Put commas, semicolons or tabs between the columns.');
  }
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_ROW_CHARACTERS,
  });
  const source = Readable.from(startingWith(start, text));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    let names: string[] | undefined;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (names) yield rowOf(record, names, info.lines + skipped);
      else names = repeated === 'numbered' ? numbered(namesIn(record)) : eachOnce(namesIn(record));
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableFile(wordsFor(error)) : error;
  } finally {
    source.destroy();
  }
}

const SEPARATOR_LINE = /^"?sep=[^\r\n]{0,2}(?:\r\n|\r(?=.)|\n)/is;

/** The first lines, as much as it takes to have the header whole; without the `sep=;` that Excel may put before it. */
async function readStart(text: AsyncGenerator<string>): Promise<{ start: string; skipped: number }> {
  let read = '';
  let start = '';
  while (!/[\r\n]./s.test(start) && read.length < HEADER_CHARACTERS) {
    const { value, done } = await text.next();
    if (done) break;
    read += value;
    start = read.replace(SEPARATOR_LINE, '');
  }
  if (start.trim() === '') throw new UnreadableFile('The file is empty.');
  return { start, skipped: start === read ? 0 : 1 };
}

async function* startingWith(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

function namesIn(record: string[]): string[] {
  const names = record.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  if (names.length > MOST_COLUMNS) throw new UnreadableFile(`The header has more than ${MOST_COLUMNS} columns.`);
  return names;
}

function eachOnce(names: string[]): string[] {
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) throw new UnreadableFile(`The header has the column "${twice}" twice. Name each once.`);
  return names;
}

function numbered(names: string[]): string[] {
  const taken = new Set(names);
  return names.map((name, at) => {
    if (name === '' || names.indexOf(name) === at) return name;
    let time = 2;
    while (taken.has(`${name}_${time}`)) time += 1;
    taken.add(`${name}_${time}`);
    return `${name}_${time}`;
  });
}

function rowOf(record: string[], names: string[], lastLine: number): CsvRow {
  const breaks = record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
  const line = lastLine - breaks;
  const cells = Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, record[at] ?? '']])));
  if (record.length === names.length) return { line, cells };
  const problem = `It has ${record.length} cells, the header ${names.length}. A cell that holds the separator belongs in quotes.`;
  return { line, cells, problem };
}

function wordsFor(error: CsvError): string {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quote (") is opened and never closed. Look for a cell with a single quote mark in it.';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `Line ${line} has a quote (") in the middle of a cell. Put the cell in quotes, and double the quotes in it.`;
    case 'CSV_MAX_RECORD_SIZE':
      return `A row at line ${line} is longer than ${MOST_ROW_CHARACTERS} characters. A quote (") before it may not be closed.`;
    default:
      return `Line ${line} cannot be read as CSV.`;
  }
}
