import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import type { Simulator } from '../simulator.ts';
import { answerJson, readBody } from '../wire/http-door.ts';
import { parseJson } from '../workspace/json.ts';
import { isThisMachine } from './is-this-machine.ts';
import { actAsPerson } from './person-verbs.ts';
import { runControlCommand } from './simulator-verbs.ts';

/**
 * The verbs over HTTP, for a simulator in another process: `POST /control/people/ID-OR-NAME/VERB` acts as a person,
 * `POST /control/VERB` on the whole. A verb that fails answers 422 with `{"error": what went wrong}`.
 */
export async function serveControl(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [root, first = '', who = '', verb = ''] = pathname.split('/').slice(1).map(decodeURIComponent);
  if (root !== 'control') return answerJson(response, 404, { error: 'not_found' });
  if (!isThisMachine(request)) return answerJson(response, 403, { error: 'This is for this machine alone' });
  if (request.method !== 'POST') return answerJson(response, 405, { error: 'Only POST' });
  // A page of another site could make a browser post here, but not with this content type.
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return answerJson(response, 415, { error: 'Send JSON' });
  }
  const text = await readBody(request);
  const body: unknown = text === '' ? {} : parseJson(text);
  try {
    const result =
      first === 'people' && who
        ? await actAsPerson(simulator.as(who), verb, body)
        : await runControlCommand(simulator, first, body);
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(result ?? null));
  } catch (error) {
    const why = error instanceof ZodError ? `Bad arguments: ${error.message}` : messageOf(error);
    answerJson(response, 422, { error: why });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
