import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../workspace/json.ts';
import { readBytes, readParts } from './read-body.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { ApiAnswer, ApiCall, WebApi } from './web-api.ts';

/** Serves one Web API request as slack.com would; a hanging one is kept open until the caller gives up. */
export async function serveApi(api: WebApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = await readCall(request);
  if (typeof call === 'string') return answerJson(response, 200, { ok: false, error: call });
  const answer = api.call(call);
  await api.faults.travel(call.method);
  if (answer === 'drop') request.socket.destroy();
  else if (answer !== 'hang') send(response, answer);
}

/** The call, or Slack's error for a body it cannot read. */
async function readCall(request: IncomingMessage): Promise<ApiCall | string> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const method = url.pathname.replace(/^\/api\//, '');
  const contentType = request.headers['content-type'] ?? '';
  const bytes = await readBytes(request);
  const form = { ...Object.fromEntries(url.searchParams), ...basic(request) };
  const call: ApiCall = { method, headerToken: bearer(request), bodyKind: 'form', args: form, warnings: [] };
  if (contentType.startsWith('application/json')) {
    const json = parseJson(bytes.toString());
    if (!isJsonObject(json)) return 'invalid_json';
    call.bodyKind = 'json';
    call.args = { ...form, ...json };
    if (!contentType.includes('charset')) call.warnings.push('missing_charset');
    // With a JSON body the token belongs in the header; one in the body is not seen.
    delete call.args['token'];
  } else if (contentType.startsWith('application/x-www-form-urlencoded')) {
    call.args = { ...form, ...Object.fromEntries(new URLSearchParams(bytes.toString())) };
    if (contentType.includes('charset')) call.warnings.push('superfluous_charset');
  } else if (contentType.startsWith('multipart/form-data')) {
    const parts = await readParts(bytes, contentType).catch(() => undefined);
    if (!parts) return 'invalid_form_data';
    for (const { name, value } of parts) call.args[name] = String(value);
  } else if (bytes.length > 0) {
    return 'invalid_post_type';
  }
  return call;
}

/** Takes what an app posts to a response_url. */
export async function serveResponseUrl(
  responseUrls: ResponseUrls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseJson(await readBody(request));
  if (!isJsonObject(body)) return answerJson(response, 400, { ok: false, error: 'invalid_payload' });
  const answer = responseUrls.post(new URL(request.url ?? '/', 'http://localhost').pathname, body);
  if (answer.body !== 'ok') return answerJson(response, answer.status, answer.body);
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('ok');
}

export function answerJson(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  const body: JsonObject = answer.body;
  answerJson(response, answer.status, body);
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** The client's id and secret, where `oauth.v2.access` is called with HTTP Basic authentication. */
function basic(request: IncomingMessage): JsonObject {
  const encoded = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!encoded) return {};
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id: id, client_secret: secret };
}
