import type { BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { createLatest } from '../../platform/slack/latest.ts';
import type { PicturingParts, Registrar } from '../../platform/slack/registrar.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { recordOptIn } from '../check-ins/record-opt-out.ts';
import { recordAbsenceRemoved } from '../people/record-return.ts';
import { progressPictures } from '../progress/progress-message.ts';
import { REMOVE_ABSENCE_BUTTON } from './absences-view.ts';
import { findOpenHome } from './find-open-home.ts';
import { homeView } from './home-view.ts';
import { openHome } from './open-home.ts';
import { ASK_AGAIN_AT_HOME } from './opt-outs-view.ts';

interface Who {
  workspaceId: string;
  memberId: string;
}

export function registerHome(app: Registrar, { db, clock, gallery }: PicturingParts): void {
  const shows = createLatest();

  async function show(client: WebClient, who: Who, { isOpen }: { isOpen: boolean }): Promise<void> {
    const { memberId } = who;
    await shows.run(`${who.workspaceId} ${memberId}`, async (isLatest) => {
      const parts = await openHome(db, { ...who, now: clock.now() });
      const publish = async (pictures: KnownBlock[]) => {
        if (isLatest()) await client.views.publish({ user_id: memberId, view: homeView(parts, pictures) });
      };
      // What is open waits for its pictures, so that none goes away for a moment.
      if (!isOpen) await publish([]);
      const pictures = parts.progress.outcome === 'shown' ? progressPictures(parts.progress).blocks : [];
      const hung = await gallery.hang(pictures);
      if (hung.length === 0) return isOpen ? publish([]) : undefined;
      await publish(hung).catch(async (error: unknown) => {
        await gallery.forget(pictures, error);
        if (isOpen) await publish([]);
      });
    });
  }

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await show(client, { workspaceId: body.team_id, memberId: event.user }, { isOpen: false });
  });

  // Whatever somebody presses or submits while they have Home open, on it, over it or beside it: Home shows what came of
  // it. What they did is done by then, so that a Home which cannot be shown is no failure of it.
  app.use(async ({ body, client, context, logger, next }) => {
    await next();
    if (!isDoing(body)) return;
    const who = { workspaceId: workspaceOf(context), memberId: body.user.id };
    const isOnHome = body.view?.type === 'home';
    try {
      if (!isOnHome && !(await findOpenHome(db, { ...who, now: clock.now() }))) return;
      await show(client, who, { isOpen: true });
    } catch (error) {
      logger.warn('App Home could not be shown again', error);
    }
  });

  app.action<BlockAction<ButtonAction>>(REMOVE_ABSENCE_BUTTON, async ({ action, body, ack, context }) => {
    await ack();
    const who = { workspaceId: workspaceOf(context), memberId: body.user.id };
    await recordAbsenceRemoved(db, { ...who, absenceId: action.value ?? '' });
  });

  app.action<BlockAction<ButtonAction>>(ASK_AGAIN_AT_HOME, async ({ action, body, ack, context }) => {
    const who = { workspaceId: workspaceOf(context), memberId: body.user.id };
    await recordOptIn(db, { ...who, cadenceKey: action.value ?? '', now: clock.now() });
    await ack();
  });
}

type Doing = Pick<BlockAction | ViewSubmitAction, 'user' | 'view'>;

/** A button that was pressed, a choice that was made, a form that was submitted. */
function isDoing(body: object): body is Doing {
  return 'type' in body && (body.type === 'block_actions' || body.type === 'view_submission');
}
