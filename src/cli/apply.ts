import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { syncMembers } from '../features/people/sync-members.ts';
import { applyWorkspaceFile, type WorkspaceFileApplied } from '../features/workspaces/apply-workspace-file.ts';
import { createChannelLookup } from '../features/workspaces/create-channel-lookup.ts';
import { readableProblem } from '../features/workspaces/file-problem.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import { readWorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

interface ApplyOptions {
  dryRun?: true;
  json?: true;
}

/** So fresh that only somebody who joined this very minute can be missing. */
const MEMBERS_FRESH_MS = 60_000;

export function defineApply(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('apply')
    .summary('put a workspace file in force')
    .description(
      'Puts a workspace file in force: teams, metrics, roles, cadences and reviews become what it says. ' +
        'What it no longer names is retired, nothing is deleted. All of it is applied or, when anything is wrong, nothing.',
    )
    .argument('FILE', 'the workspace file; throughline.example.yaml shows every field')
    .option('--dry-run', 'only show what would change')
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run cli -- apply throughline.yaml --dry-run',
        '  npm run cli -- apply throughline.yaml',
        '  npm run --silent cli -- apply throughline.yaml --json',
        '',
        'Works beside the running service, which needs no restart. Ends with 0 when it is done or there is nothing to',
        'change, with 1 when the file or the surroundings are not in order, with 2 when the command is misspelt.',
      ].join('\n'),
    )
    .action(async (path: string, options: ApplyOptions) => {
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new Error(`The file ${path} cannot be read. Give the path of your workspace file.`, { cause });
      });
      if (!isUtf8(bytes)) throw new Error(`The file ${path} is not in UTF-8: save it as UTF-8. Nothing was changed.`);
      const text = bytes.toString('utf8');
      const result = await apply(text, surroundings, options);
      tell(result, path, surroundings, options);
      end(result.outcome === 'refused' ? 1 : 0);
    });
}

async function apply(text: string, { env, clock, complain }: Surroundings, options: ApplyOptions) {
  const reading = readWorkspaceFile(text);
  // Told without asking anybody: a file can be checked on a machine that has no token.
  if ('problems' in reading) return { outcome: 'refused' as const, problems: reading.problems };
  const { database, slack } = readConfig(env);
  return withDatabase(database, async (db) => {
    const client = createSlackClient(slack.botToken, slack.apiUrl);
    const workspaceId = await takeUpWorkspace(db, { client, now: clock.now() });
    const sync = await syncMembers(db, {
      workspaceId,
      client,
      now: clock.now(),
      freshForMs: MEMBERS_FRESH_MS,
      wait: (ms) => delay(ms),
    });
    if (sync.outcome === 'rate_limited')
      complain(`Slack asks to wait ${sync.retryAfterSeconds} seconds; the member list may be out of date.`);
    const findChannel = createChannelLookup(client);
    return applyWorkspaceFile(db, {
      workspaceId,
      text,
      findChannel,
      now: clock.now(),
      dryRun: options.dryRun === true,
    });
  });
}

function tell(result: WorkspaceFileApplied, path: string, { say, complain }: Surroundings, options: ApplyOptions) {
  if (options.json) return say(JSON.stringify(result, null, 2));
  if (result.outcome === 'refused') {
    for (const problem of result.problems) complain(`${path}: ${readableProblem(problem)}`);
    return complain(`${counted(result.problems.length, 'problem')}; nothing was changed.`);
  }
  for (const note of result.notes) complain(`Note: ${note}.`);
  if (result.outcome === 'unchanged') return say('Nothing to change: everything is as the file says.');
  for (const { line } of result.changes) say(line);
  const count = counted(result.changes.length, 'change');
  say(result.outcome === 'planned' ? `${count} to make; this was a dry run, nothing was changed.` : `${count} made.`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
