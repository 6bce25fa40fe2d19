import type { BlockAction, ButtonAction } from '@slack/bolt';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { INTERPRETATION_FORM, interpretationForm, readInterpretationForm } from './interpretation-form.ts';
import { loadNumbers } from './load-numbers.ts';
import { INTERPRET_BUTTON, TABLE_BUTTON } from './numbers-button.ts';
import { numbersTableView } from './numbers-table-view.ts';
import { openPrecedences } from './open-precedences.ts';
import { recordInterpretation } from './record-interpretation.ts';

export const signalSubcommands: Subcommand[] = [
  {
    word: 'precedes',
    does: 'shows which leading metrics tend to move before which outcomes: of your people, or of everybody for sponsors and administrators.',
    example: '/throughline precedes',
    topic: 'numbers',
    isFor: ['manager', 'sponsor', 'administrator'],
    mostFor: ['sponsor'],
    answer: openPrecedences,
  },
];

export function registerSignals(app: Registrar, { db, clock }: SurfaceParts): void {
  app.action<BlockAction<ButtonAction>>(TABLE_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const memberId = action.value ?? '';
    const who = { workspaceId: workspaceOf(context), actorId: body.user.id, memberId, now: clock.now() };
    const view = numbersTableView(await loadNumbers(db, who));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.action<BlockAction<ButtonAction>>(INTERPRET_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const { id } = body.user;
    const who = { workspaceId: workspaceOf(context), actorId: id, memberId: id, now: clock.now() };
    const readings = await loadNumbers(db, who);
    const view = readings.some(({ periods }) => periods.length > 0)
      ? interpretationForm(readings, action.value)
      : noticeView('No numbers yet', 'You have no number yet that could mean something. Check-ins bring them.');
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.view(INTERPRETATION_FORM, async ({ view, body, ack, context }) => {
    const typed = readInterpretationForm(view);
    if (!typed.ok) return ack({ response_action: 'errors', errors: typed.errors });
    const { ok: _, ...said } = typed;
    const who = { workspaceId: workspaceOf(context), memberId: body.user.id, now: clock.now() };
    const recorded = await recordInterpretation(db, { ...who, ...said });
    const words =
      recorded.outcome === 'recorded'
        ? 'Saved. It stands beside the number wherever the number is shown.'
        : 'That number is not on record any more: it was taken back. Nothing was saved; choose another one.';
    await ack({ response_action: 'update', view: noticeView('What a number means', words) });
  });
}
