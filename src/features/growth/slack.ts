import type { BlockAction, ButtonAction, Context } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { noticeView } from '../../platform/slack/notice-view.ts';
import { openOver } from '../../platform/slack/open-over.ts';
import { readPageButton, turnsPages } from '../../platform/slack/pages.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { startsWith } from '../../platform/slack/starts-with.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { GOAL_FROM_FEEDBACK } from '../feedback/feedback-button.ts';
import { EXPERIMENT_BUTTONS } from './experiment-button.ts';
import { EXPERIMENT_FORM, readExperimentForm } from './experiment-form.ts';
import { EXPERIMENTS_PAGE } from './experiments-message.ts';
import { GOAL_BUTTONS, readStepValue } from './goal-button.ts';
import { GOAL_FORM, readGoalForm, supporterErrors } from './goal-form.ts';
import { GOALS_PAGE, GOALS_VIEW } from './goals-view.ts';
import { LESSONS_PAGE } from './lessons-message.ts';
import { openExperimentForm, openExperiments, openLessons } from './open-experiments.ts';
import { openGoalEdit, openGoalForm, openGoals } from './open-goals.ts';
import { recordExperimentWithdrawal, recordUndoneExperimentWithdrawal } from './record-experiment-withdrawal.ts';
import { recordGoalEnded, recordGoalResumed, recordGoalStep } from './record-goal-progress.ts';
import { submitExperiment } from './submit-experiment.ts';
import { submitGoal } from './submit-goal.ts';

const NOT_THERE =
  'It was taken back or finished meanwhile, or belongs to another team. `/throughline experiments` shows what there is.';
const SAVED = {
  name: 'Saved. `/throughline experiments` shows it to everyone; a proposal, then an experiment, can follow.',
  plan: 'Saved. When it is over, App Home asks you what was learned.',
  finish: 'Saved. `/throughline lessons` finds it, and the note of this month tells it.',
};

export const growthSubcommands: Subcommand[] = [
  {
    word: 'experiments',
    does: 'names what is in the way, and tries something about it.',
    example: '/throughline experiments',
    topic: 'learning',
    answer: (db, { userId: memberId, ...asked }) => openExperiments(db, { ...asked, memberId }),
  },
  {
    word: 'lessons',
    takes: '[words]',
    does: 'shows what was learned lately, or finds what was learned about something.',
    example: '/throughline lessons onboarding',
    topic: 'learning',
    answer: (db, { userId: memberId, typed: words, ...asked }) => openLessons(db, { ...asked, memberId, words }),
  },
  {
    word: 'goals',
    takes: '[@name]',
    does: 'shows what you want to become better at, step by step, or what one of your people does.',
    example: '/throughline goals @ana',
    topic: 'learning',
    async open(db, { userId: memberId, typed, workspaceId, now }) {
      const whose = typed === '' ? memberId : mentionedIn(typed);
      const opened = await openGoals(db, { workspaceId, memberId, now }, whose);
      return opened.outcome === 'view' ? opened.view : noticeView('Not yours to read', NOT_THEIR_GOALS);
    },
  },
];

const NOT_THEIR_GOALS =
  'Development goals are read by the person and the managers above them. `/throughline goals` shows your own.';

/** Slack makes a mention only of names it knows: another `@name` is nobody's. */
function mentionedIn(typed: string): string {
  return /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed)?.[1] ?? typed;
}

export function registerGrowth(app: Registrar, { db, clock }: SurfaceParts): void {
  const asker = (context: Context, memberId: string) => ({
    workspaceId: workspaceOf(context),
    memberId,
    now: clock.now(),
  });

  for (const [name, step] of [
    [EXPERIMENT_BUTTONS.name, 'name'],
    [EXPERIMENT_BUTTONS.reword, 'name'],
    [EXPERIMENT_BUTTONS.plan, 'plan'],
    [EXPERIMENT_BUTTONS.finish, 'finish'],
  ] as const) {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context }) => {
      await ack();
      const view = await openExperimentForm(db, { ...asker(context, body.user.id), id: action.value, step });
      await client.views.open({ trigger_id: body.trigger_id, view: view ?? noticeView('Not there', NOT_THERE) });
    });
  }

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(EXPERIMENT_FORM, async ({ view, body, ack, context }) => {
    const form = readExperimentForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const saved = await submitExperiment(db, { ...asker(context, body.user.id), ...form });
    if (saved.outcome === 'changed-meanwhile') return ack({ response_action: 'update', view: saved.view });
    const notice =
      saved.outcome === 'saved' ? noticeView('Saved', SAVED[form.said.step]) : noticeView('Not saved', NOT_THERE);
    return ack({ response_action: 'update', view: notice });
  });

  app.action<BlockAction<ButtonAction>>(
    EXPERIMENT_BUTTONS.withdraw,
    async ({ action, body, ack, respond, context }) => {
      const who = asker(context, body.user.id);
      const done = await recordExperimentWithdrawal(db, { ...who, id: action.value ?? '' });
      await ack();
      if (done.outcome === 'not-yours') return void (await respond({ text: NOT_THERE, replace_original: false }));
      await respond({ ...(await openExperiments(db, who, { withdrawn: done.experiment })), replace_original: true });
    },
  );

  app.action<BlockAction<ButtonAction>>(EXPERIMENT_BUTTONS.restore, async ({ action, body, ack, respond, context }) => {
    const who = asker(context, body.user.id);
    const done = await recordUndoneExperimentWithdrawal(db, { ...who, id: action.value ?? '' });
    await ack();
    if (done.outcome === 'not-yours') return void (await respond({ text: NOT_THERE, replace_original: false }));
    await respond({ ...(await openExperiments(db, who)), replace_original: true });
  });

  app.action<Press>(turnsPages(EXPERIMENTS_PAGE), async ({ action, body, ack, respond, context }) => {
    await ack();
    const { page } = readPageButton(action.value);
    await respond({ ...(await openExperiments(db, asker(context, body.user.id), { page })), replace_original: true });
  });

  app.action<Press>(turnsPages(LESSONS_PAGE), async ({ action, body, ack, respond, context }) => {
    await ack();
    const { page, of: words } = readPageButton(action.value);
    const lessons = await openLessons(db, { ...asker(context, body.user.id), words, page });
    await respond({ ...lessons, replace_original: true });
  });

  registerGoals(app, { db, clock });
}

const GOAL_NOT_THERE =
  'It was reached or dropped meanwhile, or is not yours. `/throughline goals` shows what there is.';

function registerGoals(app: Registrar, { db, clock }: SurfaceParts): void {
  const asker = (context: Context, memberId: string) => ({
    workspaceId: workspaceOf(context),
    memberId,
    now: clock.now(),
  });
  const goalsOf = async (who: ReturnType<typeof asker>, page = 0, memberId = who.memberId): Promise<ModalView> => {
    const opened = await openGoals(db, who, memberId, page);
    return opened.outcome === 'view' ? opened.view : noticeView('Not there', GOAL_NOT_THERE);
  };

  app.action<Press>(startsWith(GOAL_BUTTONS.open), async ({ body, ack, client, context }) => {
    await ack();
    await openOver(client, body, await goalsOf(asker(context, body.user.id)));
  });

  app.action<Press>(turnsPages(GOALS_PAGE), async ({ action, body, ack, client, context }) => {
    await ack();
    const { page, of: memberId } = readPageButton(action.value);
    await showAgain(client, body, await goalsOf(asker(context, body.user.id), page, memberId));
  });

  app.action<Press>(GOAL_BUTTONS.set, async ({ body, ack, client, context }) => {
    await ack();
    await openOver(client, body, (await openGoalForm(db, asker(context, body.user.id))) ?? notThere());
  });

  app.action<Press>(startsWith(GOAL_FROM_FEEDBACK), async ({ action, body, ack, client, context }) => {
    await ack();
    const form = await openGoalForm(db, asker(context, body.user.id), action.value ?? '');
    await openOver(client, body, form ?? notThere());
  });

  app.action<Press>(startsWith(GOAL_BUTTONS.edit), async ({ action, body, ack, client, context }) => {
    await ack();
    const form = await openGoalEdit(db, asker(context, body.user.id), action.value ?? '');
    await openOver(client, body, form ?? notThere());
  });

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(GOAL_FORM, async ({ view, body, ack, client, context }) => {
    const form = readGoalForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const who = asker(context, body.user.id);
    const saved = await submitGoal(db, { ...who, ...form });
    if (saved.outcome === 'bad-supporter') {
      return ack({ response_action: 'errors', errors: supporterErrors(saved.because) });
    }
    if (saved.outcome === 'gone') return ack({ response_action: 'push', view: notThere() });
    // Before the ack: afterwards the window below may be closed.
    const below = view.root_view_id;
    const isOfGoals = form.goalId !== null || form.goal.feedbackId === null;
    if (below && below !== view.id && isOfGoals) await updateOpenView(client, below, await goalsOf(who));
    return ack({ response_action: 'update', view: noticeView('Saved', GOAL_SAVED) });
  });

  const endings = [
    [GOAL_BUTTONS.reached, 'reached'],
    [GOAL_BUTTONS.dropped, 'dropped'],
  ] as const;
  for (const [name, as] of endings) {
    app.action<Press>(startsWith(name), async ({ action, body, ack, client, context }) => {
      const who = asker(context, body.user.id);
      const { outcome } = await recordGoalEnded(db, { ...who, goalId: action.value ?? '', as });
      await showAgain(client, body, outcome === 'gone' ? notThere() : await goalsOf(who, pageOfGoals(body)));
      await ack();
    });
  }

  app.action<Press>(startsWith(GOAL_BUTTONS.resumed), async ({ action, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const { outcome } = await recordGoalResumed(db, { ...who, goalId: action.value ?? '' });
    await showAgain(client, body, outcome === 'gone' ? notThere() : await goalsOf(who, pageOfGoals(body)));
    await ack();
  });

  app.action<Press>(startsWith(GOAL_BUTTONS.stepDone), async ({ action, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const { outcome } = await recordGoalStep(db, { ...who, ...readStepValue(action.value) });
    await showAgain(client, body, outcome === 'gone' ? notThere() : await goalsOf(who, pageOfGoals(body)));
    await ack();
  });
}

const GOAL_SAVED =
  'Saved. `/throughline goals` shows it, with a button for each step that is done. Check-ins ask how it goes.';

type Press = BlockAction<ButtonAction>;
type Client = Parameters<Parameters<Registrar['command']>[1]>[0]['client'];

/** Which page of them the window shows in which something was pressed. */
function pageOfGoals({ view }: BlockAction): number {
  return Number(view?.private_metadata ?? 0);
}

/** The window that the button stands in, as it is now. */
async function showAgain(client: Client, { view: shown }: BlockAction, view: ModalView): Promise<void> {
  if (shown?.callback_id === GOALS_VIEW) await updateOpenView(client, shown.id, view);
}

function notThere(): ModalView {
  return noticeView('Not there', GOAL_NOT_THERE);
}
