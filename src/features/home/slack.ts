import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadProgress } from '../progress/load-progress.ts';
import { loadNextReview } from '../reviews/load-next-review.ts';
import { homeView } from './home-view.ts';

export function registerHome(app: Registrar, { db, clock }: SurfaceParts): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const workspaceId = body.team_id;
    const now = clock.now();
    const request = { asks: 'member', memberId: event.user } as const;
    const progress = await loadProgress(db, { workspaceId, actorId: event.user, request, now });
    const review = await loadNextReview(db, { workspaceId, memberId: event.user, today: dayOf(now, 'UTC') });
    await client.views.publish({ user_id: event.user, view: homeView(progress, review) });
  });
}
