import type { IncomingMessage } from 'node:http';
import { isThisMachine } from '../control/is-this-machine.ts';

/** Why a request is not for this page, or undefined: it comes under a strange name, or across origins. */
export function refuseStrangers(request: IncomingMessage): string | undefined {
  const { host = '', origin } = request.headers;
  if (!isThisMachine(request)) return 'This page is for this machine alone';
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST') return 'Only GET and POST';
  if (origin !== `http://${host}`) return 'Only this page may post here';
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
  return isJson ? undefined : 'Send JSON';
}
