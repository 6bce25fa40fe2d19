import type { BlockAction, ButtonAction } from '@slack/bolt';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { CHECK_IN_FORM, readCheckInForm } from './check-in-form.ts';
import { type OpenedForm, openCheckInForm, reopenCheckInForm } from './open-check-in-form.ts';
import { ANSWER_BUTTON } from './prompt-message.ts';
import { submitCheckIn } from './submit-check-in.ts';

export const CHECK_IN_HELP = [
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
  app.command('/checkin', async ({ command, ack, client }) => {
    if (command.text.trim() !== '') return ack({ text: CHECK_IN_HELP });
    const who = { workspaceId: command.team_id, memberId: command.user_id };
    const opened = await openCheckInForm(db, { ...who, now: clock.now() });
    if (opened.outcome !== 'form') return ack({ text: whyNoForm[opened.outcome] });
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: opened.form });
  });

  app.shortcut('check_in', async ({ shortcut, ack, client, context }) => {
    await ack();
    const who = { workspaceId: context.teamId ?? '', memberId: shortcut.user.id };
    const opened = await openCheckInForm(db, { ...who, now: clock.now() });
    const view = opened.outcome === 'form' ? opened.form : noticeView('Check in', whyNoForm[opened.outcome]);
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  });

  app.action<BlockAction<ButtonAction>>(ANSWER_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const who = { workspaceId: context.teamId ?? '', memberId: body.user.id };
    const opened = await reopenCheckInForm(db, { ...who, checkInId: action.value ?? '', now: clock.now() });
    const view = opened.outcome === 'form' ? opened.form : noticeView('Check in', whyNoForm[opened.outcome]);
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(CHECK_IN_FORM, async ({ view, body, ack, context }) => {
    const form = readCheckInForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const who = { workspaceId: context.teamId ?? '', memberId: body.user.id };
    const saved = await submitCheckIn(db, { ...who, ...form, now: clock.now() });
    if (saved.outcome === 'saved') return ack();
    const view_ = noticeView('Not saved', 'This check-in is no longer there: its cadence was removed meanwhile.');
    return ack({ response_action: 'push', view: view_ });
  });
}
