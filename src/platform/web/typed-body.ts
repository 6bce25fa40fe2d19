import type { IncomingMessage } from 'node:http';
import { readBytes } from './read-body.ts';
import { type WebAnswer, webProblem } from './web-answer.ts';

export interface TakenBody {
  type: 'application/json' | 'application/x-www-form-urlencoded';
  mostBytes: number;
  /** JSON numbers come as the text in which they were written: as numbers of JavaScript, `0.1` would not be exact. */
  numbersAsText?: boolean;
}

/** Untrusted, whatever it is: check it with a schema. Of form fields that come twice, the last. */
export type BodyRead = { ok: true; body: unknown } | { ok: false; answer: WebAnswer };

const MOST_MILLISECONDS = 60_000;

export async function readTypedBody(request: IncomingMessage, taken: TakenBody): Promise<BodyRead> {
  const sentAs = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (sentAs !== taken.type) {
    const found = sentAs ? `not ${JSON.stringify(sentAs.slice(0, 100))}` : 'which the request does not say';
    return refused(415, 'unsupported_type', `Send the body with "Content-Type: ${taken.type}", ${found}.`);
  }
  if (request.headers['content-encoding'] !== undefined) {
    return refused(415, 'unsupported_encoding', 'Send the body as it is, without Content-Encoding.');
  }
  const read = await readBytes(request, taken.mostBytes, MOST_MILLISECONDS);
  if (read.outcome === 'broken-off')
    return refused(408, 'broken_off', 'The body did not come to its end. Send it again.');
  if (read.outcome === 'too-large') {
    return refused(413, 'too_large', `Send at most ${taken.mostBytes} bytes at once: split it into several requests.`);
  }
  const text = decoded(read.bytes);
  if (text === undefined) return refused(400, 'not_utf8', 'The body is not UTF-8. Send it as UTF-8.');
  if (taken.type !== 'application/json') return { ok: true, body: Object.fromEntries(new URLSearchParams(text)) };
  try {
    return { ok: true, body: JSON.parse(text, taken.numbersAsText ? numbersAsText : undefined) };
  } catch {
    return refused(400, 'not_json', 'The body is not JSON. Look for a missing quote, comma or bracket.');
  }
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function numbersAsText(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

/** Whoever sends what we do not take may go on sending it: the connection ends with the answer. */
function refused(status: number, error: string, message: string): BodyRead {
  return { ok: false, answer: webProblem(status, error, message, { connection: 'close' }) };
}
