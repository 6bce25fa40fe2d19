import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../workspace/json.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { ApiAnswer, ApiCall, WebApi } from './web-api.ts';

const mostBodyBytes = 5_000_000;

/** Serves one Web API request as slack.com would; a hanging one is kept open until the caller gives up. */
export async function serveApi(api: WebApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const method = url.pathname.replace(/^\/api\//, '');
  const contentType = request.headers['content-type'] ?? '';
  const body = await readBody(request);
  const form = Object.fromEntries(url.searchParams);
  const call: ApiCall = { method, headerToken: bearer(request), bodyKind: 'form', args: form, warnings: [] };
  if (contentType.startsWith('application/json')) {
    const json = parseJson(body);
    if (!isJsonObject(json)) return answerJson(response, 200, { ok: false, error: 'invalid_json' });
    call.bodyKind = 'json';
    call.args = { ...form, ...json };
    if (!contentType.includes('charset')) call.warnings.push('missing_charset');
    // With a JSON body the token belongs in the header; one in the body is not seen.
    delete call.args['token'];
  } else if (contentType.startsWith('application/x-www-form-urlencoded')) {
    call.args = { ...form, ...Object.fromEntries(new URLSearchParams(body)) };
    if (contentType.includes('charset')) call.warnings.push('superfluous_charset');
  } else if (body !== '') {
    return answerJson(response, 200, { ok: false, error: 'invalid_post_type' });
  }
  const answer = api.call(call);
  if (answer === 'drop') request.socket.destroy();
  else if (answer !== 'hang') send(response, answer);
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
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBodyBytes) throw new Error('The request body is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  const body: JsonObject = answer.body;
  answerJson(response, answer.status, body);
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
