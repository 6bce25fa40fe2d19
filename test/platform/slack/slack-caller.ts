import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { createSlackApp, type SlackApp, type SlackAppOptions } from '../../../src/platform/slack/bolt-app.ts';

const SIGNING_SECRET = 'a-signing-secret';
export const API = 'https://slack.com';

/** What Slack sends, as Slack sends it: signed, over HTTP. */
export interface SlackCaller {
  slack: SlackApp;
  log: LogLine[];
  url: string;
  event(event: object, eventId?: string): Promise<Response>;
  command(more?: object): Promise<Response>;
  interaction(payload: object): Promise<Response>;
  send(body: string, headers: Record<string, string>): Promise<Response>;
}

export interface LogLine {
  level: number;
  msg: string;
  reference?: string;
  err?: { message: string };
  [key: string]: unknown;
}

export function createTestApp(more: Partial<SlackAppOptions> = {}): { slack: SlackApp; log: LogLine[] } {
  const log: LogLine[] = [];
  let references = 0;
  const slack = createSlackApp({
    connection: { mode: 'http', signingSecret: SIGNING_SECRET },
    botToken: 'xoxb-test',
    port: 0,
    logger: pino({ level: 'info' }, { write: (line) => void log.push(JSON.parse(line)) }),
    seenBefore: async () => false,
    newReference: () => `ref${++references}`,
    ...more,
  });
  return { slack, log };
}

export async function startCaller(more: Partial<SlackAppOptions> = {}): Promise<SlackCaller> {
  const { slack, log } = createTestApp(more);
  const { port } = await slack.start();
  const url = `http://127.0.0.1:${port}`;
  const send = (body: string, headers: Record<string, string>) =>
    fetch(`${url}/slack/events`, { method: 'POST', body, headers });
  const form = (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields).toString();
    return send(body, { 'content-type': 'application/x-www-form-urlencoded', ...signed(body) });
  };
  return {
    slack,
    log,
    url,
    send,
    event(event, eventId = 'Ev1') {
      const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: eventId, event });
      return send(body, { 'content-type': 'application/json', ...signed(body) });
    },
    command: (more = {}) => form({ ...commandBody, ...more }),
    interaction: (payload) => form({ payload: JSON.stringify({ ...person, ...payload }) }),
  };
}

export function signed(body: string, at = Math.floor(Date.now() / 1000), secret = SIGNING_SECRET) {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
}

const person = { team: { id: 'T1', domain: 'a' }, user: { id: 'U1', team_id: 'T1' }, trigger_id: '1.2.3' };

export const commandBody = {
  command: '/checkin',
  text: '',
  team_id: 'T1',
  user_id: 'U1',
  channel_id: 'C1',
  trigger_id: '1.2.3',
  response_url: 'https://hooks.slack.com/commands/T1/1/secret',
};

export const submission = (blocks: object[]) => ({
  type: 'view_submission',
  view: { id: 'V1', team_id: 'T1', type: 'modal', callback_id: 'check-in', blocks, state: { values: {} } },
});

export const press = (more: object = {}) => ({
  type: 'block_actions',
  actions: [{ type: 'button', action_id: 'snooze', block_id: 'b', action_ts: '1.1' }],
  ...more,
});
