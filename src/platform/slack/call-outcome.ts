import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { meaningOf } from './slack-errors.ts';

export type Failed =
  | { ok: false; kind: 'rate-limited'; retryAfterSeconds: number }
  /** Slack said no, or would have: trying the same again gives the same. */
  | { ok: false; kind: 'refused'; error: string }
  /** Slack does not let the app do this at all, whatever the message: until an administrator mends it. */
  | { ok: false; kind: 'blocked'; error: string }
  /** It may or may not have happened. Look before doing it again. */
  | { ok: false; kind: 'unknown'; error: string }
  /** It surely did not happen, and may work later. */
  | { ok: false; kind: 'temporary'; error: string };

/** Slack's own advice is missing only from errors in a 200 answer, which concern one message a second in a channel. */
const DEFAULT_RETRY_AFTER_SECONDS = 30;

/** Failures to reach Slack at all. Any other broken connection may have broken after Slack had read the request. */
const NEVER_CONNECTED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Turns what the client throws into a value. Errors while the answer is being read come unwrapped; they, and anything else
 * unforeseen, leave us not knowing.
 */
export function failedCall(error: unknown): Failed {
  if (error instanceof WebAPIRateLimitedError) {
    return { ok: false, kind: 'rate-limited', retryAfterSeconds: error.retryAfter };
  }
  if (error instanceof WebAPIPlatformError) return saidBySlack(error);
  if (error instanceof WebAPIHTTPError) return failedHttp(error);
  const cause = error instanceof WebAPIRequestError ? error.original : error;
  const code = codeOf(cause);
  if (code !== undefined && NEVER_CONNECTED.has(code)) return { ok: false, kind: 'temporary', error: code };
  return { ok: false, kind: 'unknown', error: code ?? String(cause) };
}

function saidBySlack({ data }: WebAPIPlatformError): Failed {
  // A 200 whose body is not JSON, such as a proxy's page, comes here with the body for an error.
  if (!/^[\w.:-]{1,100}$/.test(data.error)) return { ok: false, kind: 'unknown', error: 'not an answer of Slack' };
  const { verdict } = meaningOf(data.error);
  if (verdict === 'rate-limited') {
    return {
      ok: false,
      kind: verdict,
      retryAfterSeconds: data.response_metadata?.retryAfter ?? DEFAULT_RETRY_AFTER_SECONDS,
    };
  }
  return { ok: false, kind: verdict, error: withDetails(data) };
}

function withDetails(data: WebAPIPlatformError['data']): string {
  const details = [...(data.response_metadata?.messages ?? [])];
  if ('needed' in data) details.push(`needed: ${String(data.needed)}`);
  return details.length > 0 ? `${data.error} (${details.join('; ')})` : data.error;
}

function failedHttp({ statusCode }: WebAPIHTTPError): Failed {
  const error = `HTTP ${statusCode}`;
  return statusCode >= 500 || statusCode === 408
    ? { ok: false, kind: 'unknown', error }
    : { ok: false, kind: 'refused', error };
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
