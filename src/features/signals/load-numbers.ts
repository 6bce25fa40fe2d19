import type { Database } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { loadReadings } from './load-readings.ts';
import type { MetricReading } from './reading.ts';

const LOOK_BACK_DAYS = 400;
const LOOK_AHEAD_DAYS = 100;

/** A member's numbers of the last year or so, as far as whoever asks may see them; the look goes on the audit log. */
export async function loadNumbers(
  db: Database,
  asks: { workspaceId: string; actorId: string; memberId: string; now: Date },
): Promise<MetricReading[]> {
  const { workspaceId, actorId, memberId, now } = asks;
  const today = dayOf(now, 'UTC');
  const span: { from: CalendarDay; to: CalendarDay } = {
    from: plusDays(today, -LOOK_BACK_DAYS),
    to: plusDays(today, LOOK_AHEAD_DAYS),
  };
  const actor = await loadStanding(db, { workspaceId, actorId, now });
  const all = (await loadReadings(db, { workspaceId, memberIds: [memberId], ...span, now })).get(memberId) ?? [];
  const seen = all.filter(({ metric }) => may(actor, 'see-numbers', { memberId, metricKey: metric.key }));
  if (seen.length === 0) return [];
  const seesAll = may(actor, 'see-numbers', { memberId });
  const metricKeys = seen.map(({ metric }) => metric.key);
  const look = { subjectId: memberId, parts: ['numbers' as const], ...(!seesAll && { metricKeys }) };
  await recordLooks(db, { workspaceId, actorId, at: [look], surface: 'numbers as a table', now });
  return seen;
}
