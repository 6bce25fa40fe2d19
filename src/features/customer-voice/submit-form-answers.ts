import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { type FormAnswer, type ReadAnswer, readFormAnswer } from './form-answer.ts';
import { type FormLink, linkState } from './form-link.ts';
import { findLinks, saveAnswers } from './link-store.ts';
import { quotableDays, type RefreshQuoting } from './quoting.ts';
import type { Scale } from './score.ts';

export interface SentAnswer {
  linkId: string;
  /** As the client's browser posted it. */
  body: unknown;
}

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
 * Keeps the answers of clients, each unless its link is not open any more, and says of each what became of it once all
 * that is kept is committed. Of several to one link one is kept. Only what cannot be kept is looked at more closely.
 */
export async function submitFormAnswers(
  db: Database,
  input: { workspaceId: string; sent: readonly SentAnswer[]; now: Date; refreshQuoting: RefreshQuoting },
): Promise<AnswerSubmitted[]> {
  const { workspaceId, sent, now } = input;
  const read = sent.map(({ linkId, body }) => ({ linkId, body, whole: readFormAnswer(body, ANY_SCALE) }));
  const answers = read.flatMap(({ linkId, whole }, at) => (whole.ok ? [{ at, linkId, ...whole.answer }] : []));
  const companies = await keep(db, { ...input, answers });
  const left = read.filter((_, at) => !companies.has(at)).map(({ linkId }) => linkId);
  const links = await findLinks(db, workspaceId, left);
  return read.map(({ linkId, body, whole }, at) => {
    const company = companies.get(at);
    if (company !== undefined && whole.ok) return { outcome: 'saved', company, mayQuote: whole.answer.mayQuote };
    return whyNotKept(links.get(linkId), body, now);
  });
}

/** The companies that asked, by the places of the answers that were kept. */
async function keep(
  db: Database,
  {
    workspaceId,
    answers,
    now,
    refreshQuoting,
  }: {
    workspaceId: string;
    answers: readonly (FormAnswer & { at: number; linkId: string })[];
    now: Date;
    refreshQuoting: RefreshQuoting;
  },
): Promise<Map<number, string>> {
  const saidOn = dayOf(now, 'UTC');
  const all = { workspaceId, answers, saidOn, now };
  const isQuotable = (some: readonly FormAnswer[]) => quotableDays(some.map((one) => ({ ...one, saidOn }))).length > 0;
  if (!isQuotable(answers)) return saveAnswers(db, all);
  return db.$transaction(async (transaction) => {
    const kept = await saveAnswers(transaction, all);
    const days = isQuotable(answers.filter(({ at }) => kept.has(at))) ? [saidOn] : [];
    if (days.length > 0) await refreshQuoting(transaction, { workspaceId, days, now });
    return kept;
  });
}

function whyNotKept(found: { link: FormLink; company: string } | undefined, body: unknown, now: Date): AnswerSubmitted {
  if (!found) return { outcome: 'unknown' };
  const { link, company } = found;
  const state = linkState(link, now);
  if (state !== 'open') return { outcome: state };
  const read = readFormAnswer(body, link.scale);
  if (read.ok) throw new Error('an answer that is in order was not kept by a link that is open');
  return { outcome: 'refused', company, scale: link.scale, typed: read.typed, errors: read.errors };
}
