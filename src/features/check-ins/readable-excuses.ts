import type { ExcusedCheckIn } from './load-check-in-record.ts';

export const excuseWords: Record<ExcusedCheckIn['excuse'], string> = {
  away: 'away',
  holiday: 'holiday',
  skipped: 'skipped with a reason',
  opted_out: 'not asked, as they wished',
  our_downtime: 'missed by us, not by the person',
  not_asked: 'not asked',
};

/** `2 of 13 check-ins excused: away`; undefined where none was. */
export function readableExcuses(excused: readonly ExcusedCheckIn[], asked: number): string | undefined {
  if (excused.length === 0) return undefined;
  const kinds = [...Map.groupBy(excused, ({ excuse }) => excuse)].map(([excuse, of]) =>
    of.length === excused.length ? excuseWords[excuse] : `${of.length} ${excuseWords[excuse]}`,
  );
  return `${excused.length} of ${asked} check-ins excused: ${kinds.join(', ')}`;
}
