import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a program shows to be let in: `tl_3f9ac21b_…`. The middle names the token, the end is its secret. */
export interface AccessToken {
  /** Shown to its owner once, kept nowhere. */
  token: string;
  id: string;
  hash: Uint8Array<ArrayBuffer>;
}

const FORM = /^tl_([0-9a-f]{16})_[\w-]{43}$/;

export function createAccessToken(): AccessToken {
  const id = randomBytes(8).toString('hex');
  const token = `tl_${id}_${randomBytes(32).toString('base64url')}`;
  return { token, id, hash: hashOf(token) };
}

/** The id of what looks like a token of ours; nothing else is worth a question to the database. */
export function accessTokenId(token: string): string | undefined {
  return FORM.exec(token)?.[1];
}

/** Takes as long however much of it is right. The secret is 256 random bits, so that a plain hash keeps it. */
export function isToken(token: string, hash: Uint8Array): boolean {
  const given = hashOf(token);
  return given.length === hash.length && timingSafeEqual(given, hash);
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
