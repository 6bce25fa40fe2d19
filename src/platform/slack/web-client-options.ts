import type { Logger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';

/** Longer than any Slack method takes when it is well; without a limit a hung socket would hang its caller for ever. */
export const CALL_TIMEOUT_MILLISECONDS = 10_000;

interface ClientSurroundings {
  slackApiUrl?: string;
  logger: Logger;
}

/**
 * For every call the app makes. One try only: the library's own retries repeat `chat.postMessage` after a 5xx and so
 * post twice, and wait out a 429 with the whole queue. Who calls decides what to do about a failure.
 *
 * Never add `headers`: the client writes its token into that object, and Bolt shares it between workspaces.
 */
export function callOptions({ slackApiUrl, logger }: ClientSurroundings): WebClientOptions {
  return {
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    logger,
    timeout: CALL_TIMEOUT_MILLISECONDS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // respond() uses this fetch too and sets no limit of its own.
    fetch: (url, init) =>
      fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_TIMEOUT_MILLISECONDS) }),
  };
}

/**
 * For the one call Socket Mode makes, `apps.connections.open`. Here giving up ends the process (a failed reconnection is
 * an unhandled rejection in the library), so it tries until Slack is back. An object of its own each time: the Socket
 * Mode client writes into what it is given.
 */
export function reconnectOptions({ slackApiUrl, logger }: ClientSurroundings): WebClientOptions {
  return {
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    logger,
    timeout: CALL_TIMEOUT_MILLISECONDS,
    retryConfig: { forever: true, factor: 1.3, minTimeout: 1000, maxTimeout: 30_000, randomize: true },
  };
}
