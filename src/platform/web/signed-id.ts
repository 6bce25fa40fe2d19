import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const SIGNATURE_BYTES = 16;
const SIGNED_ID = /^[A-Za-z0-9_-]{43}$/;

/** A key for `signId`, as text. */
export function newSigningKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * A UUID and its signature (HMAC-SHA256, cut to 128 bits) as 43 characters that fit into a URL. `purpose` keeps a
 * signature that was given for one thing from being good for another.
 */
export function signId(id: string, { key, purpose }: { key: string; purpose: string }): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, signatureOf(bytes, key, purpose)]).toString('base64url');
}

/** The id, if the signature is ours. Asks nobody: a guess costs a hash and no more. */
export function readSignedId(text: string, { key, purpose }: { key: string; purpose: string }): string | undefined {
  if (!SIGNED_ID.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const [id, signature] = [bytes.subarray(0, 16), bytes.subarray(16)];
  const expected = signatureOf(id, key, purpose);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(id: Buffer, key: string, purpose: string): Buffer {
  return createHmac('sha256', key).update(purpose).update('\0').update(id).digest().subarray(0, SIGNATURE_BYTES);
}
