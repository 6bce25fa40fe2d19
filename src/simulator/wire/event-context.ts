import { asObject, asText, type JsonObject, parseJson } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The word that stands for an event when the app asks who may see it. */
export function eventContext({ team, app }: Workspace, event: JsonObject): string {
  const context = { et: asText(event['type']), tid: team.id, aid: app.appId };
  return `4-${Buffer.from(JSON.stringify(context)).toString('base64url')}`;
}

/** Whether it is one this team told this app. */
export function isEventContext({ team, app }: Workspace, text: string): boolean {
  if (!text.startsWith('4-')) return false;
  const context = asObject(parseJson(Buffer.from(text.slice(2), 'base64url').toString()));
  return context['tid'] === team.id && context['aid'] === app.appId;
}

/** The one installation there is. */
export function authorizationOf({ team, app }: Workspace): JsonObject {
  return {
    enterprise_id: null,
    team_id: team.id,
    user_id: app.botUserId,
    is_bot: true,
    is_enterprise_install: false,
  };
}
