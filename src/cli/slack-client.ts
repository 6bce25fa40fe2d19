import { WebClient } from '@slack/web-api';
import { createLogger } from '../platform/logging.ts';
import { createBoltLogger } from '../platform/slack/bolt-logger.ts';
import { callOptions } from '../platform/slack/web-client-options.ts';

const silent = createBoltLogger(createLogger({ level: 'silent' }));

/**
 * For reading from Slack while somebody waits: nothing is harmed by asking twice, and a rate
 * limit is waited out.
 */
export function createSlackClient(token: string, slackApiUrl: string): WebClient {
  return new WebClient(token, {
    ...callOptions({ slackApiUrl, logger: silent }),
    retryConfig: { retries: 2, minTimeout: 300 },
    rejectRateLimitedCalls: false,
  });
}

/** For what must not happen twice: one try, as the service does. */
export function createPostingClient(token: string, slackApiUrl: string): WebClient {
  return new WebClient(token, callOptions({ slackApiUrl, logger: silent }));
}
