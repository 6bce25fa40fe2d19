import type { WebClient } from '@slack/web-api';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { deliveryKinds } from '../app.ts';
import { readConfig } from '../config.ts';
import { findAddress } from '../features/people/find-address.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { DeliveryKind } from '../platform/jobs/delivery-kind.ts';
import { findDeliveries, findDue } from '../platform/jobs/ledger.ts';
import { planDeliveries, previewDeliveries } from '../platform/jobs/plan-deliveries.ts';
import { createWorker } from '../platform/jobs/worker.ts';
import { createLogger } from '../platform/logging.ts';
import { createMessenger } from '../platform/slack/messenger.ts';
import type { Database } from '../platform/storage/database.ts';
import { createSlackClient } from './slack-client.ts';
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
  const { database, slack } = readConfig(env);
  return withDatabase(database, async (db) => {
    const client = createSlackClient(slack.botToken, slack.apiUrl);
    const workspaceId = await takeUpWorkspace(db, { client, now: clock.now() });
    const job = { workspaceId, kind, now: options.at ?? clock.now() };
    return options.dryRun ? preview(db, job) : send(db, job, client);
  });
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

async function send(db: Database, job: Job, client: WebClient): Promise<Told[]> {
  const { workspaceId, kind, now } = job;
  const messenger = createMessenger(client);
  const worker = createWorker({
    db,
    clock: { now: () => now },
    log: createLogger({ level: 'silent' }),
    kinds: [kind],
    messengers: new Map([[workspaceId, messenger]]),
    findAddress: (delivery) => findAddress(db, messenger, delivery),
  });
  await planDeliveries(db, job);
  const ids = await findDue(db, { workspaceId, kind: kind.name, now });
  await worker.drain();
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
