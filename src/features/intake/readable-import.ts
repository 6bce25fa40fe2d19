import type { ObservationsRecorded } from '../observations/record-observations.ts';

/** What became of every row: `4 rows: 2 new, 1 sent before, 1 refused`. */
export function readableCounts({ rows, inserted, unchanged, corrected, refused }: ObservationsRecorded): string {
  const parts = [
    [inserted, 'new'],
    [corrected, 'corrected'],
    [unchanged, 'sent before'],
    [refused, 'refused'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${grouped(count)} ${what}`);
  return `${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}: ${told.join(', ')}`;
}

export function readableRowProblem({ at, field, reason }: { at: number; field: string; reason: string }): string {
  return `line ${at}, ${field}: ${reason}`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
