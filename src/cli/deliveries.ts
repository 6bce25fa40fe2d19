import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { type DeadLetter, type Deliveries, loadDeliveries } from '../features/deliveries/load-deliveries.ts';
import { readableProgress } from '../features/deliveries/readable-progress.ts';
import { resendDeliveries } from '../features/deliveries/resend-deliveries.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { Database } from '../platform/storage/database.ts';
import { createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

interface DeliveriesOptions {
  dead?: true;
  resend?: string;
  yes?: true;
  watch?: true;
  json?: true;
}

const LOOK_MILLISECONDS = 1000;
const MOST_LISTED = 10_000;

export function defineDeliveries(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('deliveries')
    .summary('see how sending goes, and resend what could not be sent')
    .description(
      'Tells how the messages that are going out now stand, and how many could not be sent. What could not be sent is ' +
        'not tried again until somebody resends it.',
    )
    .option('--dead', 'list what could not be sent, with the reason and what to do')
    .option('--resend <ID>', 'send one of them again, or `all`')
    .option('--yes', 'with --resend: also what may have arrived already')
    .option('--watch', 'go on telling until nothing waits')
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run cli -- deliveries --watch',
        '  npm run cli -- deliveries --dead',
        '  npm run cli -- deliveries --resend all',
        '  npm run --silent cli -- deliveries --dead --json',
        '',
        'The running service sends what is resent. Ends with 1 while something could not be sent, or was not resent.',
      ].join('\n'),
    )
    .action(async (options: DeliveriesOptions) => {
      const { env, clock } = surroundings;
      const { database, slack } = readConfig(env);
      await withDatabase(database, async (db) => {
        const client = createSlackClient(slack.botToken, slack.apiUrl);
        const workspaceId = await takeUpWorkspace(db, { client, now: clock.now() });
        const desk = { db, workspaceId, surroundings, options };
        if (options.resend !== undefined && !(await resend(desk, options.resend))) return end(1);
        const deliveries = options.watch ? await watch(desk) : await load(desk);
        tell(deliveries, desk);
        end(deliveries.deadCount > 0 ? 1 : 0);
      });
    });
}

interface Desk {
  db: Database;
  workspaceId: string;
  surroundings: Surroundings;
  options: DeliveriesOptions;
}

function load({ db, workspaceId, surroundings, options }: Desk): Promise<Deliveries> {
  const perPage = options.dead || options.json ? MOST_LISTED : 1;
  return loadDeliveries(db, { workspaceId, page: 0, perPage, now: surroundings.clock.now() });
}

async function resend({ db, workspaceId, surroundings, options }: Desk, which: string): Promise<boolean> {
  const { clock, say, complain } = surroundings;
  if (which !== 'all' && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(which)) {
    complain(`"${which}" is not the id of a delivery. \`deliveries --dead\` lists them.`);
    return false;
  }
  const ids = which === 'all' ? {} : { ids: [which] };
  const evenInDoubt = options.yes === true;
  const { count, leftInDoubt } = await resendDeliveries(db, { workspaceId, ...ids, evenInDoubt, now: clock.now() });
  if (leftInDoubt > 0) {
    complain(
      `${leftInDoubt} may have arrived already and ${leftInDoubt === 1 ? 'was' : 'were'} left alone: look in Slack. ` +
        'With --yes it is sent all the same, and may then come twice.',
    );
  }
  if (count === 0 && leftInDoubt === 0) complain('Nothing of that kind waits to be resent.');
  if (count > 0 && !options.json) say(`Resent: ${count}.`);
  return leftInDoubt === 0 && count > 0;
}

/** Looks every second until nothing waits: on a terminal in one line, elsewhere a line each time that something moved. */
async function watch(desk: Desk): Promise<Deliveries> {
  const { say, redraw, wait } = desk.surroundings;
  let before = '';
  for (;;) {
    const deliveries = await load(desk);
    if (!deliveries.sendOut) return deliveries;
    const line = readableProgress(deliveries.sendOut);
    if (redraw) redraw(line);
    else if (line !== before && !desk.options.json) say(line);
    before = line;
    await wait(LOOK_MILLISECONDS);
  }
}

function tell(deliveries: Deliveries, { surroundings: { say }, options }: Desk): void {
  const { sendOut, deadCount, dead } = deliveries;
  const lines = [
    sendOut ? readableProgress(sendOut) : 'Nothing waits to be sent.',
    ...(deadCount === 0 ? ['Everything that was to be sent was sent.'] : []),
    ...(deadCount > 0 && !options.dead ? [`Not sent: ${deadCount}. \`deliveries --dead\` lists them.`] : []),
    ...(options.dead ? dead.map(readable) : []),
  ];
  if (options.json) say(JSON.stringify({ sendOut: sendOut ?? null, deadCount, dead }, null, 2));
  else for (const line of lines) say(line);
}

function readable({ id, kind, recipient, plannedAt, reason, remedy }: DeadLetter): string {
  return `${id}  ${kind} to ${recipient}, ${plannedAt.toISOString()}\n  ${reason}\n  ${remedy}`;
}
