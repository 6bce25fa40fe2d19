import type { KnownBlock } from '@slack/types';
import { actions, context, section } from '../../platform/slack/block-kit.ts';
import { closestWord } from '../../platform/slack/closest-word.ts';
import {
  type CommandHelp,
  commandHelp,
  type HelpTopic,
  type Part,
  typedAs,
} from '../../platform/slack/command-help.ts';
import {
  byTopic,
  commandsCalled,
  commandsMeant,
  doneMost,
  namesOf,
  usableBy,
} from '../../platform/slack/known-commands.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn, unescapeTyped } from '../../platform/slack/mrkdwn.ts';
import { homeButton } from '../home/home-button.ts';

const TOPICS: Record<HelpTopic, string> = {
  'check-ins': 'Check-ins',
  numbers: 'Numbers',
  plans: 'Plans',
  feedback: 'Feedback',
  clients: 'Clients',
  teams: 'Work across teams',
  learning: 'Trying and learning',
  record: 'Your record',
  running: 'Running Throughline',
};

/** What the help is made of: everything that can be typed, and for whom. */
export interface Helped {
  commands: readonly CommandHelp[];
  parts: ReadonlySet<Part>;
  /** Which app of which workspace this is. */
  workspaceId: string;
  appId: string;
}

const PURPOSE = '*Throughline* ties everyday work to client outcomes, so that a review holds no surprise.';

/** All of it, short: what the person does most, the rest by name, and the buttons that need no typing. */
export function helpMessage(helped: Helped): Message {
  const most = doneMost(usableBy(helped.commands, helped.parts), helped.parts);
  const rest = byTopic(usableBy(helped.commands, helped.parts).filter((command) => !most.includes(command)));
  const lines = rest.map(
    ([topic, commands]) => `*${TOPICS[topic]}*  ${commands.map((command) => `\`${typedAs(command)}\``).join('  ')}`,
  );
  return said(PURPOSE, [
    section([PURPOSE, ...mostLines(most, helped.parts)].join('\n')),
    section(lines.join('\n')),
    actions('help', buttonsOf(helped)),
    context('What one line is about: `/throughline help numbers`. What one command does: `/plan help`.'),
  ]);
}

/** What one topic or command is, with examples; where nothing is called so, what may have been meant. */
export function helpAboutMessage({ commands, parts }: Helped, name: string): Message {
  const usable = usableBy(commands, parts);
  const called = commandsCalled(usable, name);
  if (called.length > 0) return said('Help', [section(commandHelp(called))]);
  return unknownMessage(usable, name, (word) => `\`/throughline help ${word}\``);
}

/** No command behind `/throughline` is called so. */
export function unknownCommandMessage({ commands, parts }: Helped, name: string): Message {
  const usable = usableBy(commands, parts);
  const [itself] = commandsCalled(usable, name);
  if (itself) return said('Help', [section(`That is a command by itself: \`${itself.command}\`.`)]);
  return unknownMessage(usable, name, (word) => `\`${commandsCalled(usable, word)[0]?.command ?? word}\``);
}

function unknownMessage(commands: readonly CommandHelp[], name: string, asTyped: (word: string) => string): Message {
  const meant = closestWord(name, namesOf(commands));
  const suggestion = meant === undefined ? '' : ` Did you mean ${asTyped(meant)}?`;
  const shown = cut(escapeMrkdwn(unescapeTyped(name).replaceAll('`', '')), 60);
  const text = `There is no "${shown}" here.${suggestion} \`/throughline help\` shows what there is.`;
  return said(text, [section(text)]);
}

/** What somebody gets who writes to the bot as to a person. */
export function plainWordsMessage(helped: Helped, typed: string): Message {
  const usable = usableBy(helped.commands, helped.parts);
  const meant = commandsMeant(usable, typed);
  const buttons = actions('help', buttonsOf(helped, meant));
  if (meant.length > 0) {
    return said('This is how it goes', [section(commandHelp(meant.slice(0, MOST_MEANT))), buttons, context(NOT_READ)]);
  }
  const most = doneMost(usable, helped.parts);
  return said(HELLO, [section([HELLO, ...mostLines(most, helped.parts)].join('\n')), buttons, context(NOT_READ)]);
}

/** Of a topic with many commands, the first. */
const MOST_MEANT = 3;
const HELLO = 'I take check-ins, wins and feedback by form, not by chat: a button below opens the one you need.';
const NOT_READ =
  'What you typed is not kept. A message that tells a win or deserves feedback can be handed over: its `…` menu has *Save as client win* and *Give feedback on this*. Everything else: `/throughline help`.';

function mostLines(most: readonly CommandHelp[], parts: ReadonlySet<Part>): string[] {
  const others = [...parts].filter((part) => part !== 'employee');
  const as = others.length > 0 ? `, as ${others.join(', ')}` : '';
  return [`*What you do most${as}*`, ...most.map((command) => `• \`${typedAs(command)}\` ${command.does}`)];
}

/** What is meant comes first; Home is always one of them. */
function buttonsOf(helped: Helped, first: readonly CommandHelp[] = []) {
  const usable = usableBy(helped.commands, helped.parts);
  const pressable = [...new Set([...first, ...usable])].flatMap(({ button }) => button?.() ?? []);
  return [...pressable, homeButton(helped)];
}

function said(text: string, blocks: KnownBlock[]): Message {
  return { text, blocks };
}
