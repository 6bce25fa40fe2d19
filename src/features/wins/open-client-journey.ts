import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { type LookedAt, recordLooks } from '../governance/record-looks.ts';
import { clientJourneyMessage, noJourneyMessage } from './client-journey-message.ts';
import { clientKey } from './client-name.ts';
import { clientSuggestions } from './client-suggestions.ts';
import { loadClients } from './load-clients.ts';
import { findWins } from './store.ts';
import { mayReadWin, whomItShows } from './who-may-read.ts';

/** Longer than anybody has told wins. */
const LOOK_BACK_DAYS = 20 * 365;

/** The wins of a client that this member may read, the page with the latest unless another is asked for; a look at what is not shareable is on record. */
export async function openClientJourney(
  db: Database,
  who: { workspaceId: string; memberId: string; name: string; now: Date; page?: number },
): Promise<Message> {
  const { workspaceId, memberId, name, now } = who;
  const today = dayOf(now, 'UTC');
  const span = { from: plusDays(today, -LOOK_BACK_DAYS), to: plusDays(today, 1) };
  const reader = await loadStanding(db, { workspaceId, actorId: memberId, now });
  const wins = await findWins(db, { workspaceId, ...span, clientKey: clientKey(name) });
  const [first, ...more] = wins.filter((win) => mayReadWin(win, reader));
  if (!first) {
    const similar = clientSuggestions(await loadClients(db, who), name).filter(({ isKnown }) => isKnown);
    return noJourneyMessage(
      name,
      similar.map((one) => one.name),
    );
  }
  const guarded = [first, ...more].filter(({ isShareable }) => !isShareable);
  const subjectIds = [...new Set(guarded.flatMap((win) => whomItShows(win, reader)))];
  const at = subjectIds.map((subjectId): LookedAt => ({ subjectId, parts: ['wins'] }));
  await recordLooks(db, { workspaceId, actorId: memberId, at, surface: '/win client', now });
  return clientJourneyMessage([first, ...more], who.page);
}
