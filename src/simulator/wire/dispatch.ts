import { asList, asObject, asText, type JsonObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Acknowledgement, AppLink, Envelope } from './app-link.ts';

/** A delivery the app did not acknowledge. A story in which this list is not empty has a bug or a fault in it. */
export interface FailedDelivery {
  kind: Envelope['kind'];
  reason: string;
  detail: string;
  payload: JsonObject;
  /** 0 for the first attempt, 1 to 3 for retries of an event. */
  attempt: number;
}

/** Slack tries an event again at once, after a minute and after five. */
const retryAfterMilliseconds = [0, 60_000, 300_000];

/** Sends over whichever link is in use now and keeps account of what failed. */
export class Dispatch {
  readonly failures: FailedDelivery[] = [];
  link: AppLink;
  readonly #slack: Workspace;
  readonly #cancelRetries = new Set<() => void>();

  constructor(link: AppLink, slack: Workspace) {
    this.link = link;
    this.#slack = slack;
  }

  /** Commands and interactions are tried once: a person is waiting. */
  async send(kind: 'interactive' | 'slash_commands', payload: JsonObject): Promise<Acknowledgement> {
    const ack = await this.#deliver({ kind, payload, acceptsResponse: true });
    if (!ack.acked) this.failures.push({ kind, reason: ack.reason, detail: ack.detail, payload, attempt: 0 });
    return ack;
  }

  /** Resolves after the first attempt; retries follow on their own. */
  async sendEvent(payload: JsonObject, attempt = 0, whyAgain = 'unknown_error'): Promise<void> {
    const kind = 'events_api';
    const retry = attempt > 0 ? { retry: { attempt, reason: whyAgain } } : {};
    const ack = await this.#deliver({ kind, payload, acceptsResponse: false, ...retry });
    if (ack.acked) return;
    this.failures.push({ kind, reason: ack.reason, detail: ack.detail, payload, attempt });
    const wait = retryAfterMilliseconds[attempt];
    if (wait === undefined || ack.isFinal) return;
    const reason = ack.reason === 'operation_timeout' ? 'http_timeout' : 'http_error';
    const cancel = this.#slack.stopwatch.after(wait, () => {
      this.#cancelRetries.delete(cancel);
      void this.sendEvent(payload, attempt + 1, reason);
    });
    this.#cancelRetries.add(cancel);
  }

  close(): void {
    for (const cancel of this.#cancelRetries) cancel();
  }

  async #deliver(envelope: Envelope): Promise<Acknowledgement> {
    const { traffic, calendar, stopwatch, changes } = this.#slack;
    const began = { at: calendar.now(), elapsed: stopwatch.elapsedMilliseconds() };
    const ack = await this.link.deliver(envelope);
    traffic.note({
      kind: 'delivery',
      name: nameOf(envelope),
      at: began.at,
      milliseconds: stopwatch.elapsedMilliseconds() - began.elapsed,
      ok: ack.acked,
      outcome: ack.acked ? 'acknowledged' : ack.reason,
      sent: envelope.payload,
      answer: ack.acked ? (ack.body ?? null) : ack.detail,
    });
    changes.announce();
    return ack;
  }
}

/** What it is about: the command, the kind of interaction and its ids, the type of the event. */
function nameOf({ kind, payload, retry }: Envelope): string {
  if (kind === 'slash_commands') return `${asText(payload['command'])} ${asText(payload['text'])}`.trim();
  if (kind === 'events_api') {
    const event = asText(asObject(payload['event'])['type']);
    return retry ? `${event} (attempt ${retry.attempt + 1})` : event;
  }
  const actions = asList(payload['actions']).map((action) => asText(asObject(action)['action_id']));
  const callback = asText(payload['callback_id']) || asText(asObject(payload['view'])['callback_id']);
  return [asText(payload['type']), ...(actions.length > 0 ? actions : [callback])].join(' ').trim();
}
