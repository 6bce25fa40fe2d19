import type { ServerResponse } from 'node:http';

/** What goes back to whoever asked: JSON for programs, HTML for people. */
export interface WebAnswer {
  status: number;
  json?: object;
  html?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal: a name for programs, and a sentence that says what to do instead. */
export function webProblem(
  status: number,
  error: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): WebAnswer {
  return { status, json: { error, message }, headers };
}

const quiet = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function send(response: ServerResponse, { status, json, html, headers }: WebAnswer): void {
  const type = html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
  response.writeHead(status, { ...quiet, 'content-type': type, ...headers });
  response.end(html ?? JSON.stringify(json ?? {}));
}
