import { createAdmission } from '../../platform/web/admission.ts';
import type { Endpoint } from '../../platform/web/endpoint.ts';
import { createRepeatLimit } from '../../platform/web/repeat-limit.ts';
import { type WebAnswer, webProblem } from '../../platform/web/web-answer.ts';
import { identifySender, type Sender } from '../governance/identify-sender.ts';
import type { WebParts } from '../governance/web-parts.ts';
import { type ObservationsRecorded, recordObservations } from '../observations/record-observations.ts';
import { readObservationBatch } from './observation-batch.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_PROBLEMS = 20_000;
const REQUESTS_A_MINUTE = 60;

/** `POST /api/observations`: values from a program, in batches. */
export function observationEndpoints({ db, clock, wrongTries }: WebParts): Endpoint[] {
  const perSource = createRepeatLimit(REQUESTS_A_MINUTE);
  // Each holds a connection of the database until its rows are in; the rest of the service needs some too.
  const admission = createAdmission({ atOnce: 2, waiting: 20 });
  return [
    {
      path: '/api/observations',
      method: 'POST',
      takes: { type: 'application/json', mostBytes: MOST_BYTES, numbersAsText: true },
      async answer(request) {
        const now = clock.now();
        const identified = await identifySender(db, { request, sends: 'observations', wrongTries, now });
        if (!identified.ok) return identified.answer;
        const { sender } = identified;
        if (!perSource.allows(`${sender.workspaceId}/${sender.key}`, now)) return later(429, 'too_many_requests', 60);
        const read = await request.readBody();
        return read.ok ? take(sender, read.body) : read.answer;
      },
    },
  ];

  async function take({ workspaceId, key }: Sender, body: unknown): Promise<WebAnswer> {
    const batch = readObservationBatch(body);
    if (!batch.ok) return webProblem(400, 'not_a_batch', batch.problem);
    const { rows, isPartial } = batch;
    const from = { workspaceId, source: key, recordedById: key };
    const how = { isPartial, isDryRun: false, mostProblems: MOST_PROBLEMS, tellsEach: true, now: clock.now() };
    const recorded = await admission.run(() => recordObservations(db, { ...from, rows, ...how }));
    return recorded ? accountOf(recorded) : later(503, 'busy', 5);
  }
}

/** Says of every row what became of it: nobody has to guess what to send again. */
function accountOf({ isApplied, problems, outcomes, ...counts }: ObservationsRecorded): WebAnswer {
  const each = Array.from({ length: counts.rows }, (_, index) => outcomes?.get(index) ?? 'refused');
  const told = problems.map(({ at: index, field, reason }) => ({ index, field, reason }));
  const account = { applied: isApplied, ...counts, outcomes: each, problems: told };
  if (isApplied) return { status: 200, json: account };
  const message = `Nothing was put on record: ${counts.refused} of ${counts.rows} rows are refused. Mend them and send all again, or send "partial": true to keep the others.`;
  return { status: 400, json: { error: 'rows_refused', message, ...account } };
}

function later(status: 429 | 503, error: string, seconds: number): WebAnswer {
  const message = `More is sent than can be taken now. Wait ${seconds} seconds, then send it again: nothing comes twice.`;
  return webProblem(status, error, message, { 'retry-after': String(seconds) });
}
