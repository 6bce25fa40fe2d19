import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { type ReadAnswer, readFormAnswer } from './form-answer.ts';
import { linkState } from './form-link.ts';
import { findLink, saveAnswer } from './link-store.ts';
import type { Scale } from './score.ts';

export type AnswerSubmitted =
  | { outcome: 'saved'; company: string; mayQuote: boolean }
  | ({ outcome: 'refused'; company: string; scale: Scale } & Pick<
      Extract<ReadAnswer, { ok: false }>,
      'typed' | 'errors'
    >)
  | { outcome: 'unknown' | 'answered' | 'revoked' | 'expired' };

/** Keeps a client's answer, as their browser posted it, unless the link is not open any more. Of several one is kept. */
export async function submitFormAnswer(
  db: Database,
  { workspaceId, linkId, body, now }: { workspaceId: string; linkId: string; body: unknown; now: Date },
): Promise<AnswerSubmitted> {
  const found = await findLink(db, workspaceId, linkId);
  if (!found) return { outcome: 'unknown' };
  const { link, company } = found;
  const state = linkState(link, now);
  if (state !== 'open') return { outcome: state };
  const read = readFormAnswer(body, link.scale);
  if (!read.ok) return { outcome: 'refused', company, scale: link.scale, typed: read.typed, errors: read.errors };
  const { answer } = read;
  if (await saveAnswer(db, { workspaceId, linkId, answer, saidOn: dayOf(now, 'UTC'), now })) {
    return { outcome: 'saved', company, mayQuote: answer.mayQuote };
  }
  // It was open a moment ago: somebody else answered or revoked it meanwhile.
  const meanwhile = await findLink(db, workspaceId, linkId);
  const after = meanwhile ? linkState(meanwhile.link, now) : 'unknown';
  return { outcome: after === 'open' ? 'answered' : after };
}
