import type { BlockAction, ButtonAction, Context, RespondFn } from '@slack/bolt';
import { closestWord } from '../../platform/slack/closest-word.ts';
import { type CommandHelp, commandHelp } from '../../platform/slack/command-help.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { PicturingParts, Registrar } from '../../platform/slack/registrar.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { askingAgain, sureOf } from '../observations/asking-again-view.ts';
import type { Asker } from '../people/find-today.ts';
import { CORRECTED_BLOCK, CORRECTION_FORM, readCorrectionForm, wrongValue } from './correction-form.ts';
import { loadProgress, type Progress } from './load-progress.ts';
import { type OpenedForm, openCorrectionForm, openUpdateForm } from './open-value-forms.ts';
import { DETAILS_BUTTON } from './people-message.ts';
import { progressMessage, progressPictures } from './progress-message.ts';
import { readProgressRequest } from './progress-request.ts';
import { submitCorrection } from './submit-correction.ts';
import { submitUpdate } from './submit-update.ts';
import { readUpdateForm, reasonMissing, UPDATE_FORM, valueBlock } from './update-form.ts';
import { CORRECT_BUTTON, UPDATE_BUTTON } from './value-button.ts';

export const progressHelp: CommandHelp[] = [
  {
    command: '/progress',
    does: 'shows the people who report to you, what needs attention first; if nobody does, your own numbers and wins.',
    example: '/progress',
    topic: 'numbers',
    mostFor: ['manager', 'sponsor', 'employee'],
  },
  {
    command: '/progress',
    takes: '@name',
    does: 'shows one person, if it is you or one of your people; otherwise what your part allows: a partner who signed, a data owner, a sponsor.',
    example: '/progress @ana',
    topic: 'numbers',
    isFor: ['manager', 'data owner', 'sponsor'],
  },
  {
    command: '/progress',
    takes: 'team name',
    does: 'shows the people of a team, as far as you may see them.',
    example: '/progress team Customer Support',
    topic: 'numbers',
    isFor: ['manager', 'data owner', 'sponsor'],
  },
  {
    command: '/progress',
    takes: 'update',
    does: 'takes new numbers of yours, for any day: with a link to evidence and a note, if you like.',
    example: '/progress update',
    topic: 'numbers',
  },
  {
    command: '/progress',
    takes: 'correct',
    does: 'puts another number in the place of one you gave, or takes it back. Both stay on record, with why.',
    example: '/progress correct',
    topic: 'numbers',
  },
];

const whyNoForm: Record<Exclude<OpenedForm['outcome'], 'form'>, string> = {
  'no-metrics':
    'You have no metrics yet: they come with a role. Ask an administrator to give you one; `/throughline setup` tells them how.',
  'no-values':
    'You have given no numbers yet. `/progress update` takes some. A number that a system sent is corrected by its data owner; `/throughline metrics` tells who that is.',
};

const whyNotChanged = {
  'changed-meanwhile': 'This number was corrected or taken back meanwhile. `/progress correct` shows those that stand.',
  'not-allowed': 'This number is not yours to change. Its data owner can: `/throughline metrics` tells who that is.',
};

/** What was asked from stays where it is. */
const BESIDE = { response_type: 'ephemeral', replace_original: false } as const;

type OpenForm = (asker: Asker) => Promise<OpenedForm>;

export function registerProgress(app: Registrar, { db, clock, gallery }: PicturingParts): void {
  const forms: Record<'update' | 'correct', OpenForm> = {
    update: (asker) => openUpdateForm(db, asker),
    correct: (asker) => openCorrectionForm(db, asker),
  };

  app.command('/progress', async ({ command, ack, respond, client }) => {
    const request = readProgressRequest(command.text);
    if (request.asks === 'help') return ack({ text: commandHelp(progressHelp) });
    if (request.asks === 'update' || request.asks === 'correct') {
      const asker = { workspaceId: command.team_id, memberId: command.user_id, now: clock.now() };
      const opened = await forms[request.asks](asker);
      if (opened.outcome !== 'form') return ack({ text: whyNoForm[opened.outcome] });
      await ack();
      return void (await client.views.open({ trigger_id: command.trigger_id, view: opened.form }));
    }
    const who = { workspaceId: command.team_id, actorId: command.user_id };
    const progress = await loadProgress(db, { ...who, request, surface: '/progress', now: clock.now() });
    if (progress.outcome !== 'shown') return ack({ text: instead(progress) });
    await ack(progressMessage(progress));
    await addPictures(progress, respond);
  });

  app.action<BlockAction<ButtonAction>>(DETAILS_BUTTON, async ({ action, body, ack, respond, context }) => {
    await ack();
    const { workspaceId, memberId: actorId, now } = asker(context, body.user.id);
    const request = { asks: 'member', memberId: action.value ?? '' } as const;
    const progress = await loadProgress(db, { workspaceId, actorId, request, surface: '/progress', now });
    if (progress.outcome !== 'shown') return void (await respond({ text: instead(progress), ...BESIDE }));
    await respond({ ...progressMessage(progress), ...BESIDE });
    await addPictures(progress, respond);
  });

  /** After the words, which wait for no picture. */
  async function addPictures(progress: Extract<Progress, { outcome: 'shown' }>, respond: RespondFn): Promise<void> {
    const pictures = progressPictures(progress);
    const hung = await gallery.hang(pictures.blocks);
    if (hung.length > 0) await respond({ text: pictures.text, blocks: hung, ...BESIDE });
  }

  opens(UPDATE_BUTTON, forms.update);
  opens(CORRECT_BUTTON, forms.correct);

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(UPDATE_FORM, async ({ view, body, ack, context }) => {
    const form = readUpdateForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const saved = await submitUpdate(db, {
      ...asker(context, body.user.id),
      answer: form.answer,
      sureOf: sureOf(view),
    });
    if (saved.outcome === 'unlikely') {
      return ack({ response_action: 'update', view: askingAgain(view, saved.values, valueBlock) });
    }
    if (saved.outcome === 'needs-reason') {
      return ack({ response_action: 'errors', errors: reasonMissing(saved.standing) });
    }
    return ack({ response_action: 'update', view: noticeView('Saved', readableSaved(saved)) });
  });

  app.view(CORRECTION_FORM, async ({ view, body, ack, context }) => {
    const form = readCorrectionForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const changed = await submitCorrection(db, {
      ...asker(context, body.user.id),
      answer: form.answer,
      sureOf: sureOf(view),
    });
    switch (changed.outcome) {
      case 'unlikely':
        return ack({ response_action: 'update', view: askingAgain(view, changed.values, () => CORRECTED_BLOCK) });
      case 'wrong-value':
        return ack({ response_action: 'errors', errors: wrongValue(changed.problem) });
      case 'corrected':
        return ack({ response_action: 'update', view: noticeView('Saved', 'The number is corrected.') });
      case 'withdrawn':
        return ack({ response_action: 'update', view: noticeView('Saved', 'The number is taken back.') });
      default:
        return ack({ response_action: 'update', view: noticeView('Not saved', whyNotChanged[changed.outcome]) });
    }
  });

  function opens(button: string, open: OpenForm): void {
    app.action<BlockAction<ButtonAction>>(button, async ({ body, ack, client, context }) => {
      await ack();
      const opened = await open(asker(context, body.user.id));
      const view = opened.outcome === 'form' ? opened.form : noticeView('Numbers', whyNoForm[opened.outcome]);
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
  }

  function asker(context: Context, memberId: string): Asker {
    return { workspaceId: workspaceOf(context), memberId, now: clock.now() };
  }
}

function readableSaved({
  added,
  corrected,
  unchanged,
}: {
  added: number;
  corrected: number;
  unchanged: number;
}): string {
  const parts = [
    ...(added > 0 ? [`${added} new`] : []),
    ...(corrected > 0 ? [`${corrected} corrected, the one before stays on record`] : []),
    ...(unchanged > 0 ? [`${unchanged} as it stood`] : []),
  ];
  return `Your numbers are on record: ${parts.join('; ')}. \`/progress\` shows them, \`/progress correct\` changes one.`;
}

/** Never only a no: what they can do instead. */
function instead(progress: Exclude<Progress, { outcome: 'shown' }>): string {
  switch (progress.outcome) {
    case 'not-allowed':
      return `What ${escapeMrkdwn(progress.whom)} reports is seen by themselves and the managers above them, and in part by the partners who signed their plan, data owners and executive sponsors. You can see your own with \`/progress\`, or ask them.`;
    case 'unknown-team': {
      const known = progress.teams.length > 0 ? ` The teams are: ${progress.teams.join(', ')}.` : '';
      const meant = closestWord(progress.name, ['update', 'correct', 'help']);
      const first = meant === undefined ? '' : `Did you mean \`/progress ${meant}\`? `;
      return escapeMrkdwn(
        `${first}There is no team called "${progress.name}".${known} For one person write /progress @name.`,
      );
    }
    case 'unknown-member':
      return 'That is nobody whose progress is kept. Bots and people who left have none; pick the name from the list that Slack offers after `@`.';
  }
}
