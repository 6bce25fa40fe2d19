import type { Transaction } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { findToday } from '../people/find-today.ts';
import { findCelebrating } from './celebration-store.ts';
import { WIN_DIGEST } from './delivery-names.ts';
import { digestOccurrence } from './digest-occurrence.ts';
import { digestDaysTelling } from './digest-week.ts';
import { findWins } from './store.ts';
import type { Win } from './win.ts';

const LOOK_BACK_DAYS = 28;

/** A win, and how many people reacted to the digests that told it. */
export interface CelebratedWin {
  win: Win;
  celebrating: number;
}

/** The wins of late in which this member had a part and that somebody celebrated, latest first. */
export async function loadCelebrated(
  db: Transaction,
  who: { workspaceId: string; memberId: string; now: Date },
): Promise<CelebratedWin[]> {
  const { workspaceId, memberId } = who;
  const to = await findToday(db, who);
  const from = plusDays(to, -LOOK_BACK_DAYS);
  const wins = await findWins(db, { workspaceId, memberIds: [memberId], from, to, onlyShareable: true });
  const celebrating = await loadCelebrating(db, { workspaceId, wins });
  return wins
    .map((win) => ({ win, celebrating: celebrating.get(win.id) ?? 0 }))
    .filter((one) => one.celebrating > 0)
    .toReversed();
}

/** How many people reacted to the digests that told each of these wins, in whatever channel; each person counts once. */
export async function loadCelebrating(
  db: Transaction,
  { workspaceId, wins }: { workspaceId: string; wins: readonly Win[] },
): Promise<Map<string, number>> {
  const telling = new Map(wins.map((win) => [win.id, win.isShareable ? digestsTelling(win) : []]));
  const occurrences = [...new Set([...telling.values()].flat())];
  const found = await findCelebrating(db, { workspaceId, kind: WIN_DIGEST, occurrences });
  return new Map(
    [...telling].map(([id, digests]) => [id, new Set(digests.flatMap((one) => found.get(one) ?? [])).size]),
  );
}

function digestsTelling({ wonOn, contributors }: Win): string[] {
  const teamKeys = [...new Set(contributors.flatMap(({ teamKey }) => teamKey ?? []))];
  return teamKeys.flatMap((teamKey) => digestDaysTelling(wonOn).map((to) => digestOccurrence(teamKey, to)));
}
