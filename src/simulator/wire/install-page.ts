import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PersonRecord } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readBytes } from './read-body.ts';

/** What the app asked for on the way to the page. */
interface Request {
  scopes: string[];
  userScopes: string[];
  redirectUri: string | undefined;
  /** Where the person is sent afterwards. */
  goesTo: string;
  state: string | undefined;
}

/**
 * The page on which a person lets the app in: GET shows it, POST with `decision=allow` or `deny` (and `as`, who decides)
 * sends the browser on to the app's redirect URL.
 */
export async function serveInstallPage(
  slack: Workspace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const asked = readRequest(slack, query);
  if (typeof asked === 'string') return showPage(response, 400, `<h1>Something went wrong</h1><p>${asked}</p>`);
  if (request.method !== 'POST') return showPage(response, 200, consentForm(slack, asked));
  const form = new URLSearchParams((await readBytes(request)).toString());
  const person = installersOf(slack).find(({ id }) => id === form.get('as')) ?? installersOf(slack)[0];
  if (!person) return showPage(response, 400, '<p>Nobody here may install apps.</p>');
  const next = new URL(asked.goesTo);
  if (form.get('decision') === 'allow') {
    const { scopes, userScopes, redirectUri } = asked;
    next.searchParams.set('code', slack.oauthCodes.issue({ personId: person.id, scopes, userScopes, redirectUri }));
  } else {
    next.searchParams.set('error', 'access_denied');
  }
  if (asked.state !== undefined) next.searchParams.set('state', asked.state);
  response.writeHead(302, { Location: next.href }).end();
}

/** The request, or why Slack would not show the page. */
function readRequest(slack: Workspace, query: URLSearchParams): Request | string {
  const { manifest, clientId } = slack.app;
  if (query.get('client_id') !== clientId) return 'invalid_client_id';
  const scopes = listOf(query.get('scope'));
  const userScopes = listOf(query.get('user_scope'));
  if (scopes.length + userScopes.length === 0) return 'no_scopes';
  const unknown = [
    ...scopes.filter((scope) => !manifest.scopes.includes(scope)),
    ...userScopes.filter((scope) => !manifest.userScopes.includes(scope)),
  ];
  if (unknown.length > 0) return `invalid_scope: ${escapeHtml(unknown.join(', '))}`;
  const redirectUri = query.get('redirect_uri') ?? undefined;
  const goesTo = redirectUri ?? manifest.redirectUrls[0];
  const isConfigured = manifest.redirectUrls.some((url) => goesTo === url || goesTo?.startsWith(`${url}/`));
  if (goesTo === undefined || !isConfigured) return 'redirect_uri did not match any configured URIs';
  return { scopes, userScopes, redirectUri, goesTo, state: query.get('state') ?? undefined };
}

function installersOf(slack: Workspace): PersonRecord[] {
  const people = slack.people
    .all()
    .filter(({ bot, deactivated, guest, invited }) => !bot && !deactivated && !guest && !invited);
  return people.sort((a, b) => Number(b.admin) - Number(a.admin));
}

function consentForm(slack: Workspace, { scopes, userScopes }: Request): string {
  const { manifest } = slack.app;
  const people = installersOf(slack).map(
    ({ id, realName }) => `<option value="${id}">${escapeHtml(realName)}</option>`,
  );
  const list = [...scopes, ...userScopes].map((scope) => `<li>${escapeHtml(scope)}</li>`);
  return `<h1>${escapeHtml(manifest.name)} is asking to enter ${escapeHtml(slack.team.name)}</h1>
<p>It will be able to:</p><ul>${list.join('')}</ul>
<form method="post"><label>You are <select name="as">${people.join('')}</select></label>
<button name="decision" value="deny">Cancel</button> <button name="decision" value="allow">Allow</button></form>`;
}

function showPage(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Install | Slack</title>${body}</html>`);
}

function listOf(text: string | null): string[] {
  return (text ?? '').split(/[ ,]+/).filter((part) => part !== '');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
