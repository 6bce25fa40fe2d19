import type { BlockAction, ButtonAction, Context } from '@slack/bolt';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { EXPERIMENT_BUTTONS } from './experiment-button.ts';
import { EXPERIMENT_FORM, readExperimentForm } from './experiment-form.ts';
import { openExperimentForm, openExperiments, openLessons } from './open-experiments.ts';
import { recordExperimentWithdrawal, recordUndoneExperimentWithdrawal } from './record-experiment-withdrawal.ts';
import { submitExperiment } from './submit-experiment.ts';

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
    does: 'names what is in the way and tries something about it.',
    answer: (db, { userId: memberId, ...asked }) => openExperiments(db, { ...asked, memberId }),
  },
  {
    word: 'lessons',
    takes: '[words]',
    does: 'shows what was learned lately, or finds what was learned about something: `/throughline lessons onboarding`.',
    answer: (db, { userId: memberId, typed: words, ...asked }) => openLessons(db, { ...asked, memberId, words }),
  },
];

export function registerGrowth(app: Registrar, { db, clock }: SurfaceParts): void {
  const asker = ({ teamId }: Context, memberId: string) => {
    if (!teamId) throw new Error('Slack named no workspace');
    return { workspaceId: teamId, memberId, now: clock.now() };
  };

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
    const { outcome } = await submitExperiment(db, { ...asker(context, body.user.id), ...form });
    const notice =
      outcome === 'saved' ? noticeView('Saved', SAVED[form.said.step]) : noticeView('Not saved', NOT_THERE);
    return ack({ response_action: 'update', view: notice });
  });

  app.action<BlockAction<ButtonAction>>(
    EXPERIMENT_BUTTONS.withdraw,
    async ({ action, body, ack, respond, context }) => {
      const who = asker(context, body.user.id);
      const done = await recordExperimentWithdrawal(db, { ...who, id: action.value ?? '' });
      await ack();
      if (done.outcome === 'not-yours') return void (await respond({ text: NOT_THERE, replace_original: false }));
      await respond({ ...(await openExperiments(db, who, done.experiment)), replace_original: true });
    },
  );

  app.action<BlockAction<ButtonAction>>(EXPERIMENT_BUTTONS.restore, async ({ action, body, ack, respond, context }) => {
    const who = asker(context, body.user.id);
    const done = await recordUndoneExperimentWithdrawal(db, { ...who, id: action.value ?? '' });
    await ack();
    if (done.outcome === 'not-yours') return void (await respond({ text: NOT_THERE, replace_original: false }));
    await respond({ ...(await openExperiments(db, who)), replace_original: true });
  });
}
