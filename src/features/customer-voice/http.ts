import { createAdmission } from '../../platform/web/admission.ts';
import { createBatches } from '../../platform/web/batches.ts';
import type { Endpoint, WebRequest } from '../../platform/web/endpoint.ts';
import { pageAnswer } from '../../platform/web/page.ts';
import { createRepeatLimit } from '../../platform/web/repeat-limit.ts';
import { type WebAnswer, webProblem } from '../../platform/web/web-answer.ts';
import { identifySender, type Sender } from '../governance/identify-sender.ts';
import type { WebParts } from '../governance/web-parts.ts';
import { answerPage } from './answer-page.ts';
import type { LinkSigner } from './create-link-signer.ts';
import { createRequestedLink } from './create-requested-link.ts';
import { findFormLink } from './find-form-link.ts';
import { FORM_PATH, linkState } from './form-link.ts';
import { readFormRequest } from './form-request.ts';
import { type Notice, noticePage, thanksPage } from './notice-page.ts';
import type { RefreshQuoting } from './quoting.ts';
import { recordVoices } from './record-voices.ts';
import { type SentAnswer, submitFormAnswers } from './submit-form-answers.ts';
import { readVoiceBatch } from './voice-batch.ts';

/** Of the ten connections to the database, so that the bot always has some for itself; and so many wait their turn. */
const AT_ONCE = 4;
const WAITING = 60;
/** Answers are kept on one more connection, so many in one transaction. */
const IN_ONE_BATCH = 50;
const ANSWERS_WAITING = 200;
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

export interface FormParts extends WebParts {
  workspaceId(): string;
  signer: LinkSigner;
  refreshQuoting: RefreshQuoting;
}

/** The form that a client opens by a signed link: to read it, and to send it. */
export function formEndpoints({ db, clock, workspaceId, signer, refreshQuoting }: FormParts): Endpoint[] {
  const admission = createAdmission({ atOnce: AT_ONCE, waiting: WAITING });
  const answers = createBatches({ most: IN_ONE_BATCH, waiting: ANSWERS_WAITING }, (sent: readonly SentAnswer[]) =>
    submitFormAnswers(db, { workspaceId: workspaceId(), sent, now: clock.now(), refreshQuoting }),
  );
  const repeats = createRepeatLimit(PER_LINK_AND_MINUTE);
  const path = `${FORM_PATH}/:link`;
  const failed = (reference: string) => pageAnswer(statusOf.failed, noticePage('failed', reference));
  return [
    { path, method: 'GET', failed, answer: (request) => forLink(request, admission, show) },
    {
      path,
      method: 'POST',
      takes: { type: 'application/x-www-form-urlencoded', mostBytes: MOST_BYTES },
      failed,
      answer: (request) => forLink(request, answers, take),
    },
  ];

  /** Turns away what we did not sign, by a hash alone, and who comes too often. */
  async function forLink(
    request: WebRequest,
    { hasRoom }: { hasRoom(): boolean },
    serve: (linkId: string, request: WebRequest) => Promise<WebAnswer>,
  ): Promise<WebAnswer> {
    const linkId = await signer.idIn(request.params['link'] ?? '');
    if (linkId === undefined) return notice('unknown');
    // Before anything else is done for it: in a rush, what is turned away must cost next to nothing.
    if (!hasRoom()) return BUSY;
    if (!repeats.allows(linkId, clock.now())) return pageAnswer(429, noticePage('busy'), { 'retry-after': '60' });
    return serve(linkId, request);
  }

  async function show(linkId: string): Promise<WebAnswer> {
    const served = await admission.run(async () => ({ found: await findFormLink(db, workspaceId(), linkId) }));
    if (!served) return BUSY;
    if (!served.found) return notice('unknown');
    const { link, company } = served.found;
    const state = linkState(link, clock.now());
    return state === 'open' ? pageAnswer(200, answerPage({ company, scale: link.scale })) : notice(state);
  }

  async function take(linkId: string, request: WebRequest): Promise<WebAnswer> {
    // Read before a place is taken: who sends slowly holds up nobody.
    const read = await request.readBody();
    if (!read.ok) return notice('unreadable', read.answer);
    const taken = await answers.run({ linkId, body: read.body });
    if (!taken) return BUSY;
    if (taken.outcome === 'saved') return pageAnswer(200, thanksPage(taken.company, taken.mayQuote));
    if (taken.outcome === 'refused') return pageAnswer(422, answerPage({ ...taken, refused: taken }));
    return notice(taken.outcome);
  }
}

const BUSY = notice('busy');

/** Status and headers as the platform has them where it turned the request away. */
function notice(name: Notice, instead?: WebAnswer): WebAnswer {
  const headers = { ...instead?.headers, ...(name === 'busy' && { 'retry-after': '2' }) };
  return pageAnswer(instead?.status ?? statusOf[name], noticePage(name), headers);
}

const MOST_BATCH_BYTES = 5 * 1024 * 1024;
const REQUESTS_A_MINUTE = 120;

/** `POST /api/voice`, what customers said from a program, in batches; `POST /api/forms`, a link for a workflow to send. */
export function voiceEndpoints({ db, clock, wrongTries, signer, refreshQuoting }: FormParts): Endpoint[] {
  const perSource = createRepeatLimit(REQUESTS_A_MINUTE);
  const admission = createAdmission({ atOnce: 2, waiting: 20 });
  const takes = { type: 'application/json', mostBytes: MOST_BATCH_BYTES, numbersAsText: true } as const;
  return [
    { path: '/api/voice', method: 'POST', takes, answer: (request) => fromSource(request, recordBatch) },
    { path: '/api/forms', method: 'POST', takes, answer: (request) => fromSource(request, makeLink) },
  ];

  async function fromSource(
    request: WebRequest,
    take: (sender: Sender, body: unknown, now: Date) => Promise<WebAnswer>,
  ): Promise<WebAnswer> {
    const now = clock.now();
    const identified = await identifySender(db, { request, sends: 'customer_voice', wrongTries, now });
    if (!identified.ok) return identified.answer;
    const { sender } = identified;
    if (!perSource.allows(`${sender.workspaceId}/${sender.key}`, now)) return later(429, 'too_many_requests', 60);
    const read = await request.readBody();
    if (!read.ok) return read.answer;
    return (await admission.run(() => take(sender, read.body, now))) ?? later(503, 'busy', 5);
  }

  async function recordBatch({ workspaceId, key: origin }: Sender, body: unknown, now: Date): Promise<WebAnswer> {
    const batch = readVoiceBatch(body);
    if (!batch.ok) return webProblem(400, 'not_a_batch', batch.problem);
    const { rows, isPartial } = batch;
    const recorded = await recordVoices(db, {
      workspaceId,
      origin,
      rows,
      dates: 'iso',
      isPartial,
      isDryRun: false,
      now,
      refreshQuoting,
    });
    const { isApplied, problems, outcomes, ...counts } = recorded;
    const told = problems.map(({ at: index, field, reason }) => ({ index, field, reason }));
    const account = { applied: isApplied, ...counts, outcomes, problems: told };
    if (isApplied) return { status: 200, json: account };
    const message = `Nothing was put on record: ${counts.refused} of ${counts.rows} rows are refused. Mend them and send all again, or send "partial": true to keep the others.`;
    return { status: 400, json: { error: 'rows_refused', message, ...account } };
  }

  async function makeLink({ workspaceId }: Sender, body: unknown, now: Date): Promise<WebAnswer> {
    const read = readFormRequest(body);
    if (!read.ok) return webProblem(400, 'wrong_shape', read.problem);
    const made = await createRequestedLink(db, { workspaceId, request: read.request, now });
    if (made.outcome === 'refused') return webProblem(400, 'refused', made.problem);
    const { id, expiresAt } = made.link;
    return { status: 201, json: { id, url: await signer.urlOf(id), expires_at: expiresAt.toISOString() } };
  }
}

function later(status: 429 | 503, error: string, seconds: number): WebAnswer {
  const message = `More is sent than can be taken now. Wait ${seconds} seconds, then send it again: nothing comes twice.`;
  return webProblem(status, error, message, { 'retry-after': String(seconds) });
}
