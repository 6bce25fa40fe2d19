import type { Database } from '../../platform/storage/database.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { createAdmission } from '../../platform/web/admission.ts';
import type { Endpoint, WebRequest } from '../../platform/web/endpoint.ts';
import { pageAnswer } from '../../platform/web/page.ts';
import { createRepeatLimit } from '../../platform/web/repeat-limit.ts';
import type { WebAnswer } from '../../platform/web/web-answer.ts';
import { answerPage } from './answer-page.ts';
import type { LinkSigner } from './create-link-signer.ts';
import { findFormLink } from './find-form-link.ts';
import { FORM_PATH, linkState } from './form-link.ts';
import { type Notice, noticePage, thanksPage } from './notice-page.ts';
import { submitFormAnswer } from './submit-form-answer.ts';

/** Of the ten connections to the database, so that the bot always has some for itself; and so many wait their turn. */
const AT_ONCE = 4;
const WAITING = 250;
/** Who opens or sends one form more often in a minute is no person. */
const PER_LINK_AND_MINUTE = 30;
const MOST_BYTES = 32 * 1024;

const statusOf: Record<Notice, number> = {
  answered: 410,
  expired: 410,
  revoked: 410,
  unknown: 404,
  unreadable: 400,
  busy: 503,
  failed: 500,
};

export interface FormParts {
  db: Database;
  clock: Clock;
  workspaceId(): string;
  signer: LinkSigner;
}

/** The form that a client opens by a signed link: to read it, and to send it. */
export function formEndpoints({ db, clock, workspaceId, signer }: FormParts): Endpoint[] {
  const admission = createAdmission({ atOnce: AT_ONCE, waiting: WAITING });
  const repeats = createRepeatLimit(PER_LINK_AND_MINUTE);
  const path = `${FORM_PATH}/:link`;
  const failed = (reference: string) => pageAnswer(statusOf.failed, noticePage('failed', reference));
  return [
    { path, method: 'GET', failed, answer: (request) => forLink(request, show) },
    {
      path,
      method: 'POST',
      takes: { type: 'application/x-www-form-urlencoded', mostBytes: MOST_BYTES },
      failed,
      answer: (request) => forLink(request, take),
    },
  ];

  /** Turns away what we did not sign, by a hash alone, and who comes too often. */
  async function forLink(
    request: WebRequest,
    serve: (linkId: string, request: WebRequest) => Promise<WebAnswer>,
  ): Promise<WebAnswer> {
    const linkId = await signer.idIn(request.params['link'] ?? '');
    if (linkId === undefined) return notice('unknown');
    if (!repeats.allows(linkId, clock.now())) return pageAnswer(429, noticePage('busy'), { 'retry-after': '60' });
    return serve(linkId, request);
  }

  async function show(linkId: string): Promise<WebAnswer> {
    const served = await admission.run(async () => ({ found: await findFormLink(db, workspaceId(), linkId) }));
    if (!served) return notice('busy');
    if (!served.found) return notice('unknown');
    const { link, company } = served.found;
    const state = linkState(link, clock.now());
    return state === 'open' ? pageAnswer(200, answerPage({ company, scale: link.scale })) : notice(state);
  }

  async function take(linkId: string, request: WebRequest): Promise<WebAnswer> {
    // Read before a place is taken: who sends slowly holds up nobody.
    const read = await request.readBody();
    if (!read.ok) return notice('unreadable', read.answer);
    const now = clock.now();
    const taken = await admission.run(() =>
      submitFormAnswer(db, { workspaceId: workspaceId(), linkId, body: read.body, now }),
    );
    if (!taken) return notice('busy');
    if (taken.outcome === 'saved') return pageAnswer(200, thanksPage(taken.company, taken.mayQuote));
    if (taken.outcome === 'refused') return pageAnswer(422, answerPage({ ...taken, refused: taken }));
    return notice(taken.outcome);
  }
}

/** Status and headers as the platform has them where it turned the request away. */
function notice(name: Notice, instead?: WebAnswer): WebAnswer {
  const headers = { ...instead?.headers, ...(name === 'busy' && { 'retry-after': '2' }) };
  return pageAnswer(instead?.status ?? statusOf[name], noticePage(name), headers);
}
