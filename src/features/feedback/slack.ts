import type { BlockAction, ButtonAction, Context, MessageShortcut, ViewClosedAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { noticeView } from '../../platform/slack/notice-view.ts';
import { openOver } from '../../platform/slack/open-over.ts';
import { readPageButton, turnsPages } from '../../platform/slack/pages.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { startsWith } from '../../platform/slack/starts-with.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { DISMISS_HINT } from '../coach/hint-view.ts';
import { ABOUT_VIEW } from './about-view.ts';
import {
  ANSWER_REQUEST,
  ASK_FEEDBACK,
  DECLINE_REQUEST,
  EDIT_FEEDBACK,
  FEEDBACK_ABOUT,
  FEEDBACK_PAGE,
  GIVE_FEEDBACK,
  STEP_DONE,
  WITHDRAW_FEEDBACK,
} from './feedback-button.ts';
import { readFeedbackCommand } from './feedback-command.ts';
import { FEEDBACK_CHOICE, FEEDBACK_FORM, readFeedbackForm, readTypedFeedback } from './feedback-form.ts';
import { messageLink } from './message-link.ts';
import { openFeedback } from './open-feedback.ts';
import {
  type OpenedFeedbackForm,
  openAnswerForm,
  openEditForm,
  openGiveForm,
  rebuildForm,
} from './open-feedback-form.ts';
import { openAbout, openOverview, reopenAbout } from './open-feedback-view.ts';
import { openDeclineForm, openRequestForm } from './open-request-form.ts';
import { recordDismissedHint, recordFeedbackDraft } from './record-feedback-draft.ts';
import { recordDecline, recordFeedbackRequest } from './record-feedback-request.ts';
import { recordFeedbackWithdrawn } from './record-feedback-withdrawn.ts';
import { recordStepDone } from './record-step-done.ts';
import { notTheirManager, readsItNow, whyNoForm, whyNotAbout } from './refusal-message.ts';
import { DECLINE_FORM, REQUEST_FORM, readDeclineForm, readRequestForm, requestFormErrors } from './request-form.ts';
import { submitFeedback } from './submit-feedback.ts';
import { readWhomForm, WHOM_FORM, whomForm, whomFormErrors } from './whom-form.ts';

type Press = BlockAction<ButtonAction>;

export function registerFeedback(app: Registrar, { db, clock }: SurfaceParts): void {
  /** Whoever acts, by the names that the steps have for them. */
  const asker = (context: Context, memberId: string) => ({
    workspaceId: workspaceOf(context),
    memberId,
    authorId: memberId,
    askedById: memberId,
    now: clock.now(),
  });

  app.command('/feedback', async ({ command, ack, client, context }) => {
    const opened = await openFeedback(db, asker(context, command.user_id), readFeedbackCommand(command.text));
    if (opened.outcome === 'text') return ack({ text: opened.text });
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: opened.view });
  });

  app.shortcut<MessageShortcut>('feedback_on_message', async ({ shortcut, ack, client, context }) => {
    await ack();
    const { message, channel, team, user } = shortcut;
    const place = { channelId: channel.id, ts: message.ts, threadTs: message['thread_ts'] };
    const link = messageLink({ domain: team?.domain ?? 'app', ...place });
    const about = { subjectId: message.user ?? '', messageLink: link };
    const opened = await openGiveForm(db, { ...asker(context, user.id), ...about });
    const view = opened.outcome === 'form' ? opened.form : whomForm(link);
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  });

  app.action<Press>(GIVE_FEEDBACK, async ({ body, ack, client }) => {
    await ack();
    await openOver(client, body, whomForm(null));
  });

  app.view(WHOM_FORM, async ({ view, body, ack, context }) => {
    const opened = await openGiveForm(db, { ...asker(context, body.user.id), ...readWhomForm(view) });
    if (opened.outcome === 'form') return ack({ response_action: 'update', view: opened.form });
    return ack({ response_action: 'errors', errors: whomFormErrors(whyNoForm[opened.outcome].replaceAll('`', '')) });
  });

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(FEEDBACK_FORM, async ({ view, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const form = readFeedbackForm(view);
    const anew = async (isCoached: boolean) => {
      const { memory, typed } = readTypedFeedback(view);
      const rebuilt = await rebuildForm(db, { ...who, memory: { ...memory, isCoached }, typed });
      return ack({ response_action: 'update', view: formOrNotice(rebuilt) });
    };
    if (!form.ok) return form.errors ? ack({ response_action: 'errors', errors: form.errors }) : anew(false);
    const saved = await submitFeedback(db, { ...who, ...form });
    if (saved.outcome === 'coached') return anew(true);
    if (saved.outcome === 'other-manager') return anew(form.memory.isCoached);
    if (saved.outcome !== 'saved') {
      return ack({ response_action: 'push', view: noticeView('Not saved', whyNoForm[saved.outcome]) });
    }
    await showBelow(client, view, await openOverview(db, who));
    return ack({ response_action: 'update', view: noticeView('Saved', readsItNow(saved)) });
  });

  app.view<ViewClosedAction>(
    { callback_id: FEEDBACK_FORM, type: 'view_closed' },
    async ({ view, body, ack, context }) => {
      const isTold = Object.keys(view.state.values).length > 0;
      if (isTold) await recordFeedbackDraft(db, { ...asker(context, body.user.id), ...readTypedFeedback(view) });
      await ack();
    },
  );

  // The form is brought up to date before the choice is acknowledged: nobody submits the one before.
  app.action<BlockAction>(FEEDBACK_CHOICE, async ({ body, ack, client, context }) => {
    await formAnew(client, body, context);
    await ack();
  });

  app.action<Press>(startsWith(DISMISS_HINT), async ({ action, body, ack, client, context }) => {
    await recordDismissedHint(db, { ...asker(context, body.user.id), rule: action.value ?? '' });
    await formAnew(client, body, context);
    await ack();
  });

  async function formAnew(client: Client, { view, user }: BlockAction, context: Context): Promise<void> {
    if (!view) return;
    const rebuilt = await rebuildForm(db, { ...asker(context, user.id), ...readTypedFeedback(view) });
    await updateOpenView(client, view.id, formOrNotice(rebuilt));
  }

  app.action<Press>(startsWith(ANSWER_REQUEST), async ({ action, body, ack, client, context }) => {
    await ack();
    const which = { ...asker(context, body.user.id), requestId: action.value ?? '' };
    await openOver(client, body, formOrNotice(await openAnswerForm(db, which)));
  });

  app.action<Press>(startsWith(DECLINE_REQUEST), async ({ action, body, ack, client, context }) => {
    await ack();
    const which = { ...asker(context, body.user.id), requestId: action.value ?? '' };
    await openOver(client, body, formOrNotice(await openDeclineForm(db, which)));
  });

  app.view(DECLINE_FORM, async ({ view, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const { outcome } = await recordDecline(db, { ...who, ...readDeclineForm(view) });
    if (outcome !== 'declined') {
      return ack({ response_action: 'update', view: noticeView('Not declined', whyNoForm[outcome]) });
    }
    await showBelow(client, view, await openOverview(db, who));
    return ack();
  });

  app.action<Press>(ASK_FEEDBACK, async ({ body, ack, client, context }) => {
    await ack();
    const opened = await openRequestForm(db, { ...asker(context, body.user.id), subjectId: body.user.id });
    const view = opened.outcome === 'form' ? opened.form : noticeView('Ask for feedback', whyNoForm.unknown);
    await openOver(client, body, view);
  });

  app.view(REQUEST_FORM, async ({ view, body, ack, client, context }) => {
    const form = readRequestForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const who = asker(context, body.user.id);
    const recorded = await recordFeedbackRequest(db, { ...who, ...form });
    if (recorded.outcome === 'refused') {
      return ack({ response_action: 'errors', errors: requestFormErrors(recorded.field, recorded.because) });
    }
    if (recorded.outcome === 'not-manager') {
      return ack({ response_action: 'update', view: noticeView('Not asked', notTheirManager(recorded.whom)) });
    }
    const names = recorded.askedIds.map((id) => `<@${id}>`).join(', ');
    const notice = `Asked: ${names}. Each gets a message in their working hours. \`/feedback\` shows what came of it.`;
    await showBelow(client, view, await openOverview(db, who));
    return ack({ response_action: 'update', view: noticeView('Asked', notice) });
  });

  app.action<Press>(startsWith(EDIT_FEEDBACK), async ({ action, body, ack, client, context }) => {
    await ack();
    const which = { ...asker(context, body.user.id), feedbackId: action.value ?? '' };
    await openOver(client, body, formOrNotice(await openEditForm(db, which)));
  });

  app.action<Press>(startsWith(WITHDRAW_FEEDBACK), async ({ action, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const { outcome } = await recordFeedbackWithdrawn(db, { ...who, feedbackId: action.value ?? '' });
    if (outcome !== 'withdrawn') await openOver(client, body, noticeView('Not taken back', whyNoForm[outcome]));
    else if (body.view) await updateOpenView(client, body.view.id, await openOverview(db, who));
    await ack();
  });

  app.action<Press>(startsWith(STEP_DONE), async ({ action, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const { outcome } = await recordStepDone(db, { ...who, feedbackId: action.value ?? '' });
    if (outcome === 'gone') await openOver(client, body, noticeView('Not noted', whyNoForm.gone));
    else await turnTo(client, body, context);
    await ack();
  });

  app.action<Press>(turnsPages(FEEDBACK_PAGE), async ({ action, body, ack, client, context }) => {
    await ack();
    await turnTo(client, body, context, readPageButton(action.value).page);
  });

  async function turnTo(client: Client, { view: shown, user }: BlockAction, context: Context, page?: number) {
    if (!shown) return;
    const who = asker(context, user.id);
    if (shown.callback_id !== ABOUT_VIEW) {
      await updateOpenView(client, shown.id, await openOverview(db, who, page));
      return;
    }
    const again = await reopenAbout(db, who, shown.private_metadata, page);
    if (again.outcome === 'view') await updateOpenView(client, shown.id, again.view);
  }

  app.action<Press>(startsWith(FEEDBACK_ABOUT), async ({ action, body, ack, client, context }) => {
    await ack();
    const memberId = action.value ?? body.user.id;
    const shown = await openAbout(db, asker(context, body.user.id), { memberId });
    const view = shown.outcome === 'view' ? shown.view : noticeView('Feedback', whyNotAbout(shown));
    await openOver(client, body, view);
  });
}

type Client = Parameters<Parameters<Registrar['command']>[1]>[0]['client'];

/** The window below, where there is one, shows what was there before. Done before the ack: afterwards it may be closed. */
async function showBelow(client: Client, above: { id: string; root_view_id: string | null }, view: ModalView) {
  if (!above.root_view_id || above.root_view_id === above.id) return;
  await updateOpenView(client, above.root_view_id, view);
}

function formOrNotice(opened: OpenedFeedbackForm): ModalView {
  return opened.outcome === 'form' ? opened.form : noticeView('Feedback', whyNoForm[opened.outcome]);
}
