import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadImpactMapsOfMembers } from '../metrics/load-impact-map.ts';
import { loadAbsences } from '../people/load-absences.ts';
import { loadProgress } from '../progress/load-progress.ts';
import { loadNextReview } from '../reviews/load-next-review.ts';
import { loadCelebrated } from '../wins/load-celebrated.ts';
import { openSince } from './find-open-home.ts';
import type { HomeParts } from './home-view.ts';
import { loadReaders } from './load-readers.ts';
import { loadThingsToDo } from './load-things-to-do.ts';
import { saveHomeShown } from './store.ts';

/**
 * All that somebody's Home is made of now; that it is shown is kept, so that what they do next shows there. To open it is to
 * look at one's people, once a visit: that it is brought up to date, or turned to again within the hour, is no other look.
 */
export async function openHome(
  db: Database,
  who: { workspaceId: string; memberId: string; now: Date },
): Promise<HomeParts> {
  const { workspaceId, memberId, now } = who;
  await saveHomeShown(db, who);
  const asks = { workspaceId, actorId: memberId, surface: 'App Home', since: openSince(now), now };
  return {
    progress: await loadProgress(db, { ...asks, request: { asks: 'member', memberId } }),
    people: await loadProgress(db, { ...asks, request: { asks: 'own-people' } }),
    review: await loadNextReview(db, { workspaceId, memberId, today: dayOf(now, 'UTC') }),
    absences: await loadAbsences(db, who),
    things: await loadThingsToDo(db, who),
    impactMap: (await loadImpactMapsOfMembers(db, { workspaceId, memberIds: [memberId] })).get(memberId),
    celebrated: await loadCelebrated(db, who),
    readers: await loadReaders(db, who),
  };
}
