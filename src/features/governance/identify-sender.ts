import type { Database } from '../../platform/storage/database.ts';
import { accessTokenId, isToken } from '../../platform/web/access-token.ts';
import type { WebRequest } from '../../platform/web/endpoint.ts';
import type { RepeatLimit } from '../../platform/web/repeat-limit.ts';
import { type WebAnswer, webProblem } from '../../platform/web/web-answer.ts';
import type { Permission } from './source.ts';
import { findSourceByTokenId, saveUse } from './source-store.ts';

/** Who sends, by the token they show, and which workspace that is for. */
export interface Sender {
  workspaceId: string;
  key: string;
  name: string;
  maySend: Permission[];
}

export type SenderIdentified = { ok: true; sender: Sender } | { ok: false; answer: WebAnswer };

const USED_AGAIN_MS = 60_000;

/**
 * Lets a request in by its token, or answers why not. Ask it before anything of the body is read. Too many wrong tokens
 * from one place have to wait; a right one never does, so that nobody can lock out a source that shares their address.
 */
export async function identifySender(
  db: Database,
  input: { request: WebRequest; sends?: Permission; wrongTries: RepeatLimit; now: Date },
): Promise<SenderIdentified> {
  const { request, sends, wrongTries, now } = input;
  const source = request.token === undefined ? undefined : await findByToken(db, request.token);
  if (!source) return { ok: false, answer: wrongTries.allows(request.address, now) ? unknown(request) : tooMany(now) };
  if (source.revokedAt) {
    return {
      ok: false,
      answer: refused(401, 'revoked_token', `The source "${source.key}" was revoked. ${NEW_SOURCE}`),
    };
  }
  if (sends !== undefined && !source.maySend.includes(sends)) {
    const may = source.maySend.join(' and ') || 'nothing';
    const message = `The source "${source.key}" may send ${may}, not ${sends}. ${NEW_SOURCE}`;
    return { ok: false, answer: refused(403, 'not_allowed', message) };
  }
  if (!source.lastUsedAt || now.getTime() - source.lastUsedAt.getTime() > USED_AGAIN_MS) await saveUse(db, source, now);
  const { workspaceId, key, name, maySend } = source;
  return { ok: true, sender: { workspaceId, key, name, maySend } };
}

const NEW_SOURCE = 'An administrator makes one that may with `npm run cli -- sources add`.';

async function findByToken(db: Database, token: string) {
  const id = accessTokenId(token);
  const source = id === undefined ? null : await findSourceByTokenId(db, id);
  return source?.tokenHash && isToken(token, source.tokenHash) ? source : undefined;
}

function unknown({ token }: WebRequest): WebAnswer {
  return token === undefined
    ? refused(401, 'no_token', 'Send the token of your source: "Authorization: Bearer tl_…".')
    : refused(
        401,
        'unknown_token',
        'This token is not in force. Rotated? `npm run cli -- sources rotate KEY` makes a new one.',
      );
}

/** The count begins anew with each minute. */
function tooMany(now: Date): WebAnswer {
  const seconds = 60 - now.getUTCSeconds();
  const message = `Too many requests without a good token. Wait ${seconds} seconds, then send the right one.`;
  return webProblem(429, 'too_many_tries', message, { 'retry-after': String(seconds) });
}

function refused(status: 401 | 403, error: string, message: string): WebAnswer {
  return webProblem(status, error, message, status === 401 ? { 'www-authenticate': 'Bearer' } : {});
}
