import type { BlockAction, ButtonAction, Context, OverflowAction, ViewClosedAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type CommandHelp, commandHelp, unclear } from '../../platform/slack/command-help.ts';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { askingAgain, sureOf } from '../observations/asking-again-view.ts';
import { findToday } from '../people/find-today.ts';
import { type AbsenceRecorded, recordAbsence } from '../people/record-absence.ts';
import { recordReturn } from '../people/record-return.ts';
import { saidMeanwhileWords, unknownContributors } from '../wins/win-fields-view.ts';
import { ABSENCE_FORM, absenceForm, absenceFormErrors, readAbsenceForm } from './absence-form.ts';
import { AWAY_BUTTON, awayButton } from './away-button.ts';
import { CHECK_IN_BUTTON, checkInButton } from './check-in-button.ts';
import { CHECK_IN_FORM, readCheckInForm, readDraft, valueBlock } from './check-in-form.ts';
import { readCheckInRequest } from './check-in-request.ts';
import { ANSWER_BUTTON, ASK_AGAIN_BUTTON, CONTROLS_MENU, readControl, UNDO_BUTTON } from './control-button.ts';
import type { NotOpen } from './find-own-open.ts';
import { type OpenedForm, openCheckInForm, reopenCheckInForm } from './open-check-in-form.ts';
import { openOptOutForm, openSkipForm } from './open-control-form.ts';
import { OPT_OUT_FORM, readOptOutForm } from './opt-out-form.ts';
import { recordDraft } from './record-draft.ts';
import { recordOptIn, recordOptOut } from './record-opt-out.ts';
import { recordPutOff } from './record-put-off.ts';
import { recordSkip, recordUndoneSkip } from './record-skip.ts';
import { readSkipForm, SKIP_FORM } from './skip-form.ts';
import { submitCheckIn } from './submit-check-in.ts';

export const checkInHelp: CommandHelp[] = [
  {
    command: '/checkin',
    does: 'opens your check-in: the one you owe, the last one to change it, or the next one early.',
    example: '/checkin',
    more: [
      'You give a number for each of your metrics (leave one empty for "no value this time"), a client win if there is one, and what got in the way.',
      'After you save, your copy is in the messages of this app, with a button to edit it. What you typed and did not save is kept as a draft that only you see.',
      'The `…` beside *Answer* puts a check-in off until later today or tomorrow, skips it with a reason that your manager reads, or says that it is not for you.',
    ],
    topic: 'check-ins',
    mostFor: ['employee'],
    meantBy: ['asking', 'later', 'remind', 'reminder', 'reminders', 'skip', 'snooze', 'stop'],
    button: checkInButton,
  },
  {
    command: '/checkin',
    takes: 'away',
    does: 'asks from when until when you are away, so that you are not asked then. Or type the days: `/checkin away 2026-08-03 2026-08-14`.',
    example: '/checkin away',
    topic: 'check-ins',
    meantBy: ['away', 'holiday', 'holidays', 'vacation', 'leave', 'pto', 'sick', 'ill', 'off'],
    button: awayButton,
  },
  {
    command: '/checkin',
    takes: 'back',
    does: 'says that you are back. Your Home shows when you are away.',
    example: '/checkin back',
    topic: 'check-ins',
  },
];

const whyNoForm: Record<Exclude<OpenedForm['outcome'], 'form'>, string> = {
  'no-team':
    'You are not on a team yet, so there is nothing to ask you. Ask an administrator to add you to one; `/throughline setup` tells them how.',
  'no-cadence': 'Your team has no check-in yet. Ask an administrator for one; `/throughline setup` tells them how.',
  'not-yours': "This check-in is somebody else's, or it is no longer there. `/checkin` opens yours.",
};

const whyNot: Record<NotOpen['outcome'] | 'too-late', string> = {
  gone: whyNoForm['not-yours'],
  answered: 'You have answered this one already. *Edit* under your copy changes it.',
  closed: 'Its time is over. A late answer is welcome all the same: `/checkin` takes it.',
  'too-late':
    'Its time is over before you could be asked again in your working hours. Answer it now, or late: `/checkin` takes late answers too.',
};

export function registerCheckIns(app: Registrar, { db, clock }: SurfaceParts): void {
  app.command('/checkin', async ({ command, ack, client, context }) => {
    const request = readCheckInRequest(command.text);
    if (request.asks === 'help') return ack({ text: commandHelp(checkInHelp) });
    if (request.asks === 'unclear') return ack({ text: unclear(checkInHelp) });
    const who = { ...asker(context, command.user_id), now: clock.now() };
    if (request.asks === 'away') return ack({ text: readableAway(await recordAbsence(db, { ...who, ...request })) });
    if (request.asks === 'away-form') {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: absenceForm(await findToday(db, who)) });
      return;
    }
    if (request.asks === 'back') return ack({ text: readableReturn(await recordReturn(db, who)) });
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
    const saved = await submitCheckIn(db, {
      ...asker(context, body.user.id),
      ...form,
      sureOf: sureOf(view),
      now: clock.now(),
    });
    if (saved.outcome === 'unlikely') {
      return ack({ response_action: 'update', view: askingAgain(view, saved.values, valueBlock) });
    }
    if (saved.outcome === 'saved' && saved.saidMeanwhile.length > 0) {
      const words = `Saved.${saidMeanwhileWords(saved.saidMeanwhile)}`;
      return ack({ response_action: 'update', view: noticeView('Saved', words) });
    }
    if (saved.outcome === 'saved') return ack();
    if (saved.outcome === 'unknown-contributors') {
      return ack({ response_action: 'errors', errors: unknownContributors(saved.memberIds) });
    }
    const notSaved = noticeView('Not saved', 'This check-in is no longer there: its cadence was removed meanwhile.');
    return ack({ response_action: 'push', view: notSaved });
  });

  app.view<ViewClosedAction>(
    { callback_id: CHECK_IN_FORM, type: 'view_closed' },
    async ({ view, body, ack, context }) => {
      const draft = readDraft(view);
      if (draft) await recordDraft(db, { ...asker(context, body.user.id), ...draft, now: clock.now() });
      await ack();
    },
  );

  app.action<BlockAction<OverflowAction>>(CONTROLS_MENU, async ({ action, body, ack, client, context }) => {
    const { control, checkInId = '' } = readControl(action.selected_option.value) ?? {};
    const which = { ...asker(context, body.user.id), checkInId, now: clock.now() };
    const open = (view: ModalView) => client.views.open({ trigger_id: body.trigger_id, view });
    if (control === 'later' || control === 'tomorrow') {
      const { outcome } = await recordPutOff(db, { ...which, choice: control });
      await ack();
      if (outcome !== 'put-off') await open(noticeView('Check in', whyNot[outcome]));
      return;
    }
    await ack();
    const opened = control === 'skip' ? await openSkipForm(db, which) : await openOptOutForm(db, which);
    await open(opened.outcome === 'form' ? opened.form : noticeView('Check in', whyNot[opened.outcome]));
  });

  app.view(SKIP_FORM, async ({ view, body, ack, context }) => {
    const form = readSkipForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const { outcome } = await recordSkip(db, { ...asker(context, body.user.id), ...form, now: clock.now() });
    if (outcome === 'skipped') return ack();
    return ack({ response_action: 'update', view: noticeView('Not skipped', whyNot[outcome]) });
  });

  app.action<BlockAction<ButtonAction>>(UNDO_BUTTON, async ({ action, body, ack, client, context }) => {
    const which = { ...asker(context, body.user.id), checkInId: action.value ?? '' };
    const { outcome } = await recordUndoneSkip(db, { ...which, now: clock.now() });
    await ack();
    if (outcome === 'owed') return;
    await client.views.open({ trigger_id: body.trigger_id, view: noticeView('Check in', whyNot[outcome]) });
  });

  app.view(OPT_OUT_FORM, async ({ view, body, ack, context }) => {
    await recordOptOut(db, { ...asker(context, body.user.id), ...readOptOutForm(view), now: clock.now() });
    await ack();
  });

  app.action<BlockAction<ButtonAction>>(ASK_AGAIN_BUTTON, async ({ action, body, ack, context }) => {
    const which = { ...asker(context, body.user.id), cadenceKey: action.value ?? '' };
    await recordOptIn(db, { ...which, now: clock.now() });
    await ack();
  });

  app.action<BlockAction<ButtonAction>>(AWAY_BUTTON, async ({ body, ack, client, context }) => {
    await ack();
    const who = { ...asker(context, body.user.id), now: clock.now() };
    await client.views.open({ trigger_id: body.trigger_id, view: absenceForm(await findToday(db, who)) });
  });

  app.view(ABSENCE_FORM, async ({ view, body, ack, context }) => {
    const form = readAbsenceForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const recorded = await recordAbsence(db, { ...asker(context, body.user.id), ...form.days, now: clock.now() });
    if (recorded.outcome === 'refused') {
      return ack({ response_action: 'errors', errors: absenceFormErrors(recorded.field, recorded.because) });
    }
    await ack();
  });
}

function asker(context: Context, memberId: string): { workspaceId: string; memberId: string } {
  return { workspaceId: workspaceOf(context), memberId };
}

function readableAway(recorded: AbsenceRecorded): string {
  if (recorded.outcome === 'refused') return `Not noted: ${recorded.because} \`/checkin away\` asks for the days.`;
  const { awayFrom, awayUntil } = recorded;
  return `Noted: you are away ${readableDay(awayFrom)} to ${readableDay(awayUntil)}, and not asked meanwhile. \`/checkin back\` ends it early.`;
}

function readableReturn({ wasAway }: { wasAway: boolean }): string {
  return wasAway
    ? 'Welcome back: you are asked again from now on.'
    : 'You are not noted as away today. Days that lie ahead are on the Home tab of this app, each with a button to remove it.';
}

function formOrNotice(opened: OpenedForm): ModalView {
  return opened.outcome === 'form' ? opened.form : noticeView('Check in', whyNoForm[opened.outcome]);
}
