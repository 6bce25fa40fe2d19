import type { IncomingMessage } from 'node:http';

/**
 * Why a request is not for this page, or undefined. The server listens on the loopback interface alone, but a site that
 * somebody visits can point a name of its own there (DNS rebinding) or post across origins.
 */
export function refuseStrangers(request: IncomingMessage): string | undefined {
  const { host = '', origin } = request.headers;
  if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host)) return 'This page is for this machine alone';
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST') return 'Only GET and POST';
  if (origin !== `http://${host}`) return 'Only this page may post here';
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
  return isJson ? undefined : 'Send JSON';
}
