import type { Encoding } from '../../platform/csv/decode-text.ts';
import { UnreadableFile } from '../../platform/csv/decode-text.ts';
import { type CsvRow, readCsv } from '../../platform/csv/read-csv.ts';
import type { Database } from '../../platform/storage/database.ts';
import type { RefreshQuoting } from './quoting.ts';
import { recordVoices, type VoicesRecorded } from './record-voices.ts';
import { type MappingWishes, mappedVoice, mappingFor } from './survey-export.ts';

/** So many rows in one file; a survey with more is divided. */
const MOST_ROWS = 200_000;

export interface VoiceFile {
  workspaceId: string;
  origin: string;
  bytes: AsyncIterable<Uint8Array>;
  encoding: Encoding;
  wishes: MappingWishes;
  isPartial: boolean;
  isDryRun: boolean;
  /** Told now and then how many rows were read. */
  onRead?: (rows: number) => void;
  now: Date;
  refreshQuoting: RefreshQuoting;
}

export type VoiceFileRecorded =
  | { outcome: 'unreadable'; problem: string }
  | { outcome: 'read'; readAs: string; unusedColumns: string[]; recorded: VoicesRecorded };

/** Puts the answers of a survey's export on record. */
export async function recordVoiceFile(db: Database, file: VoiceFile): Promise<VoiceFileRecorded> {
  const rows: CsvRow[] = [];
  try {
    for await (const row of readCsv(file.bytes, { encoding: file.encoding, repeated: 'numbered' })) {
      rows.push(row);
      if (rows.length % 1000 === 0) file.onRead?.(rows.length);
      if (rows.length > MOST_ROWS)
        return unreadable(`It has more than ${MOST_ROWS} rows. Divide it, and import the parts.`);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return unreadable(error.message);
    throw error;
  }
  const [first] = rows;
  if (!first) return unreadable('It has a header and no rows.');
  const found = mappingFor(Object.keys(first.cells), file.wishes);
  if (!found.ok) return unreadable(found.problem);
  const { mapping, unused } = found;
  const recorded = await recordVoices(db, {
    ...file,
    dates: mapping.dates,
    rows: rows.map(({ cells, line, problem }) => ({ ...mappedVoice(cells, line, mapping), problem })),
  });
  return { outcome: 'read', readAs: mapping.name, unusedColumns: unused, recorded };
}

function unreadable(problem: string): VoiceFileRecorded {
  return { outcome: 'unreadable', problem };
}
