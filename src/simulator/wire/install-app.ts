import type { JsonObject } from '../workspace/json.ts';
import type { Consent } from '../workspace/oauth-codes.ts';
import type { Token } from '../workspace/tokens.ts';
import type { Workspace } from '../workspace/workspace.ts';

const tokenLifetimeSeconds = 43_200;

/** What the app is told once its code is taken: it is installed now, or installed anew with what it had and more. */
export function installApp(slack: Workspace, { personId, scopes, userScopes }: Consent): JsonObject {
  const { app, team } = slack;
  const bot = scopes.length > 0 ? tokenFields(slack, botToken(slack, scopes)) : {};
  const user = userScopes.length > 0 ? tokenFields(slack, userToken(slack, personId, userScopes)) : {};
  slack.changes.announce();
  return {
    app_id: app.appId,
    authed_user: { id: personId, ...user },
    ...bot,
    ...(scopes.length > 0 ? { bot_user_id: app.botUserId } : {}),
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A fresh pair for a rotated token; the refresh token is used up by now. */
export function renewToken(slack: Workspace, old: Token): JsonObject {
  const fresh = { value: '', kind: old.kind, userId: old.userId, scopes: old.scopes };
  const token = mint(slack, fresh);
  if (token.kind === 'bot') slack.app.botToken = token.value;
  const { app, team } = slack;
  return {
    app_id: app.appId,
    ...tokenFields(slack, token),
    ...(token.kind === 'bot' ? { bot_user_id: app.botUserId } : { user_id: token.userId }),
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Installing again gives the same token with more scopes; after an uninstall or a revocation it is a new one. */
function botToken(slack: Workspace, scopes: string[]): Token {
  const { app, tokens } = slack;
  const current = tokens.find(app.botToken);
  const isGood = app.state === 'installed' && current !== undefined && !current.refusal;
  app.scopes = isGood ? [...new Set([...app.scopes, ...scopes])] : scopes;
  app.state = 'installed';
  if (isGood && !app.manifest.rotatesTokens) {
    current.scopes = app.scopes;
    return current;
  }
  const token = mint(slack, { value: '', kind: 'bot', userId: app.botUserId, scopes: app.scopes });
  app.botToken = token.value;
  return token;
}

function userToken(slack: Workspace, personId: string, scopes: string[]): Token {
  return mint(slack, { value: '', kind: 'user', userId: personId, scopes });
}

function mint(slack: Workspace, token: Token): Token {
  const { ids, calendar, app } = slack;
  const prefix = token.kind === 'bot' ? 'xoxb' : 'xoxp';
  const digits = `${ids.nextDigits(12)}-${ids.nextDigits(13)}-${ids.nextHex(24)}`;
  if (!app.manifest.rotatesTokens) return slack.tokens.add({ ...token, value: `${prefix}-${digits}` });
  return slack.tokens.add({
    ...token,
    value: `xoxe.${prefix}-1-${digits}`,
    refreshToken: `xoxe-1-${ids.nextHex(64)}`,
    expiresAt: calendar.seconds() + tokenLifetimeSeconds,
  });
}

function tokenFields({ calendar }: Workspace, token: Token): JsonObject {
  const { value, kind, scopes, expiresAt, refreshToken } = token;
  return {
    access_token: value,
    token_type: kind,
    scope: scopes.join(','),
    ...(expiresAt ? { expires_in: expiresAt - calendar.seconds() } : {}),
    ...(refreshToken ? { refresh_token: refreshToken } : {}),
  };
}
