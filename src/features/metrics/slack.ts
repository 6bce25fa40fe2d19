import type { BlockAction, ButtonAction, OverflowAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../platform/slack/message.ts';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { DEFINITION_FORM } from './definition-form.ts';
import { CHANGE_METRIC_BUTTON, METRIC_BUTTON, METRICS_BUTTON, METRICS_PAGES } from './definition-message.ts';
import { definitionSavedView } from './definition-saved-view.ts';
import { IMPACT_ROW_FORM, impactRowErrors, readImpactRowForm } from './impact-row-form.ts';
import { openImpactMap, openImpactMaps, openImpactRowForm } from './open-impact-map.ts';
import { openDefinitionForm, openMetric, openMetrics } from './open-metrics.ts';
import { ADD_ROW_BUTTON, ROLE_BUTTON, ROLES_BUTTON, ROW_MENU, readRowChoice } from './role-maps-message.ts';
import { submitDefinition } from './submit-definition.ts';
import { submitImpactRow } from './submit-impact-row.ts';

const FOR_ADMINISTRATORS =
  'Definitions and impact maps are changed by administrators of this Slack workspace. `/throughline metrics` shows who answers for a number: ask them, or say in the check-in what the number misses.';

interface Pressed {
  client: WebClient;
  workspaceId: string;
  actorId: string;
  value: string;
  triggerId: string;
  now: Date;
}

export const metricsSubcommands: Subcommand[] = [
  {
    word: 'metrics',
    takes: '[metric]',
    does: 'lists what is measured, or tells what one metric means, who changed that and why, and where its numbers come from.',
    example: '/throughline metrics time to first reply',
    topic: 'numbers',
    mostFor: ['data owner', 'administrator'],
    answer: (db, { userId: actorId, ...asked }) =>
      asked.typed === '' ? openMetrics(db, { ...asked, page: 0 }) : openMetric(db, { ...asked, actorId }),
  },
  {
    word: 'impact',
    takes: '[role]',
    does: 'shows how the work of your role reaches the client, or that of another role.',
    example: '/throughline impact support engineer',
    topic: 'numbers',
    answer: (db, { userId: actorId, ...asked }) => openImpactMap(db, { ...asked, actorId }),
  },
];

export function registerMetrics(app: Registrar, { db, clock }: SurfaceParts): void {
  const list = ({ workspaceId, value }: Pressed) => openMetrics(db, { workspaceId, page: Number(value) || 0 });
  answer(METRICS_BUTTON, list);
  for (const name of Object.values(METRICS_PAGES)) answer(name, list);
  answer(METRIC_BUTTON, (pressed) => openMetric(db, { ...pressed, typed: pressed.value }));
  answer(ROLES_BUTTON, ({ workspaceId }) => openImpactMaps(db, workspaceId));
  answer(ROLE_BUTTON, (pressed) => openImpactMap(db, { ...pressed, typed: pressed.value }));

  press(CHANGE_METRIC_BUTTON, async (pressed) => {
    const opened = await openDefinitionForm(db, { ...pressed, key: pressed.value });
    const gone = 'This metric is not in use any more. `/throughline metrics` lists those that are.';
    const notice = () => noticeView('Metric', opened.outcome === 'no-metric' ? gone : FOR_ADMINISTRATORS);
    await pressed.client.views.open({
      trigger_id: pressed.triggerId,
      view: opened.outcome === 'form' ? opened.form : notice(),
    });
  });

  app.view(DEFINITION_FORM, async ({ view, body, ack, client, context }) => {
    const who = { client, workspaceId: workspaceOf(context), actorId: body.user.id, now: clock.now() };
    const submitted = await submitDefinition(db, { ...who, view });
    switch (submitted.outcome) {
      case 'refused':
        return ack({ response_action: 'errors', errors: submitted.errors });
      case 'not-allowed':
        return ack({ response_action: 'update', view: noticeView('Metric', FOR_ADMINISTRATORS) });
      case 'defined':
        return ack({ response_action: 'update', view: definitionSavedView(submitted.before, submitted.now) });
    }
  });

  press(ADD_ROW_BUTTON, (pressed) => openRow(pressed, { roleKey: pressed.value, position: null }));

  app.action<BlockAction<OverflowAction>>(ROW_MENU, async ({ action, body, ack, client, context, respond }) => {
    await ack();
    const who = { client, workspaceId: workspaceOf(context), actorId: body.user.id, now: clock.now() };
    const { act, roleKey, position } = readRowChoice(action.selected_option.value);
    if (act === 'change') return openRow({ ...who, triggerId: body.trigger_id }, { roleKey, position });
    const { outcome } = await submitImpactRow(db, { ...who, roleKey, change: { act, position } });
    const shown =
      outcome === 'not-allowed' ? { text: FOR_ADMINISTRATORS } : await openImpactMap(db, { ...who, typed: roleKey });
    await respond({ ...shown, replace_original: outcome !== 'not-allowed' });
  });

  app.view(IMPACT_ROW_FORM, async ({ view, body, ack, client, context }) => {
    const who = { client, workspaceId: workspaceOf(context), actorId: body.user.id, now: clock.now() };
    const read = readImpactRowForm(view);
    if (!read.ok) return ack({ response_action: 'errors', errors: read.errors });
    const { roleKey, changes, row } = read;
    const change = changes ? { act: 'change' as const, ...changes, row } : { act: 'add' as const, row };
    const { outcome } = await submitImpactRow(db, { ...who, roleKey, change });
    const seeIt = `Saved. \`/throughline impact ${roleKey}\` shows the map as it is now. If the workspace file has an \`impact_map\` for this role, change it there as well.`;
    if (outcome === 'saved') return ack({ response_action: 'update', view: noticeView('Impact map', seeIt) });
    if (outcome === 'not-allowed') {
      return ack({ response_action: 'update', view: noticeView('Impact map', FOR_ADMINISTRATORS) });
    }
    return ack({ response_action: 'errors', errors: impactRowErrors(outcome) });
  });

  async function openRow(
    pressed: Omit<Pressed, 'value'>,
    row: { roleKey: string; position: number | null },
  ): Promise<void> {
    const form = await openImpactRowForm(db, { ...pressed, ...row });
    const instead = `${FOR_ADMINISTRATORS} If you are one, look at the map again with \`/throughline impact ${row.roleKey}\`: it changed meanwhile.`;
    const view = form ?? noticeView('Impact map', instead);
    await pressed.client.views.open({ trigger_id: pressed.triggerId, view });
  }

  /** A button that opens something. */
  function press(name: string, act: (pressed: Pressed) => Promise<void>): void {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context }) => {
      await ack();
      const who = { client, workspaceId: workspaceOf(context), actorId: body.user.id, now: clock.now() };
      await act({ ...who, value: action.value ?? '', triggerId: body.trigger_id });
    });
  }

  /** A button whose message turns into another one. */
  function answer(name: string, show: (pressed: Pressed) => Promise<Message>): void {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context, respond }) => {
      await ack();
      const who = { client, workspaceId: workspaceOf(context), actorId: body.user.id, now: clock.now() };
      const message = await show({ ...who, value: action.value ?? '', triggerId: body.trigger_id });
      await respond({ ...message, replace_original: true });
    });
  }
}
