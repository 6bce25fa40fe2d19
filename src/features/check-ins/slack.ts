import type { BlockAction, ButtonAction, Context } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { CHECK_IN_BUTTON } from './check-in-button.ts';
import { CHECK_IN_FORM, readCheckInForm, unknownContributors } from './check-in-form.ts';
import { type OpenedForm, openCheckInForm, reopenCheckInForm } from './open-check-in-form.ts';
import { ANSWER_BUTTON } from './prompt-message.ts';
import { submitCheckIn } from './submit-check-in.ts';

const CHECK_IN_HELP = [
  '*`/checkin`* opens your check-in: the one you owe, however late; or the last one, to change it; or the next one, early.',
  'You give a number for each of your metrics (leave one empty for "no value this time"), a client win if there is one, and what got in the way.',
  'After you save, your copy is in the messages of this app, with a button to edit it.',
].join('\n');

const whyNoForm: Record<Exclude<OpenedForm['outcome'], 'form'>, string> = {
  'no-team':
    'You are not on a team yet, so there is nothing to ask you. An administrator adds you to a team in the workspace file (`throughline.yaml`) and applies it.',
  'no-cadence':
    'Your team has no check-in yet. An administrator adds one under `cadences` in the workspace file (`throughline.yaml`) and applies it.',
  'not-yours': "This check-in is somebody else's, or it is no longer there. `/checkin` opens yours.",
};

export function registerCheckIns(app: Registrar, { db, clock }: SurfaceParts): void {
  app.command('/checkin', async ({ command, ack, client, context }) => {
    if (command.text.trim() !== '') return ack({ text: CHECK_IN_HELP });
    const opened = await openCheckInForm(db, { ...asker(context, command.user_id), now: clock.now() });
    if (opened.outcome !== 'form') return ack({ text: whyNoForm[opened.outcome] });
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: opened.form });
  });

  app.shortcut('check_in', async ({ shortcut, ack, client, context }) => {
    await ack();
    const opened = await openCheckInForm(db, { ...asker(context, shortcut.user.id), now: clock.now() });
    await client.views.open({ trigger_id: shortcut.trigger_id, view: formOrNotice(opened) });
  });

  app.action<BlockAction<ButtonAction>>(CHECK_IN_BUTTON, async ({ body, ack, client, context }) => {
    await ack();
    const opened = await openCheckInForm(db, { ...asker(context, body.user.id), now: clock.now() });
    await client.views.open({ trigger_id: body.trigger_id, view: formOrNotice(opened) });
  });

  app.action<BlockAction<ButtonAction>>(ANSWER_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const which = { ...asker(context, body.user.id), checkInId: action.value ?? '' };
    const opened = await reopenCheckInForm(db, { ...which, now: clock.now() });
    await client.views.open({ trigger_id: body.trigger_id, view: formOrNotice(opened) });
  });

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(CHECK_IN_FORM, async ({ view, body, ack, context }) => {
    const form = readCheckInForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const saved = await submitCheckIn(db, { ...asker(context, body.user.id), ...form, now: clock.now() });
    if (saved.outcome === 'saved') return ack();
    if (saved.outcome === 'unknown-contributors') {
      return ack({ response_action: 'errors', errors: unknownContributors(saved.memberIds) });
    }
    const notSaved = noticeView('Not saved', 'This check-in is no longer there: its cadence was removed meanwhile.');
    return ack({ response_action: 'push', view: notSaved });
  });
}

function asker({ teamId }: Context, memberId: string): { workspaceId: string; memberId: string } {
  if (!teamId) throw new Error('Slack named no workspace');
  return { workspaceId: teamId, memberId };
}

function formOrNotice(opened: OpenedForm): ModalView {
  return opened.outcome === 'form' ? opened.form : noticeView('Check in', whyNoForm[opened.outcome]);
}
