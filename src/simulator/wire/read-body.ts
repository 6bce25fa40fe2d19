import type { IncomingMessage } from 'node:http';

const mostBytes = 12_000_000;

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes) throw new Error('The request body is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The parts of a multipart body, in order: texts and files. */
export async function readParts(
  bytes: Buffer,
  contentType: string,
): Promise<{ name: string; value: string | Buffer }[]> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': contentType } }).formData();
  const parts = [...form.entries()].map(async ([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()),
  }));
  return Promise.all(parts);
}
