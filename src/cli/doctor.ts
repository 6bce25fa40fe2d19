import { Command } from 'commander';
import { migrationsFolder } from '../app.ts';
import { inOneSentence } from '../failure.ts';
import { type Finding, problem, skipped } from '../features/workspaces/finding.ts';
import { loadSetUp } from '../features/workspaces/load-set-up.ts';
import { checkMembers, checkWorkspaceFile } from '../features/workspaces/set-up-findings.ts';
import { closeDatabase, openDatabase } from '../platform/storage/database.ts';
import { type ReachedDatabase, reachDatabase } from '../platform/storage/reach-database.ts';
import { checkDatabase } from './checks/check-database.ts';
import { checkConfiguration, checkNode } from './checks/check-machine.ts';
import { checkAppToken, checkBotToken, checkChannel } from './checks/check-slack.ts';
import { createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

const manifestFile = new URL('../../manifest/socket-mode.json', import.meta.url);

export function defineDoctor(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('doctor')
    .summary('check everything and say what to mend')
    .description(
      'Checks Node, configuration, database, Slack tokens and scopes, the workspace file, channels and members, ' +
        'and says of each that it is well or what to do. Changes nothing that is set up.',
    )
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run cli -- doctor',
        '  npm run --silent cli -- doctor --json',
        '',
        'Works beside the running service and without it. Ends with 0 when there is no problem, else with 1. A hint is',
        'worth a look, but may be just what you want.',
      ].join('\n'),
    )
    .action(async ({ json }: { json?: true }) => {
      const findings = await examine(surroundings.env);
      const problems = findings.filter(({ status }) => status === 'problem').length;
      if (json) surroundings.say(JSON.stringify({ problems, findings }, null, 2));
      else tell(findings, problems, surroundings);
      end(problems > 0 ? 1 : 0);
    });
}

async function examine(env: Surroundings['env']): Promise<Finding[]> {
  const { config, findings } = checkConfiguration(env);
  const machine = [checkNode(process.version), ...findings];
  if (!config) return [...machine, skipped('Everything else', 'after the configuration')];
  try {
    const reached = await reachDatabase(config.database);
    try {
      return [...machine, ...(await examineService(config.slack, reached))];
    } finally {
      await reached.leave();
    }
  } catch (error) {
    const { findings: slack } = await examineSlack(config.slack);
    return [
      ...machine,
      problem('Database', inOneSentence(error)),
      ...slack,
      skipped('Workspace file', 'after the database'),
    ];
  }
}

type SlackConfig = Parameters<typeof checkAppToken>[0];

async function examineService(slack: SlackConfig, reached: ReachedDatabase): Promise<Finding[]> {
  const database = await checkDatabase(reached, migrationsFolder);
  const { workspaceId, client, findings } = await examineSlack(slack);
  const before = [...database.findings, ...findings];
  if (!database.isUsable) return [...before, skipped('Workspace file', 'after the database')];
  if (workspaceId === undefined) return [...before, skipped('Workspace file', 'after the bot token')];
  const db = openDatabase(reached.url);
  try {
    const setUp = await loadSetUp(db, workspaceId);
    const channels: Finding[] = [];
    for (const channel of setUp.channels) channels.push(await checkChannel(client, channel));
    return [...before, ...checkWorkspaceFile(setUp), ...channels, ...checkMembers(setUp)];
  } finally {
    await closeDatabase(db);
  }
}

async function examineSlack(slack: SlackConfig) {
  const client = createSlackClient(slack.botToken, slack.apiUrl);
  const { workspaceId, findings } = await checkBotToken(client, manifestFile);
  return { workspaceId, client, findings: [...findings, await checkAppToken(slack)] };
}

const MARKS = { ok: 'ok     ', hint: 'hint   ', problem: 'PROBLEM', skipped: 'skipped' } as const;

function tell(findings: Finding[], problems: number, { say }: Surroundings): void {
  for (const { check, status, says } of findings) say(`${MARKS[status]}  ${check}: ${says}`);
  say(problems === 0 ? 'No problem found.' : `${problems} to mend.`);
}
