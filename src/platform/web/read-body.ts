import type { IncomingMessage } from 'node:http';

export type Body = { outcome: 'read'; text: string } | { outcome: 'too-large' | 'broken-off' };

const MOST_MILLISECONDS = 10_000;

/** The body as UTF-8 text, no longer than `limitBytes` and no slower than ten seconds: nobody may hold us with drops. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return { outcome: 'too-large' };
  const timer = setTimeout(() => request.destroy(), MOST_MILLISECONDS);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      length += chunk.length;
      if (length > limitBytes) return { outcome: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { outcome: 'broken-off' };
  } finally {
    clearTimeout(timer);
  }
  return { outcome: 'read', text: Buffer.concat(chunks).toString('utf8') };
}
