import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../src/platform/storage/database.ts';
import { findFreePort } from '../../src/platform/storage/embedded/find-free-port.ts';
import { newSigningKey, signId } from '../../src/platform/web/signed-id.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import type { Bench, Figure } from './bench.ts';
import { startMeasured } from './measured-process.ts';
import { type OwnDatabase, onOwnDatabase } from './own-database.ts';
import { percentile } from './statistics.ts';

const POSTS_PER_SECOND = 2000;
const SECONDS = 20;
const SLICE_MILLISECONDS = 10;
const SOCKETS = 400;
const COMMAND_EVERY_MILLISECONDS = 150;

/** A rush of answers to the form, each to a link of its own, while people go on using the bot. */
export const form: Bench = {
  name: 'form',
  says: 'two thousand answers a second to the form of clients, while people use the bot',
  run: () => onOwnDatabase(2, measure),
};

async function measure({ db, url, later }: OwnDatabase): Promise<Figure[]> {
  const manifestFile = new URL('../../manifest/socket-mode.json', import.meta.url);
  const slack = await startSimulator({
    manifest: JSON.parse(await readFile(manifestFile, 'utf8')),
    workspace: { people: [{ name: 'ana', timeZone: 'Europe/Berlin' }] },
  });
  later(() => slack.close());
  const [port, secret] = [await findFreePort(), newSigningKey()];
  const service = await startMeasured(
    new URL('delivery/copy.ts', import.meta.url).pathname,
    {
      DATABASE_URL: url,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      MESSAGES_PER_SECOND: '5',
      AHEAD_MILLISECONDS: '0',
      PORT: String(port),
      LINK_SECRET: secret,
    },
    (line) => line === 'ready',
  );
  later(() => service.stop());

  const alone = await commandsUntil(slack, delay(3000));
  const ids = await insertLinks(db, slack.teamId, POSTS_PER_SECOND * SECONDS);
  const signing = { key: secret, purpose: `form ${slack.teamId}` };
  const before = performance.now();
  const rush = post(
    ids.map((id) => ({ id, path: `/form/${signId(id, signing)}` })),
    port,
  );
  const [outcomes, meanwhile] = await Promise.all([rush, commandsUntil(slack, rush)]);
  const seconds = (performance.now() - before) / 1000;
  const accepted = outcomes.filter(({ status }) => status === 200).map(({ id }) => id);
  const refused = outcomes.filter(({ status }) => status === 429 || status === 503);
  const failed = outcomes.length - accepted.length - refused.length;
  const kept = await db.customerVoice.findMany({ select: { linkId: true } });
  const keptIds = new Set(kept.map(({ linkId }) => linkId));
  return [
    { figure: 'posts_per_second', value: accepted.length / seconds, unit: '1/s' },
    { figure: 'accepted_lost', value: accepted.filter((id) => !keptIds.has(id)).length, unit: '' },
    { figure: 'bot_ack_p99_ms_meanwhile', value: percentile(meanwhile, 0.99), unit: 'ms' },
    { figure: 'accepted', value: accepted.length, unit: '' },
    { figure: 'asked to come back later', value: refused.length, unit: '' },
    { figure: 'answered in any other way, or not at all', value: failed, unit: '' },
    { figure: 'kept and not said so', value: keptIds.size - accepted.length, unit: '' },
    {
      figure: 'answer, median',
      value: percentile(
        outcomes.map(({ milliseconds }) => milliseconds),
        0.5,
      ),
      unit: 'ms',
    },
    {
      figure: 'answer, p99',
      value: percentile(
        outcomes.map(({ milliseconds }) => milliseconds),
        0.99,
      ),
      unit: 'ms',
    },
    { figure: 'bot_ack_p99_ms_alone', value: percentile(alone, 0.99), unit: 'ms' },
    { figure: 'commands meanwhile', value: meanwhile.length, unit: '' },
    { figure: 'memory of the service', value: service.residentMegabytes(), unit: 'MB' },
  ];
}

async function insertLinks(db: Database, workspaceId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 86_400_000)];
  const common = {
    workspaceId,
    client: 'Client',
    scoreKind: 'nps',
    scaleFrom: 0,
    scaleTo: 10,
    createdById: 'U0',
  } as const;
  await db.formLink.createMany({ data: ids.map((id) => ({ id, ...common, memberIds: [], createdAt, expiresAt })) });
  return ids;
}

interface Outcome {
  id: string;
  /** 0, none came. */
  status: number;
  milliseconds: number;
}

/** Each is sent when its time has come, whatever became of those before. */
async function post(links: { id: string; path: string }[], port: number): Promise<Outcome[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const running: Promise<Outcome>[] = [];
  const start = performance.now();
  while (running.length < links.length) {
    const due = Math.min(links.length, Math.floor(((performance.now() - start) / 1000) * POSTS_PER_SECOND));
    for (const link of links.slice(running.length, due)) running.push(send(link, { agent, port }));
    await delay(SLICE_MILLISECONDS);
  }
  const outcomes = await Promise.all(running);
  agent.destroy();
  return outcomes;
}

function send(
  { id, path }: { id: string; path: string },
  { agent, port }: { agent: Agent; port: number },
): Promise<Outcome> {
  const body = new URLSearchParams({ score: '9', words: 'They answered within the hour.', quote: 'yes' }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
  const before = performance.now();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const end = (status: number) => resolve({ id, status, milliseconds: performance.now() - before });
  const sending = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
    response.resume().on('end', () => end(response.statusCode ?? 0));
  });
  sending.on('error', () => end(0));
  sending.end(body);
  return promise;
}

/** How long each command waited for its acknowledgement; one that found no bot is typed again, and its wait goes on. */
async function commandsUntil(slack: Simulator, end: Promise<unknown>): Promise<number[]> {
  const waited: number[] = [];
  let isOver = false;
  void end.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const before = performance.now();
    while (!(await isAnswered(slack))) await delay(100);
    waited.push(performance.now() - before);
    await delay(COMMAND_EVERY_MILLISECONDS);
  }
  return waited;
}

async function isAnswered(slack: Simulator): Promise<boolean> {
  return slack
    .as('ana')
    .command('/checkin help')
    .then(
      () => true,
      () => false,
    );
}
