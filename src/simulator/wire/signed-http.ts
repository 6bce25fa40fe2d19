import { createHmac } from 'node:crypto';
import { asObject, asText, type Json, parseJson } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Acknowledgement, type AppLink, acknowledgementMilliseconds, type Envelope } from './app-link.ts';

/** HTTP mode: everything is POSTed to the app's one request URL, signed over the raw body. */
export class SignedHttp implements AppLink {
  readonly #slack: Workspace;
  readonly #url: string;
  readonly #realClock: { now(): Date };

  /** The signature's timestamp is real time whatever the story's clock says: the app compares it with its own. */
  constructor(slack: Workspace, url: string, realClock: { now(): Date }) {
    this.#slack = slack;
    this.#url = url;
    this.#realClock = realClock;
  }

  deliver(envelope: Envelope): Promise<Acknowledgement> {
    const { contentType, body } = encode(envelope);
    return this.#post(contentType, body, retryHeaders(envelope));
  }

  /** What Slack asks when the address is entered: the app must give the challenge back. */
  async verify(): Promise<boolean> {
    const challenge = this.#slack.ids.nextHex(40);
    const token = this.#slack.app.verificationToken;
    const ack = await this.#post('application/json', JSON.stringify({ type: 'url_verification', token, challenge }));
    return ack.acked && asObject(ack.body)['challenge'] === challenge;
  }

  async #post(contentType: string, body: string, more: { [name: string]: string } = {}): Promise<Acknowledgement> {
    const timestamp = String(Math.floor(this.#realClock.now().getTime() / 1000));
    const giveUp = new AbortController();
    const cancelTimer = this.#slack.stopwatch.after(acknowledgementMilliseconds, () => giveUp.abort());
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        signal: giveUp.signal,
        headers: {
          'Content-Type': contentType,
          'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'X-Slack-Request-Timestamp': timestamp,
          'X-Slack-Signature': this.#sign(timestamp, body),
          ...more,
        },
        body,
      });
      const text = await response.text();
      if (response.status !== 200) {
        const isFinal = response.headers.get('x-slack-no-retry') === '1';
        return { acked: false, reason: 'dispatch_failed', detail: `the app answered HTTP ${response.status}`, isFinal };
      }
      return { acked: true, body: decode(text, response.headers.get('content-type') ?? '') };
    } catch (error) {
      if (giveUp.signal.aborted) {
        return { acked: false, reason: 'operation_timeout', detail: 'not answered within 3 seconds' };
      }
      return { acked: false, reason: 'dispatch_failed', detail: `the app could not be reached: ${String(error)}` };
    } finally {
      cancelTimer();
    }
  }

  #sign(timestamp: string, body: string): string {
    const base = `v0:${timestamp}:${body}`;
    return `v0=${createHmac('sha256', this.#slack.app.signingSecret).update(base).digest('hex')}`;
  }
}

/** The content types carry no charset: Slack's do not, and Bolt compares them to the letter. */
function encode({ kind, payload }: Envelope): { contentType: string; body: string } {
  if (kind === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const form = new URLSearchParams();
  if (kind === 'interactive') form.set('payload', JSON.stringify(payload));
  else for (const [name, value] of Object.entries(payload)) form.set(name, asText(value));
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}

function decode(text: string, contentType: string): Json | undefined {
  if (text === '') return undefined;
  return contentType.includes('json') ? parseJson(text) : { text };
}

function retryHeaders({ retry }: Envelope): { [name: string]: string } {
  return retry ? { 'X-Slack-Retry-Num': String(retry.attempt), 'X-Slack-Retry-Reason': retry.reason } : {};
}
