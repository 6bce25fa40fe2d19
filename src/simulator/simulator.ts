import { createServer } from 'node:http';
import { serveControl } from './control/serve-control.ts';
import { SimulatorPage } from './page/simulator-page.ts';
import { createPerson } from './person/create-person.ts';
import type { LittleSlack } from './person/little-slack.ts';
import type { Person } from './person/person.ts';
import type { SimulatorOptions } from './simulator-options.ts';
import { createSlackSide, type SlackSide } from './slack-side.ts';
import { createMethods } from './wire/all-methods.ts';
import { Dispatch, type FailedDelivery } from './wire/dispatch.ts';
import { EventFeed } from './wire/event-feed.ts';
import type { Faults } from './wire/faults.ts';
import { answerJson } from './wire/http-door.ts';
import { postScheduled } from './wire/post-scheduled.ts';
import { ResponseUrls } from './wire/response-urls.ts';
import { serveWire } from './wire/serve-wire.ts';
import { SignedHttp } from './wire/signed-http.ts';
import { type DisconnectReason, SocketMode } from './wire/socket-mode.ts';
import { type LoggedRequest, WebApi } from './wire/web-api.ts';
import * as administer from './workspace/administer.ts';
import { readAppManifest } from './workspace/app-manifest.ts';
import type { Message } from './workspace/messages.ts';
import type { PersonDescription } from './workspace/people.ts';
import { createRealStopwatch } from './workspace/stopwatch.ts';
import { createWorkspace } from './workspace/workspace.ts';

export interface Simulator extends SlackSide {
  /** For `slackApiUrl`, with the slash at the end. */
  readonly apiUrl: string;
  readonly controlUrl: string;
  /** For a browser on this machine: act as anyone. */
  readonly pageUrl: string;
  /** Where a person lets the app in: `authorizationUrl` of the app's installer. */
  readonly authorizationUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The latest given out: after a new installation or renewal it is another. */
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;

  /** Emits team_join; answers the id. */
  addPerson(description: PersonDescription): string;
  /** Emits user_change. */
  updatePerson(who: string, changes: Partial<Omit<PersonDescription, 'id' | 'bot'>>): void;
  deactivate(who: string): void;
  /** Answers the id. */
  addChannel(description: administer.ChannelDescription): string;
  inviteBot(channel: string): void;
  removeBot(channel: string): void;
  archiveChannel(channel: string): void;
  /** Emits tokens_revoked and app_uninstalled; every call is then `account_inactive`. */
  uninstallApp(): void;

  /** HTTP mode: everything is POSTed there, signed. Without it Slack speaks over whatever sockets are connected. */
  deliverBySignedHttp(to: { url: string }): void;
  /** Whether the app there passes Slack's url_verification. */
  verifyRequestUrl(to: { url: string }): Promise<boolean>;
  deliverBySocketMode(): void;
  readonly sockets: {
    readonly connections: number;
    /** Sends every socket a disconnect frame and gives it no more envelopes. */
    disconnect(reason: DisconnectReason): void;
    /** Cuts every socket without a word. */
    drop(): void;
    /** The next so many sockets are told `too_many_websockets` and closed. */
    refuse(count: number): void;
  };

  /** Whether there is a person of that name or id. */
  has(who: string): boolean;
  /** The same person for the same name or id. */
  as(who: string): Person;
  /** Everything posted in a channel (by id or name), oldest first, ephemerals included, as the wire has it. */
  messages(channel: string): Message[];
  /** Every Web API call in order. */
  readonly requests: readonly LoggedRequest[];
  readonly faults: Faults;
  /** Deliveries the app did not acknowledge. */
  readonly failures: readonly FailedDelivery[];
  /** Resolves when all events told so far were acknowledged or given up for now. */
  eventsSettled(): Promise<void>;
  /** Sends the latest event of a type (`team_join`, `message` ...) a second time with the same event_id. */
  repeatEvent(type: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a little Slack on 127.0.0.1 with one team and one app installed from its manifest. It knows nothing of the app
 * and is meant to be no kinder than Slack: where Slack's behaviour is not known it takes the stricter reading. What there is
 * and how far it goes stands in COVERAGE.md.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { manifest, rateLimits = 'off', workspace: start = {}, patienceMilliseconds = 3000 } = options;
  const realClock = { now: () => new Date() };
  const slack = createWorkspace({
    name: start.name ?? 'Little Slack',
    manifest: readAppManifest(manifest),
    clock: options.clock ?? realClock,
    stopwatch: options.stopwatch ?? createRealStopwatch(),
    seed: options.seed ?? 'little slack',
  });
  const sockets = new SocketMode(slack);
  const dispatch = new Dispatch(sockets, slack);
  const responseUrls = new ResponseUrls(slack);
  let socketBase = '';
  const methods = createMethods(() => sockets.createAddress(socketBase));
  const api = new WebApi(slack, methods, rateLimits);
  for (const person of start.people ?? []) administer.addPerson(slack, person);
  for (const channel of start.channels ?? []) administer.addChannel(slack, channel);
  if (options.installed === false) {
    slack.app.state = 'uninstalled';
    slack.tokens.endAll();
  }
  const events = new EventFeed(slack, dispatch);
  const little: LittleSlack = { slack, dispatch, events, responseUrls, patienceMilliseconds };
  const persons = new Map<string, Person>();
  const as = (who: string): Person => {
    const record = slack.people.get(who);
    const known = persons.get(record.id);
    if (known) return known;
    const person = createPerson(little, record);
    persons.set(record.id, person);
    return person;
  };
  const page = new SimulatorPage({ little, as, host: options.page ?? {} });

  const server = createServer((request, response) => {
    const isControl = request.url?.startsWith('/control/');
    const served =
      serveWire({ slack, api, responseUrls }, request, response) ??
      (isControl ? serveControl(simulator, request, response) : page.serve(request, response));
    served.catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, { ok: false, error: 'internal_error', detail: String(error) });
    });
  });
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const base = `http://127.0.0.1:${port}`;
  socketBase = `ws://127.0.0.1:${port}`;
  responseUrls.base = base;
  slack.fileBase = base;

  // Whoever gives a clock says when time has passed.
  const scheduling = options.clock ? undefined : setInterval(() => postScheduled(slack), 1000).unref();
  const stopWatchingClock = options.clock?.subscribe?.(() => postScheduled(slack));
  const { app, team } = slack;
  const simulator: Simulator = {
    apiUrl: `${base}/api/`,
    controlUrl: `${base}/control/`,
    pageUrl: `${base}/`,
    authorizationUrl: `${base}/oauth/v2/authorize`,
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    get botToken() {
      return app.botToken;
    },
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    teamId: team.id,
    appId: app.appId,
    botId: app.botId,
    botUserId: app.botUserId,
    ...createSlackSide(little),
    addPerson: (description) => administer.addPerson(slack, description),
    updatePerson: (who, changes) => administer.updatePerson(slack, who, changes),
    deactivate: (who) => administer.updatePerson(slack, who, { deactivated: true }),
    addChannel: (description) => administer.addChannel(slack, description),
    inviteBot: (channel) => administer.inviteBot(slack, channel),
    removeBot: (channel) => administer.removeBot(slack, channel),
    archiveChannel: (channel) => administer.archiveChannel(slack, channel),
    uninstallApp: () => administer.uninstallApp(slack),
    deliverBySignedHttp: ({ url }) => {
      dispatch.link = new SignedHttp(slack, url, realClock);
    },
    verifyRequestUrl: ({ url }) => new SignedHttp(slack, url, realClock).verify(),
    deliverBySocketMode: () => {
      dispatch.link = sockets;
    },
    sockets,
    has: (who) => slack.people.find(who) !== undefined,
    as,
    messages: (channel) => slack.messages.inChannel(slack.channels.get(channel).id),
    requests: api.requests,
    faults: api.faults,
    failures: dispatch.failures,
    eventsSettled: () => events.settled(),
    repeatEvent: (type) => events.repeat(type),
    async close() {
      clearInterval(scheduling);
      stopWatchingClock?.();
      page.close();
      dispatch.close();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return simulator;
}
