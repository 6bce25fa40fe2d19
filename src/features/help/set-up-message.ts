import { context, section } from '../../platform/slack/block-kit.ts';
import { type CommandHelp, type Part, typedAs } from '../../platform/slack/command-help.ts';
import { doneMost, usableBy } from '../../platform/slack/known-commands.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { WhomToAsk } from '../people/load-whom-to-ask.ts';
import type { Finding } from '../workspaces/finding.ts';

const MARKS: Record<Finding['status'], string> = {
  ok: ':white_check_mark:',
  hint: ':bulb:',
  problem: ':warning:',
  skipped: ':white_circle:',
};

const COMMANDS = [
  '*Where it is described*',
  'Teams, metrics, cadences and reviews stand in one file, `throughline.yaml`, where Throughline runs; `throughline.example.yaml` shows every field.',
  '• `npm run cli -- apply throughline.yaml --dry-run` shows what would change; without `--dry-run` it is done.',
  '• `npm run cli -- doctor` checks everything else: Slack tokens and rights, database, version.',
  '• `/throughline metrics` and `/throughline impact` change definitions and impact maps here in Slack.',
].join('\n');

const MOST_SHOWN = 20;

/** For whoever runs the workspace: what comes next, how far it is, and with which commands. */
export function setUpMessage(findings: readonly Finding[]): Message {
  const next = ['problem', 'hint'].flatMap((status) => findings.find((finding) => finding.status === status) ?? [])[0];
  const text = next ? `Next: ${line(next)}` : 'Everything is set up.';
  // What is well is told of as long as there is room; what is not, always first.
  const sorted = findings.toSorted((one, other) => Number(one.status === 'ok') - Number(other.status === 'ok'));
  const more = sorted.length > MOST_SHOWN ? [`…and ${sorted.length - MOST_SHOWN} more: \`npm run cli -- doctor\``] : [];
  const lines = sorted.slice(0, MOST_SHOWN).map((finding) => `${MARKS[finding.status]} ${line(finding)}`);
  return {
    text,
    blocks: [
      section(
        next ? `*Next*: ${line(next)}` : '*Everything is set up.* People are asked when their check-ins fall due.',
      ),
      section(cut(['*How far it is*', ...lines, ...more].join('\n'), 3000)),
      section(COMMANDS),
    ],
  };
}

function line({ check, says }: Finding): string {
  return cut(escapeMrkdwn(`${check}: ${says}`), 400);
}

/** For everybody else: how they are set up here, what they can do, and who can change it. */
export function ownSetUpMessage(
  whom: WhomToAsk,
  { commands, parts }: { commands: readonly CommandHelp[]; parts: ReadonlySet<Part> },
): Message {
  const text = 'How you are set up here';
  const most = doneMost(usableBy(commands, parts), parts);
  return {
    text,
    blocks: [
      section([`*${text}*`, ...placeLines(whom)].join('\n')),
      section(['*What you can do*', ...most.map((command) => `• \`${typedAs(command)}\` ${command.does}`)].join('\n')),
      context(`${whoSetsUp(whom.administratorIds)} Everything you can do: \`/throughline help\`.`),
    ],
  };
}

function placeLines({ teamName, roleName, managerId }: WhomToAsk): string[] {
  if (teamName === null && roleName === null && managerId === null) {
    return [
      'You are not on a team yet, so nobody asks you for a check-in. You can still tell client wins and give feedback.',
    ];
  }
  return [
    teamName === null
      ? '• You are on no team, so nobody asks you for a check-in.'
      : `• Your team is ${escapeMrkdwn(teamName)}.`,
    roleName === null
      ? '• You have no role, so you are asked for no numbers.'
      : `• Your role is ${escapeMrkdwn(roleName)}: \`/throughline impact\` shows how it reaches clients.`,
    managerId === null ? '• You report to nobody here.' : `• You report to <@${managerId}>.`,
  ];
}

const MOST_NAMED = 5;

function whoSetsUp(administratorIds: readonly string[]): string {
  if (administratorIds.length === 0)
    return 'Something is wrong or missing? Whoever runs this Slack workspace sets it up.';
  const named = administratorIds.slice(0, MOST_NAMED).map((id) => `<@${id}>`);
  const more = administratorIds.length > MOST_NAMED ? ` and ${administratorIds.length - MOST_NAMED} more` : '';
  return `Something is wrong or missing? Ask who runs this Slack workspace: ${named.join(', ')}${more}.`;
}
