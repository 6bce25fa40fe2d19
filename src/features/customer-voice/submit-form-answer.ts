import type { Database, Transaction } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { type ReadAnswer, readFormAnswer } from './form-answer.ts';
import { linkState } from './form-link.ts';
import { findLink, saveAnswer } from './link-store.ts';
import { quotableDays, type RefreshQuoting } from './quoting.ts';
import type { Scale } from './score.ts';

export type AnswerSubmitted =
  | { outcome: 'saved'; company: string; mayQuote: boolean }
  | ({ outcome: 'refused'; company: string; scale: Scale } & Pick<
      Extract<ReadAnswer, { ok: false }>,
      'typed' | 'errors'
    >)
  | { outcome: 'unknown' | 'answered' | 'revoked' | 'expired' };

/** Wide enough for every question: the link's own scale is looked at where the answer is kept. */
const ANY_SCALE: Scale = { kind: 'csat', from: 0, to: 100 };

/**
 * Keeps a client's answer, as their browser posted it, unless the link is not open any more. Of several one is kept. Only
 * what cannot be kept is looked at more closely.
 */
export async function submitFormAnswer(
  db: Database,
  input: { workspaceId: string; linkId: string; body: unknown; now: Date; refreshQuoting: RefreshQuoting },
): Promise<AnswerSubmitted> {
  const { workspaceId, linkId, body, now, refreshQuoting } = input;
  const whole = readFormAnswer(body, ANY_SCALE);
  if (whole.ok) {
    const { answer } = whole;
    const saidOn = dayOf(now, 'UTC');
    const days = quotableDays([{ ...answer, saidOn }]);
    const save = (into: Transaction) => saveAnswer(into, { workspaceId, linkId, answer, saidOn, now });
    const kept =
      days.length === 0
        ? await save(db)
        : await db.$transaction(async (transaction) => {
            const saved = await save(transaction);
            if (saved) await refreshQuoting(transaction, { workspaceId, days, now });
            return saved;
          });
    if (kept) return { outcome: 'saved', company: kept.company, mayQuote: answer.mayQuote };
  }
  const found = await findLink(db, workspaceId, linkId);
  if (!found) return { outcome: 'unknown' };
  const { link, company } = found;
  const state = linkState(link, now);
  if (state !== 'open') return { outcome: state };
  const read = readFormAnswer(body, link.scale);
  if (read.ok) throw new Error('an answer that is in order was not kept by a link that is open');
  return { outcome: 'refused', company, scale: link.scale, typed: read.typed, errors: read.errors };
}
