import { TextDecoder } from 'node:util';

/** What bytes stand for. Latin-1 as Windows writes it, with € and “ ”. */
export type Encoding = 'utf-8' | 'latin1';

/** A file that cannot be read as text, in words for whoever sent it. */
export class UnreadableFile extends Error {}

const LABELS = { 'utf-8': 'utf-8', latin1: 'windows-1252' } as const;

/** Signs of what is no text at all, by the first bytes. */
const OTHER_FILES: readonly [string, string][] = [
  ['504b0304', 'This is an Excel workbook or another packed file. Save it as "CSV UTF-8" and send that.'],
  ['d0cf11e0', 'This is an old Excel workbook. Save it as "CSV UTF-8" and send that.'],
  ['25504446', 'This is a PDF. Send a CSV file.'],
  ['1f8b', 'This file is packed (gzip). Unpack it and send what is in it.'],
];

/** Text from bytes, piece by piece. A mark at the beginning (BOM) says itself which encoding it is, UTF-16 too. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk, encoding);
    const text = decoded(decoder, chunk, line);
    if (text.includes('\0')) throw new UnreadableFile('This file is not text. Send a CSV file.');
    line += text.split('\n').length - 1;
    yield text;
  }
  if (decoder) yield decoded(decoder, undefined, line);
}

function decoderFor(start: Uint8Array, encoding: Encoding): TextDecoder {
  const hex = Buffer.from(start.subarray(0, 4)).toString('hex');
  const other = OTHER_FILES.find(([sign]) => hex.startsWith(sign));
  if (other) throw new UnreadableFile(other[1]);
  if (hex.startsWith('fffe')) return new TextDecoder('utf-16le', { fatal: true });
  if (hex.startsWith('feff')) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder(hex.startsWith('efbbbf') ? 'utf-8' : LABELS[encoding], { fatal: true });
}

function decoded(decoder: TextDecoder, chunk: Uint8Array | undefined, line: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    const before = new TextDecoder(decoder.encoding).decode(chunk).split('\ufffd', 1)[0] ?? '';
    const at = line + before.split('\n').length - 1;
    throw new UnreadableFile(
      `Line ${at} holds bytes that are not UTF-8. Save the file as "CSV UTF-8"; or, if it is Latin-1 (Windows, "ANSI"), say so.`,
    );
  }
}
