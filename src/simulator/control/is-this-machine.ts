import type { IncomingMessage } from 'node:http';

/**
 * Whether the browser, or whoever asks, calls this server by a name of the machine itself. It listens on the loopback
 * interface alone, but a site that somebody visits can point a name of its own there (DNS rebinding).
 */
export function isThisMachine({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);
}
