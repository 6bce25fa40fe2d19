import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { takeUpMember } from './take-up-member.ts';

/** Keeps members as Slack has them between two syncs of the whole list. */
export function registerPeople(app: Registrar, { db, clock }: SurfaceParts): void {
  app.event('team_join', async ({ event, body, logger }) => {
    const outcome = await takeUpMember(db, { workspaceId: body.team_id, user: event.user, now: clock.now() });
    if (outcome === 'unreadable') logger.warn('Slack announced a new member without an id.');
  });
  app.event('user_change', async ({ event, body, logger }) => {
    const outcome = await takeUpMember(db, { workspaceId: body.team_id, user: event.user, now: clock.now() });
    if (outcome === 'unreadable') logger.warn('Slack announced a changed member without an id.');
  });
}
