import type { VoicesRecorded } from './record-voices.ts';

/** What became of every row: `4 rows: 2 new, 1 sent before, 1 refused`. */
export function readableVoiceCounts(recorded: VoicesRecorded): string {
  const parts = [
    [recorded.inserted, 'new'],
    [recorded.corrected, 'corrected'],
    [recorded.unchanged, 'sent before'],
    [recorded.empty, 'without an answer'],
    [recorded.refused, 'refused'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${recorded.rows} ${recorded.rows === 1 ? 'row' : 'rows'}: ${told.join(', ')}`;
}
