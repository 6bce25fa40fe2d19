import { type Encoding, UnreadableFile } from '../../platform/csv/decode-text.ts';
import { type CsvRow, readCsv } from '../../platform/csv/read-csv.ts';
import type { Database } from '../../platform/storage/database.ts';
import { DIMENSIONS } from '../metrics/metric.ts';
import type { SentRow } from '../observations/observation-row.ts';
import {
  type ObservationsRecorded,
  type ObservationsSent,
  recordObservations,
} from '../observations/record-observations.ts';

export interface ObservationFile extends Omit<ObservationsSent, 'rows' | 'tellsEach'> {
  bytes: AsyncIterable<Uint8Array>;
  encoding?: Encoding;
}

export type FileRecorded =
  /** Columns that are not ours are not an error: exports have many. They are told. */
  | { outcome: 'read'; recorded: ObservationsRecorded; unusedColumns: string[] }
  /** Nothing of it is kept. */
  | { outcome: 'unreadable'; problem: string };

const NEEDED = ['metric', 'member', 'on', 'value'];
const POSSIBLE = ['key', 'evidence_url', 'note', ...DIMENSIONS];

/** Puts the values of a CSV file on record, or tells what would become of them. The same file again changes nothing. */
export async function recordObservationFile(db: Database, file: ObservationFile): Promise<FileRecorded> {
  const { bytes, encoding, ...sent } = file;
  let unusedColumns: string[] = [];
  const rows = sentRows(readCsv(bytes, encoding ? { encoding } : {}), (columns) => {
    unusedColumns = columns;
  });
  try {
    const recorded = await recordObservations(db, { ...sent, rows });
    if (recorded.rows > 0) return { outcome: 'read', recorded, unusedColumns };
    return { outcome: 'unreadable', problem: 'The file has a header and no rows.' };
  } catch (error) {
    if (error instanceof UnreadableFile) return { outcome: 'unreadable', problem: error.message };
    throw error;
  }
}

async function* sentRows(
  rows: AsyncIterable<CsvRow>,
  tellUnused: (columns: string[]) => void,
): AsyncGenerator<SentRow> {
  let isFirst = true;
  for await (const { line: at, cells, problem } of rows) {
    if (isFirst) tellUnused(checkColumns(Object.keys(cells)));
    isFirst = false;
    const { metric, member, on, value, key, evidence_url, note } = cells;
    const dimensions = Object.fromEntries(DIMENSIONS.flatMap((name) => (cells[name] ? [[name, cells[name]]] : [])));
    yield { at, metric, member, on, value, key, evidence_url, note, dimensions, ...(problem && { problem }) };
  }
}

function checkColumns(columns: string[]): string[] {
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new UnreadableFile(
      `The header has no column ${missing.join(', ')}. It needs ${NEEDED.join(', ')}, and may have ${POSSIBLE.join(', ')}.`,
    );
  }
  return columns.filter((name) => ![...NEEDED, ...POSSIBLE].includes(name));
}
