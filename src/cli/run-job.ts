import { setTimeout as delay } from 'node:timers/promises';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { findAddress } from '../features/people/find-address.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { DeliveryKind } from '../platform/jobs/delivery-kind.ts';
import { findDeliveries, findDue } from '../platform/jobs/ledger.ts';
import { planDeliveries, previewDeliveries } from '../platform/jobs/plan-deliveries.ts';
import { createWorker } from '../platform/jobs/worker.ts';
import { createLogger } from '../platform/logging.ts';
import { createMessenger, type Messenger } from '../platform/slack/messenger.ts';
import type { Database } from '../platform/storage/database.ts';
import type { Clock } from '../platform/time/clock.ts';
import { deliveryKinds } from '../product.ts';
import { createPostingClient, createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

interface RunJobOptions {
  at?: Date;
  dryRun?: true;
  json?: true;
}

interface Job {
  workspaceId: string;
  kind: DeliveryKind;
  now: Date;
}

const LOOK_MILLISECONDS = 500;
/** So many looks without any going out: what holds them up is not over in a moment. The service sends them later. */
const MOST_STALLED = 10;

/** One delivery as the command tells of it. */
interface Told {
  recipient: string;
  occurrence: string;
  dueAt: Date;
  outcome: string;
  text?: string;
}

export function defineRunJob(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('run-job')
    .summary('plan and send one kind of message now')
    .description(
      'Does once what the service does each minute, for one kind of message: works out what is owed, and sends it. ' +
        'What was sent before is not sent again, whoever asks.',
    )
    .addArgument(new Argument('NAME', 'the kind of message').choices(deliveryKinds.map(({ name }) => name)))
    .addOption(new Option('--at <ISO>', 'as if it were this moment, e.g. 2026-03-26T10:00:00+01:00').argParser(instant))
    .option('--dry-run', 'only show what would be sent; nothing is kept')
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText(
      'after',
      [
        '',
        'Kinds of messages:',
        ...deliveryKinds.flatMap(({ name, describes, lateness }) => [
          `  ${name.padEnd(22)} ${describes};`,
          `  ${''.padEnd(22)} late: ${lateness}`,
        ]),
        '',
        'Examples:',
        '  npm run cli -- run-job check-in-prompt --dry-run',
        '  npm run cli -- run-job win-digest --at 2026-03-27T15:00:00+01:00 --dry-run',
        '  npm run --silent cli -- run-job review-digest --dry-run --json',
        '',
        'Works beside the running service. Ends with 1 when something could not be sent.',
      ].join('\n'),
    )
    .action(async (name: string, options: RunJobOptions) => {
      const kind = deliveryKinds.find((one) => one.name === name);
      if (!kind) throw new Error(`There is no kind of message called ${name}.`);
      const told = await runJob(kind, surroundings, options);
      tell(told, name, surroundings, options);
      end(told.some(({ outcome }) => outcome.startsWith('dead')) ? 1 : 0);
    });
}

async function runJob(kind: DeliveryKind, { env, clock }: Surroundings, options: RunJobOptions): Promise<Told[]> {
  const config = readConfig(env);
  const { botToken, apiUrl } = config.slack;
  return withDatabase(config.database, async (db) => {
    const now = clock.now();
    const workspaceId = await takeUpWorkspace(db, { client: createSlackClient(botToken, apiUrl), now });
    if (options.dryRun) return preview(db, { workspaceId, kind, now: options.at ?? now });
    const job = { workspaceId, kind: options.at ? asAt(kind, options.at) : kind, now };
    const messenger = createMessenger(createPostingClient(botToken, apiUrl));
    return send(db, job, { messenger, clock, perSecond: config.messagesPerSecond });
  });
}

/** Owes and says what it would at that moment, today: claims and pauses are shared with the service and its clock. */
function asAt({ recordPassing: _, ...kind }: DeliveryKind, at: Date): DeliveryKind {
  return {
    ...kind,
    async plan(transaction, workspaceId, now) {
      const planned = await kind.plan(transaction, workspaceId, at);
      return planned.map((delivery) => ({ ...delivery, dueAt: delivery.dueAt < now ? delivery.dueAt : now }));
    },
    compose: (db, delivery) => kind.compose(db, delivery, at),
  };
}

async function preview(db: Database, job: Job): Promise<Told[]> {
  const previews = await previewDeliveries(db, job);
  return previews.map(({ composition, ...planned }) => ({
    ...planned,
    outcome:
      composition.outcome === 'message' ? 'would be sent' : `would ${composition.outcome}: ${composition.reason}`,
    ...(composition.outcome === 'message' && { text: composition.message.text }),
  }));
}

interface Sending {
  messenger: Messenger;
  clock: Clock;
  perSecond: number;
}

async function send(db: Database, job: Job, { messenger, clock, perSecond }: Sending): Promise<Told[]> {
  const { workspaceId, kind, now } = job;
  const worker = createWorker({
    db,
    clock,
    log: createLogger({ level: 'silent' }),
    kinds: [kind],
    messengers: new Map([[workspaceId, messenger]]),
    findAddress: (delivery) => findAddress(db, messenger, delivery),
    pace: { perSecond },
  });
  await planDeliveries(db, job);
  const findIds = () => findDue(db, { workspaceId, kind: kind.name, now });
  const ids = await findIds();
  // A conversation takes one message a second, and the pace may be spent: what is left is sent in its turn.
  for (let left = ids.length, stalled = 0; left > 0 && stalled < MOST_STALLED; ) {
    await worker.drain();
    const { length: stillLeft } = await findIds();
    stalled = stillLeft < left ? 0 : stalled + 1;
    left = stillLeft;
    if (left > 0) await delay(LOOK_MILLISECONDS);
  }
  const settled = await findDeliveries(db, ids);
  return settled.map(({ recipient, occurrence, dueAt, status, reason }) => ({
    recipient,
    occurrence,
    dueAt,
    outcome: reason ? `${status}: ${reason}` : status,
  }));
}

function tell(told: Told[], name: string, { say }: Surroundings, { json, dryRun, at }: RunJobOptions): void {
  if (json) {
    say(JSON.stringify({ job: name, dryRun: dryRun === true, deliveries: told }, null, 2));
  } else if (told.length === 0) {
    say(`Nothing is owed${at ? ` at ${at.toISOString()}` : ' now'}, or it was sent before.`);
  } else {
    for (const one of told) say(readable(one));
  }
}

function readable({ recipient, dueAt, outcome, text }: Told): string {
  const line = `${recipient}, due ${dueAt.toISOString()}: ${outcome}`;
  return text === undefined ? line : `${line}\n  ${text}`;
}

function instant(text: string): Date {
  const at = new Date(text);
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  if (Number.isNaN(at.getTime()) || !hasZone) {
    throw new InvalidArgumentError('Give a moment with its zone, such as 2026-03-26T10:00:00Z.');
  }
  return at;
}
