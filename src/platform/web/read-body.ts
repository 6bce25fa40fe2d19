import type { IncomingMessage } from 'node:http';

export type Body = { outcome: 'read'; text: string } | NotRead;
type NotRead = { outcome: 'too-large' } | { outcome: 'broken-off' };

const MOST_MILLISECONDS = 10_000;
/** So much of what is too large is still taken and thrown away, so that its sender lives to read why it was refused. */
const MOST_DISCARDED_BYTES = 64 * 1024 * 1024;

/** The body as UTF-8 text, no longer than `limitBytes` and no slower than ten seconds: nobody may hold us with drops. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Body> {
  const read = await readBytes(request, limitBytes, MOST_MILLISECONDS);
  return read.outcome === 'read' ? { outcome: 'read', text: read.bytes.toString('utf8') } : read;
}

/** As above, and as they came. */
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
