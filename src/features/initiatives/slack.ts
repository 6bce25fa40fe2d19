import type { BlockAction, ButtonAction, Context, MultiUsersSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Message } from '../../platform/slack/message.ts';
import { noticeView } from '../../platform/slack/notice-view.ts';
import { readPageButton, turnsPages } from '../../platform/slack/pages.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { findNamed } from '../people/find-named.ts';
import { DEPENDENCY_FORM, notYet, readDependencyForm } from './dependency-form.ts';
import { CLOSE_FORM, RELEASE_FORM, readEndingForm } from './ending-form.ts';
import {
  INITIATIVE_FORM,
  PEOPLE_MENU,
  reachedGone,
  readInitiativeForm,
  unknownPeople,
  withPeople,
} from './initiative-form.ts';
import { INITIATIVES_PAGE } from './initiatives-message.ts';
import { JOINT_WORK_BUTTONS as BUTTONS, readMilestoneValue } from './joint-work-button.ts';
import {
  openCloseForm,
  openDependencyForm,
  openInitiativeForm,
  openInitiatives,
  openReleaseForm,
  openWaiting,
} from './open-joint-work.ts';
import { recordClosing, recordMilestone, recordReopening } from './record-initiative-move.ts';
import { recordDependencyWithdrawal, recordRelease, recordUndoneRelease } from './record-release.ts';
import { submitDependency } from './submit-dependency.ts';
import { submitInitiative } from './submit-initiative.ts';
import { WAITING_PAGE } from './waiting-message.ts';

const NOT_THERE =
  'It was closed or taken back meanwhile, or you have no part in it. `/throughline initiatives` and `/throughline waiting` show what there is. A wait needs two teams in the workspace file.';

interface Who {
  workspaceId: string;
  memberId: string;
  now: Date;
}

export const initiativesSubcommands: Subcommand[] = [
  {
    word: 'initiatives',
    does: 'shows what several teams do together, what each brings, and how far it is.',
    example: '/throughline initiatives',
    topic: 'teams',
    mostFor: ['sponsor'],
    answer: (db, { userId: memberId, ...asked }) => openInitiatives(db, { ...asked, memberId }),
  },
  {
    word: 'waiting',
    does: 'shows what one team waits for from another, and since when.',
    example: '/throughline waiting',
    topic: 'teams',
    answer: (db, { userId: memberId, ...asked }) => openWaiting(db, { ...asked, memberId }),
  },
];

export function registerInitiatives(app: Registrar, { db, clock }: SurfaceParts): void {
  const asker = (context: Context, memberId: string): Who => ({
    workspaceId: workspaceOf(context),
    memberId,
    now: clock.now(),
  });

  opens(BUTTONS.open, (who) => openInitiativeForm(db, { ...who, id: undefined }));
  opens(BUTTONS.edit, (who, id) => openInitiativeForm(db, { ...who, id }));
  opens(BUTTONS.close, (who, id) => openCloseForm(db, { ...who, id }));
  opens(BUTTONS.wait, (who) => openDependencyForm(db, { ...who, id: undefined }));
  opens(BUTTONS.editWait, (who, id) => openDependencyForm(db, { ...who, id }));
  opens(BUTTONS.release, (who, id) => openReleaseForm(db, { ...who, id }));

  for (const isReached of [true, false]) {
    changes(isReached ? BUTTONS.reach : BUTTONS.unreach, async (who, value) => {
      const { outcome } = await recordMilestone(db, { ...who, ...readMilestoneValue(value), isReached });
      return outcome === 'done' ? openInitiatives(db, who) : undefined;
    });
  }
  changes(BUTTONS.reopen, async (who, id) => {
    const { outcome } = await recordReopening(db, { ...who, id });
    return outcome === 'done' ? openInitiatives(db, who) : undefined;
  });
  changes(BUTTONS.unrelease, async (who, id) => {
    const { outcome } = await recordUndoneRelease(db, { ...who, id });
    return outcome === 'done' ? openWaiting(db, who) : undefined;
  });
  changes(BUTTONS.withdraw, async (who, id) => {
    const done = await recordDependencyWithdrawal(db, { ...who, id }, true);
    return done.outcome === 'done' ? openWaiting(db, who, { withdrawn: done.dependency }) : undefined;
  });
  changes(BUTTONS.restore, async (who, id) => {
    const { outcome } = await recordDependencyWithdrawal(db, { ...who, id }, false);
    return outcome === 'done' ? openWaiting(db, who) : undefined;
  });

  changes(turnsPages(INITIATIVES_PAGE), (who, value) => openInitiatives(db, who, readPageButton(value).page));
  changes(turnsPages(WAITING_PAGE), (who, value) => openWaiting(db, who, { page: readPageButton(value).page }));

  app.action<BlockAction<MultiUsersSelectAction>>(PEOPLE_MENU, async ({ action, body, ack, client, context }) => {
    await ack();
    if (!body.view) return;
    const { workspaceId } = asker(context, body.user.id);
    const people = await findNamed(db, { workspaceId, memberIds: action.selected_users });
    await updateOpenView(client, body.view.id, withPeople(body.view, people));
  });

  // Saved before they are acknowledged: while the window is open, nothing typed is lost.
  app.view(INITIATIVE_FORM, async ({ view, body, ack, context }) => {
    const form = readInitiativeForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const saved = await submitInitiative(db, { ...asker(context, body.user.id), ...form });
    if (saved.outcome === 'unknown-people') {
      return ack({ response_action: 'errors', errors: unknownPeople(saved.memberIds) });
    }
    if (saved.outcome === 'reached-gone') {
      return ack({ response_action: 'errors', errors: reachedGone(saved.name) });
    }
    if (saved.outcome === 'changed-meanwhile') return ack({ response_action: 'update', view: saved.view });
    return ack({ response_action: 'update', view: notice(saved.outcome, 'initiatives') });
  });

  app.view(CLOSE_FORM, async ({ view, body, ack, context }) => {
    const form = readEndingForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const closing = { ...asker(context, body.user.id), id: form.id, whatCameOfIt: form.note };
    const { outcome } = await recordClosing(db, closing);
    return ack({ response_action: 'update', view: notice(outcome, 'initiatives') });
  });

  app.view(DEPENDENCY_FORM, async ({ view, body, ack, context }) => {
    const form = readDependencyForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const saved = await submitDependency(db, { ...asker(context, body.user.id), ...form });
    if (saved.outcome === 'not-yet') return ack({ response_action: 'errors', errors: notYet() });
    if (saved.outcome === 'changed-meanwhile') return ack({ response_action: 'update', view: saved.view });
    return ack({ response_action: 'update', view: notice(saved.outcome, 'waiting') });
  });

  app.view(RELEASE_FORM, async ({ view, body, ack, context }) => {
    const form = readEndingForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const { outcome } = await recordRelease(db, { ...asker(context, body.user.id), id: form.id, note: form.note });
    return ack({ response_action: 'update', view: notice(outcome, 'waiting') });
  });

  function opens(name: string, open: (who: Who, value: string) => Promise<ModalView | undefined>): void {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context }) => {
      await ack();
      const view = await open(asker(context, body.user.id), action.value ?? '');
      await client.views.open({ trigger_id: body.trigger_id, view: view ?? noticeView('Not there', NOT_THERE) });
    });
  }

  /** What a button changes shows in the list that it stands in; or the page of it that it leads to. */
  function changes(name: string | RegExp, change: (who: Who, value: string) => Promise<Message | undefined>): void {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, respond, context }) => {
      const list = await change(asker(context, body.user.id), action.value ?? '');
      await ack();
      if (list) await respond({ ...list, replace_original: true });
      else await respond({ text: NOT_THERE, replace_original: false });
    });
  }
}

function notice(outcome: 'saved' | 'done' | 'not-yours', list: 'initiatives' | 'waiting'): ModalView {
  if (outcome === 'not-yours') return noticeView('Not saved', NOT_THERE);
  return noticeView(
    'Saved',
    `Saved. \`/throughline ${list}\` shows it, and so do the next digests of everyone involved.`,
  );
}
