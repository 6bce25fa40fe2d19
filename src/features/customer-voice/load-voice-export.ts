import { csvLine } from '../../platform/csv/write-csv.ts';
import type { Database } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadNames } from '../people/load-names.ts';
import { findVoicesAfter } from './import-store.ts';
import { scaleKey } from './score.ts';
import { VOICE_COLUMNS } from './survey-export.ts';
import type { Voice } from './voice.ts';

const PAGE = 1000;

/** Everything that stands as lines of CSV, header first, in the columns that the import takes; oldest on record first. */
export async function* loadVoiceExport(
  db: Database,
  { workspaceId, ...span }: { workspaceId: string; from?: CalendarDay; to?: CalendarDay },
): AsyncGenerator<string> {
  const nameOf = await loadNames(db, workspaceId);
  yield csvLine([...VOICE_COLUMNS, 'member_names']);
  for (let after: string | undefined; ; ) {
    const voices = await findVoicesAfter(db, {
      workspaceId,
      ...span,
      ...(after !== undefined && { after }),
      limit: PAGE,
    });
    yield* voices.map((voice) => lineOf(voice, nameOf));
    after = voices.at(-1)?.id;
    if (voices.length < PAGE) return;
  }
}

function lineOf(voice: Voice, nameOf: (memberId: string) => string): string {
  const { id, client, segment, score, words, mayQuote, saidOn, memberIds, metricKey, source } = voice;
  const called = memberIds.map(nameOf).join('; ');
  const columns: Record<(typeof VOICE_COLUMNS)[number], string | number | null> = {
    key: id,
    source,
    client,
    segment,
    scale: score && scaleKey(score),
    score: score?.value ?? null,
    words,
    may_quote: mayQuote ? 'yes' : 'no',
    on: saidOn,
    members: memberIds.join(' '),
    metric: metricKey,
  };
  return csvLine([...VOICE_COLUMNS.map((name) => columns[name]), called]);
}
