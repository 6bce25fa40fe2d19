import type { IncomingMessage } from 'node:http';

type NotRead = { outcome: 'too-large' } | { outcome: 'broken-off' };

/** So much of what is too large is still taken and thrown away, so that its sender lives to read why it was refused. */
const MOST_DISCARDED_BYTES = 64 * 1024 * 1024;

/** The body, no longer than `limitBytes` and no slower than `mostMilliseconds`: nobody may hold us with drops. */
export async function readBytes(
  request: IncomingMessage,
  limitBytes: number,
  mostMilliseconds: number,
): Promise<{ outcome: 'read'; bytes: Buffer } | NotRead> {
  const mostTaken = limitBytes + MOST_DISCARDED_BYTES;
  if (Number(request.headers['content-length'] ?? 0) > mostTaken) return { outcome: 'too-large' };
  const timer = setTimeout(() => request.destroy(), mostMilliseconds);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += chunk.length;
      if (length <= limitBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (length > mostTaken) break;
    }
  } catch {
    return { outcome: 'broken-off' };
  } finally {
    clearTimeout(timer);
  }
  return length > limitBytes ? { outcome: 'too-large' } : { outcome: 'read', bytes: Buffer.concat(chunks) };
}
