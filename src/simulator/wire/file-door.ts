import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileTypeOf } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { canReadFile } from './files-methods.ts';
import { readBytes, readParts } from './read-body.ts';

/** Takes the bytes of an announced file: as they are, or as the first file of a form, which is how Slack's client sends them. */
export async function serveUpload(slack: Workspace, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = await readBytes(request);
  const contentType = request.headers['content-type'] ?? '';
  const bytes = contentType.startsWith('multipart/form-data')
    ? (await readParts(sent, contentType)).map(({ value }) => value).find((value) => Buffer.isBuffer(value))
    : sent;
  const file = slack.files.takeUpload(request.url ?? '');
  if (!file) return sayText(response, 404, 'file not found');
  if (!bytes || bytes.length !== file.size) return sayText(response, 400, 'the length is not the one announced');
  file.bytes = bytes;
  file.state = 'uploaded';
  sayText(response, 200, `OK - ${bytes.length}`);
}

/** Without a good token, or the right to the file, one lands on the sign-in page, as HTML with status 200. */
export function serveDownload(slack: Workspace, request: IncomingMessage, response: ServerResponse): void {
  const id = /^\/files-pri\/\w+?-(F\w+)\//.exec(request.url ?? '')?.[1] ?? '';
  const file = slack.files.find(id);
  const value = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const token = slack.tokens.find(value);
  const isKnown = token?.kind === 'bot' && !token.refusal && slack.app.scopes.includes('files:read');
  if (!file?.bytes || file.state !== 'complete' || !isKnown || !canReadFile(slack, file)) {
    response.writeHead(302, { Location: '/signin' }).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': fileTypeOf(file.name).mimetype, 'Content-Length': file.bytes.length });
  response.end(file.bytes);
}

export function serveSignIn(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end('<!DOCTYPE html><title>Sign in | Slack</title><h1>Sign in to your workspace</h1>');
}

function sayText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}
