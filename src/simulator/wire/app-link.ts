import type { Json, JsonObject } from '../workspace/json.ts';

/** One thing Slack has to say to the app, whichever way it travels. */
export interface Envelope {
  kind: 'events_api' | 'interactive' | 'slash_commands';
  payload: JsonObject;
  /** Whether an answer may ride on the acknowledgement. */
  acceptsResponse: boolean;
  retry?: { attempt: number; reason: string };
}

export type Acknowledgement =
  | { acked: true; body: Json | undefined }
  /** `operation_timeout`: nothing within three seconds. `dispatch_failed`: no app there, or it answered with an error. */
  | {
      acked: false;
      reason: 'operation_timeout' | 'dispatch_failed';
      detail: string;
      /** The app asked for no further attempt: `X-Slack-No-Retry: 1`. */
      isFinal?: boolean;
    };

/** The way from Slack to the app: Socket Mode or signed HTTP. */
export interface AppLink {
  deliver(envelope: Envelope): Promise<Acknowledgement>;
}

/** The app has three seconds for everything. */
export const acknowledgementMilliseconds = 3000;
