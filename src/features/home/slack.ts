import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { PicturingParts, Registrar } from '../../platform/slack/registrar.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { recordOptIn } from '../check-ins/record-opt-out.ts';
import { loadImpactMapsOfMembers } from '../metrics/load-impact-map.ts';
import { findToday } from '../people/find-today.ts';
import { loadAbsences } from '../people/load-absences.ts';
import { recordAbsence } from '../people/record-absence.ts';
import { recordAbsenceRemoved } from '../people/record-return.ts';
import { loadProgress } from '../progress/load-progress.ts';
import { progressPictures } from '../progress/progress-message.ts';
import { loadNextReview } from '../reviews/load-next-review.ts';
import { ABSENCE_FORM, absenceForm, absenceFormErrors, readAbsenceForm } from './absence-form.ts';
import { AWAY_BUTTON, REMOVE_ABSENCE_BUTTON } from './absences-view.ts';
import { homeView } from './home-view.ts';
import { loadReaders } from './load-readers.ts';
import { loadThingsToDo } from './load-things-to-do.ts';
import { ASK_AGAIN_AT_HOME } from './opt-outs-view.ts';

export function registerHome(app: Registrar, { db, clock, gallery }: PicturingParts): void {
  /** The page at once, and with its pictures as soon as Slack has them. */
  async function show(client: WebClient, workspaceId: string, memberId: string): Promise<void> {
    const now = clock.now();
    const who = { workspaceId, memberId, now };
    const asks = { workspaceId, actorId: memberId, surface: 'App Home', now };
    const progress = await loadProgress(db, { ...asks, request: { asks: 'member', memberId } });
    const people = await loadProgress(db, { ...asks, request: { asks: 'own-people' } });
    const review = await loadNextReview(db, { workspaceId, memberId, today: dayOf(now, 'UTC') });
    const absences = await loadAbsences(db, who);
    const things = await loadThingsToDo(db, who);
    const impactMap = (await loadImpactMapsOfMembers(db, { workspaceId, memberIds: [memberId] })).get(memberId);
    const readers = await loadReaders(db, who);
    const parts = { progress, people, review, absences, things, impactMap, readers };
    const publish = (pictures: KnownBlock[]) =>
      client.views.publish({ user_id: memberId, view: homeView({ ...parts, pictures }) });
    await publish([]);
    if (progress.outcome !== 'shown') return;
    const pictures = progressPictures(progress).blocks;
    const hung = await gallery.hang(pictures);
    if (hung.length > 0) await publish(hung).catch((error: unknown) => gallery.forget(pictures, error));
  }

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await show(client, body.team_id, event.user);
  });

  app.action<BlockAction<ButtonAction>>(AWAY_BUTTON, async ({ body, ack, client, context }) => {
    await ack();
    const who = { workspaceId: workspaceIn(context), memberId: body.user.id, now: clock.now() };
    await client.views.open({ trigger_id: body.trigger_id, view: absenceForm(await findToday(db, who)) });
  });

  app.view(ABSENCE_FORM, async ({ view, body, ack, client, context }) => {
    const who = { workspaceId: workspaceIn(context), memberId: body.user.id, now: clock.now() };
    const recorded = await recordAbsence(db, { ...who, ...readAbsenceForm(view) });
    if (recorded.outcome === 'refused') {
      return ack({ response_action: 'errors', errors: absenceFormErrors(recorded.field, recorded.because) });
    }
    await ack();
    await show(client, who.workspaceId, who.memberId);
  });

  app.action<BlockAction<ButtonAction>>(REMOVE_ABSENCE_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const who = { workspaceId: workspaceIn(context), memberId: body.user.id };
    await recordAbsenceRemoved(db, { ...who, absenceId: action.value ?? '' });
    await show(client, who.workspaceId, who.memberId);
  });

  app.action<BlockAction<ButtonAction>>(ASK_AGAIN_AT_HOME, async ({ action, body, ack, client, context }) => {
    const who = { workspaceId: workspaceIn(context), memberId: body.user.id };
    await recordOptIn(db, { ...who, cadenceKey: action.value ?? '', now: clock.now() });
    await ack();
    await show(client, who.workspaceId, who.memberId);
  });
}

function workspaceIn({ teamId }: { teamId?: string }): string {
  if (!teamId) throw new Error('Slack named no workspace');
  return teamId;
}
