import type {
  BlockAction,
  ButtonAction,
  Context,
  MultiStaticSelectAction,
  StaticSelectAction,
  ViewClosedAction,
} from '@slack/bolt';
import { type CommandHelp, commandHelp, unclear } from '../../platform/slack/command-help.ts';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { findSharedPlan } from './find-shared-plan.ts';
import { GOAL_FORM, goalFormErrors, readGoalForm, STEP_LENGTH } from './goal-form.ts';
import { loadPlans } from './load-plans.ts';
import { openGoalForm, openPlanForm } from './open-plan-form.ts';
import { openPlanToSign } from './open-plan-to-sign.ts';
import { openSession } from './open-session.ts';
import { plansMessages } from './own-plan-message.ts';
import {
  ALIGN_BUTTON,
  EDIT_PLAN_BUTTON,
  READ_TO_SIGN_BUTTON,
  readPlanValue,
  SHARE_PLAN_BUTTON,
  SIGN_PLAN_BUTTON,
} from './plan-button.ts';
import { GOAL_BUTTON, KEEP_DRAFT_BUTTON, PLAN_FORM, PLAN_METRICS, planFormErrors, readPlanForm } from './plan-form.ts';
import {
  afterSubmit,
  formOrNotice,
  NOT_ASKED_TO_SIGN,
  NOT_TO_SHARE,
  signedWords,
  whyNoForm,
  whyNotShown,
} from './plan-notice-view.ts';
import { readPlanRequest } from './plan-request.ts';
import { signatureWords } from './plan-text-message.ts';
import { recordPlanDraft } from './record-plan-draft.ts';
import { recordSignature } from './record-signature.ts';
import { readShareForm, SHARE_FORM, shareForm } from './share-form.ts';
import { sharedMessage, sharedText } from './shared-text-message.ts';
import { readSignForm, SIGN_FORM } from './sign-form.ts';
import { recordDraftedGoal, submitGoal } from './submit-goal.ts';
import { submitPlan } from './submit-plan.ts';

export const planHelp: CommandHelp[] = [
  {
    command: '/plan',
    does: 'shows your plan: what is aimed at, why, who signed it, and how much of it is attained.',
    example: '/plan',
    more: [
      'You or your manager draft it: at most five metrics, at least one leading and one lagging, weights that come to 100. *Ask for signatures* brings all who have a part in it together in a group conversation.',
      'It is in force when everybody has signed the same version. A change makes a new version, which all sign again; until then the one before holds.',
    ],
    topic: 'plans',
    mostFor: ['employee'],
  },
  {
    command: '/plan',
    takes: '@name',
    does: 'shows the plan of one of your people, or of somebody whose plan you signed as a partner.',
    example: '/plan @ana',
    topic: 'plans',
    mostFor: ['manager'],
  },
];

export function registerPlans(app: Registrar, { db, clock }: SurfaceParts): void {
  app.command('/plan', async ({ command, ack, respond }) => {
    const request = readPlanRequest(command.text);
    if (request.asks === 'help') return ack({ text: commandHelp(planHelp) });
    if (request.asks === 'unclear') return ack({ text: unclear(planHelp) });
    const memberId = request.asks === 'own' ? command.user_id : request.memberId;
    const now = clock.now();
    const loaded = await loadPlans(db, { workspaceId: command.team_id, actorId: command.user_id, memberId, now });
    if (loaded.outcome !== 'shown') return ack({ text: whyNotShown(loaded) });
    const [first, ...others] = plansMessages(loaded, dayOf(now, loaded.member.timeZone));
    await ack(first);
    for (const page of others) await respond({ ...page, response_type: 'ephemeral', replace_original: false });
  });

  app.action<BlockAction<ButtonAction>>(EDIT_PLAN_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const [memberId, about] = readPlanValue(action.value);
    const opened = await openPlanForm(db, { ...planner(context, body.user.id), memberId, about });
    await client.views.open({ trigger_id: body.trigger_id, view: formOrNotice(opened) });
  });

  // Another choice of metrics, or kept as a draft: what was typed is kept, and the form shows what follows from it.
  for (const name of [PLAN_METRICS, KEEP_DRAFT_BUTTON]) {
    app.action<BlockAction<MultiStaticSelectAction | ButtonAction>>(name, async ({ body, ack, client, context }) => {
      const { view } = body;
      if (!view) return ack();
      const { memory, change } = readPlanForm(view);
      const who = { ...planner(context, body.user.id), ...memory };
      await recordPlanDraft(db, who, change);
      await ack();
      const opened = await openPlanForm(db, who);
      await updateOpenView(client, view.id, formOrNotice(opened));
    });
  }

  app.action<BlockAction<ButtonAction>>(GOAL_BUTTON, async ({ action, body, ack, client, context }) => {
    const { view } = body;
    if (!view) return ack();
    const { memory, change } = readPlanForm(view);
    const who = { ...planner(context, body.user.id), ...memory };
    await recordPlanDraft(db, who, change);
    await ack();
    const opened = await openGoalForm(db, { ...who, metricKey: action.value ?? '' });
    await client.views.push({ trigger_id: body.trigger_id, view: formOrNotice(opened) });
  });

  app.action<BlockAction<StaticSelectAction>>(STEP_LENGTH, async ({ body, ack, client, context }) => {
    const { view } = body;
    if (!view) return ack();
    const { memory, change } = readGoalForm(view);
    const who = { ...planner(context, body.user.id), ...memory };
    await recordDraftedGoal(db, who, change);
    await ack();
    await updateOpenView(client, view.id, formOrNotice(await openGoalForm(db, who)));
  });

  app.view(GOAL_FORM, async ({ view, body, ack, client, context }) => {
    const { memory, change } = readGoalForm(view);
    const who = { ...planner(context, body.user.id), ...memory };
    const problems = await submitGoal(db, who, change);
    if (problems.length > 0) return ack({ response_action: 'errors', errors: goalFormErrors(problems) });
    await ack();
    // The plan below shows the numbers; what stands in its fields is in the draft since this window was opened.
    const opened = await openPlanForm(db, who);
    if (view.previous_view_id) await updateOpenView(client, view.previous_view_id, formOrNotice(opened));
  });

  app.view<ViewClosedAction>({ callback_id: GOAL_FORM, type: 'view_closed' }, async ({ view, body, ack, context }) => {
    const { memory, change } = readGoalForm(view);
    await recordDraftedGoal(db, { ...planner(context, body.user.id), ...memory }, change);
    await ack();
  });

  app.view<ViewClosedAction>({ callback_id: PLAN_FORM, type: 'view_closed' }, async ({ view, body, ack, context }) => {
    const { memory, change } = readPlanForm(view);
    await recordPlanDraft(db, { ...planner(context, body.user.id), ...memory }, change);
    await ack();
  });

  // What was typed is kept first, whatever is wrong with it.
  app.view(PLAN_FORM, async ({ view, body, ack, context }) => {
    const { memory, change } = readPlanForm(view);
    const who = { ...planner(context, body.user.id), ...memory };
    await recordPlanDraft(db, who, change);
    const submitted = await submitPlan(db, who);
    if (submitted.outcome === 'problems') {
      return ack({
        response_action: 'errors',
        errors: planFormErrors(submitted.problems, submitted.ofGoals, view.state),
      });
    }
    await ack({ response_action: 'update', view: afterSubmit(submitted) });
  });

  app.action<BlockAction<ButtonAction>>(ALIGN_BUTTON, async ({ action, body, ack, client, context }) => {
    const opened = await openSession(db, { ...planner(context, body.user.id), planId: action.value ?? '' });
    await ack();
    const words =
      opened.outcome === 'opened'
        ? `Everybody who is to sign it gets the plan in a group conversation now. ${signatureWords(opened.version)}`
        : whyNoForm(opened);
    const view = noticeView('Plan', words);
    if (body.view?.type === 'modal') await updateOpenView(client, body.view.id, view);
    else await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.action<BlockAction<ButtonAction>>(SIGN_PLAN_BUTTON, async ({ action, body, ack, client, context }) => {
    const [planId, version] = readPlanValue(action.value);
    const { workspaceId, authorId: memberId, now } = planner(context, body.user.id);
    const signed = await recordSignature(db, { workspaceId, memberId, planId, version: Number(version), now });
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: noticeView('Plan', signedWords(signed)) });
  });

  /** Where a plan does not stand beside the button, it is read first. */
  app.action<BlockAction<ButtonAction>>(READ_TO_SIGN_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const { workspaceId, authorId: memberId, now } = planner(context, body.user.id);
    const opened = await openPlanToSign(db, { workspaceId, memberId, planId: action.value ?? '', now });
    await client.views.open({ trigger_id: body.trigger_id, view: opened ?? noticeView('Plan', NOT_ASKED_TO_SIGN) });
  });

  app.view(SIGN_FORM, async ({ view, body, ack, context }) => {
    const { workspaceId, authorId: memberId, now } = planner(context, body.user.id);
    const signed = await recordSignature(db, { workspaceId, memberId, ...readSignForm(view), now });
    await ack({ response_action: 'update', view: noticeView('Plan', signedWords(signed)) });
  });

  app.action<BlockAction<ButtonAction>>(SHARE_PLAN_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const [planId, version] = readPlanValue(action.value);
    const sharing = { ...planner(context, body.user.id), planId, version: Number(version) };
    const shared = await findSharedPlan(db, sharing);
    const view = shared ? shareForm(shared, sharedText(shared)) : noticeView('Plan', NOT_TO_SHARE);
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.view(SHARE_FORM, async ({ view, body, ack, context, respond }) => {
    const sharing = { ...planner(context, body.user.id), ...readShareForm(view) };
    const shared = await findSharedPlan(db, sharing);
    if (!shared) return ack({ response_action: 'update', view: noticeView('Plan', NOT_TO_SHARE) });
    await ack();
    await respond({ ...sharedMessage(shared, sharing.authorId), response_type: 'in_channel' });
  });

  function planner(context: Context, authorId: string): { workspaceId: string; authorId: string; now: Date } {
    return { workspaceId: workspaceOf(context), authorId, now: clock.now() };
  }
}
