import { type CommandHelp, HELP_TOPICS, type HelpTopic, PARTS, type Part } from './command-help.ts';

const MOST_OFTEN = 5;

export function usableBy(commands: readonly CommandHelp[], parts: ReadonlySet<Part>): CommandHelp[] {
  return commands.filter(({ isFor }) => isFor === undefined || isFor.some((part) => parts.has(part)));
}

/** What somebody does most often: the first of each of their parts in turn, then the second, up to five. */
export function doneMost(commands: readonly CommandHelp[], parts: ReadonlySet<Part>): CommandHelp[] {
  const ofParts = PARTS.filter((part) => parts.has(part)).map((part) =>
    commands.filter(({ mostFor }) => mostFor?.includes(part)),
  );
  const longest = Math.max(0, ...ofParts.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) => ofParts.flatMap((ofPart) => ofPart[at] ?? []));
  return [...new Set(inTurn.flat())].slice(0, MOST_OFTEN);
}

/** Grouped as the help speaks of them; topics of which there is nothing are left out. */
export function byTopic(commands: readonly CommandHelp[]): [HelpTopic, CommandHelp[]][] {
  const groups = Map.groupBy(commands, ({ topic }) => topic);
  return HELP_TOPICS.flatMap((topic): [HelpTopic, CommandHelp[]][] => {
    const group = groups.get(topic);
    return group ? [[topic, group]] : [];
  });
}

/** Without its slash, and without the word that many begin with: `/throughline verify` is called `verify`. */
function wordOf({ command }: CommandHelp): string {
  return command.replace(/^\/(throughline )?/, '');
}

/** Everything of that command or topic: `plan`, `/plan`, `verify`, `numbers`. */
export function commandsCalled(commands: readonly CommandHelp[], name: string): CommandHelp[] {
  const word = name.toLowerCase().replace(/^\/(throughline )?/, '');
  const ofCommand = commands.filter((command) => wordOf(command) === word);
  return ofCommand.length > 0 ? ofCommand : commands.filter(({ topic }) => topic === word);
}

/** Every name that `commandsCalled` knows. */
export function namesOf(commands: readonly CommandHelp[]): string[] {
  return [...new Set(commands.flatMap((command) => [wordOf(command), command.topic]))];
}

/**
 * The commands that plain words name, as people write to somebody: "check in", "I had a win", "/plan", or else what they
 * ask for in words of their own: "I am on holiday". None where there are so many words that they are a story.
 */
export function commandsMeant(commands: readonly CommandHelp[], text: string): CommandHelp[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length > MOST_WORDS) return [];
  const pairs = words.map((word, at) => `${word}${words[at + 1] ?? ''}`);
  const names = namesOf(commands);
  const name = [...pairs, ...words].find((word) => names.includes(word));
  if (name !== undefined) return commandsCalled(commands, name);
  return commands.filter(({ meantBy }) => meantBy?.some((word) => words.includes(word)));
}

const MOST_WORDS = 6;
