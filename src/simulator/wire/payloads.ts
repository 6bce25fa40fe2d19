import type { BlockElement } from '../workspace/block-elements.ts';
import type { Channel } from '../workspace/channels.ts';
import type { FormState } from '../workspace/form-state.ts';
import type { JsonObject } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { View } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { channelNameInPayload } from './channel-object.ts';
import { messageObject } from './message-object.ts';
import type { InteractionType } from './payload-types.ts';
import { viewObject } from './view-object.ts';

/** The fields of every interaction. */
function interaction(slack: Workspace, type: InteractionType, person: PersonRecord): JsonObject {
  const { app, team } = slack;
  return {
    type,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    api_app_id: app.appId,
    token: app.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A form: every field is text, `is_enterprise_install` too. */
export function slashCommandPayload(
  slack: Workspace,
  from: { person: PersonRecord; channel: Channel; command: string; text: string; responseUrl: string },
): JsonObject {
  const { app, team } = slack;
  return {
    token: app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: from.channel.id,
    channel_name: channelNameInPayload(from.channel),
    user_id: from.person.id,
    user_name: from.person.name,
    command: from.command,
    text: from.text,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: from.responseUrl,
    trigger_id: slack.triggers.issue(from.person.id),
  };
}

/** Where in Slack an interactive element was used. */
export type Surface = { view: View } | { message: Message; channel: Channel; state: FormState; responseUrl: string };

export function blockActionsPayload(
  slack: Workspace,
  person: PersonRecord,
  surface: Surface,
  action: JsonObject,
): JsonObject {
  const payload: JsonObject = {
    ...interaction(slack, 'block_actions', person),
    ...surfaceFields(slack, surface),
    trigger_id: slack.triggers.issue(person.id),
    actions: [{ ...action, action_ts: slack.calendar.nextTs() }],
  };
  if ('message' in surface) payload['response_url'] = surface.responseUrl;
  return payload;
}

export function blockSuggestionPayload(
  slack: Workspace,
  person: PersonRecord,
  surface: Surface,
  element: BlockElement,
  typed: string,
): JsonObject {
  return {
    ...interaction(slack, 'block_suggestion', person),
    ...surfaceFields(slack, surface),
    action_id: element.actionId,
    block_id: element.blockId,
    value: typed,
  };
}

function surfaceFields(slack: Workspace, surface: Surface): JsonObject {
  if ('view' in surface) {
    return {
      container: { type: 'view', view_id: surface.view.id },
      view: viewObject(slack, surface.view, 'with-values'),
    };
  }
  const { message, channel, state } = surface;
  const isEphemeral = message.visibleTo !== undefined;
  const fields: JsonObject = {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: { id: channel.id, name: channelNameInPayload(channel) },
    state: { values: structuredClone(state) },
  };
  // Slack keeps no ephemeral message and so cannot show it to the app.
  if (!isEphemeral) fields['message'] = messageObject(slack, message, true);
  return fields;
}

/** `responseUrls`: for each conversation picked in a menu that asked for them. */
export function viewSubmissionPayload(
  slack: Workspace,
  person: PersonRecord,
  view: View,
  responseUrls: JsonObject[] = [],
): JsonObject {
  return {
    ...interaction(slack, 'view_submission', person),
    trigger_id: slack.triggers.issue(person.id),
    view: viewObject(slack, view, 'with-values'),
    response_urls: responseUrls,
  };
}

export function viewClosedPayload(slack: Workspace, person: PersonRecord, view: View, isCleared: boolean): JsonObject {
  return {
    ...interaction(slack, 'view_closed', person),
    view: viewObject(slack, view, 'with-values'),
    is_cleared: isCleared,
  };
}

export function globalShortcutPayload(slack: Workspace, person: PersonRecord, callbackId: string): JsonObject {
  return {
    ...interaction(slack, 'shortcut', person),
    callback_id: callbackId,
    trigger_id: slack.triggers.issue(person.id),
    action_ts: slack.calendar.nextTs(),
  };
}

export function messageShortcutPayload(
  slack: Workspace,
  person: PersonRecord,
  target: { message: Message; channel: Channel; callbackId: string; responseUrl: string },
): JsonObject {
  const { message, channel, callbackId, responseUrl } = target;
  return {
    ...interaction(slack, 'message_action', person),
    callback_id: callbackId,
    trigger_id: slack.triggers.issue(person.id),
    response_url: responseUrl,
    message_ts: message.ts,
    channel: { id: channel.id, name: channelNameInPayload(channel) },
    message: messageObject(slack, message, true),
    action_ts: slack.calendar.nextTs(),
  };
}
