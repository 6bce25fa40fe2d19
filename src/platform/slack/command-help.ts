import type { Button } from '@slack/types';

/**
 * One thing that is done by typing, said once: its command explains itself with it, and the help of all commands lists it.
 */
export interface CommandHelp {
  /** `/plan`, `/throughline lessons`. */
  command: string;
  /** What stands behind it: `@name`, `list`. */
  takes?: string;
  /** What it does, as the end of a sentence whose beginning it is: "shows your plan." */
  does: string;
  /** As one would type it. */
  example: string;
  /** Whole sentences that only its own help needs. */
  more?: readonly string[];
  topic: HelpTopic;
  /** Whoever has one of these parts may use it; absent, everybody. */
  isFor?: readonly Part[];
  /** The parts that do this most often. */
  mostFor?: readonly Part[];
  /** Words by which people mean it who do not know how it is called. */
  meantBy?: readonly string[];
  /** Does the same where nothing is typed. */
  button?(): Button;
}

/** Of what the help speaks together, in its order. */
export const HELP_TOPICS = [
  'check-ins',
  'numbers',
  'plans',
  'feedback',
  'clients',
  'teams',
  'learning',
  'record',
  'running',
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** What somebody is here; everybody is at least the last. */
export const PARTS = ['manager', 'data owner', 'sponsor', 'administrator', 'employee'] as const;
export type Part = (typeof PARTS)[number];

/** As it is typed, with what stands behind it. */
export function typedAs({ command, takes }: CommandHelp): string {
  return takes === undefined ? command : `${command} ${takes}`;
}

/** What commands say of themselves: what each does, with an example where the command alone is none. */
export function commandHelp(commands: readonly CommandHelp[]): string {
  return commands.flatMap(linesOf).join('\n');
}

/** To something typed behind a command that nothing reads: it says so, and then what can be typed. */
export function unclear(commands: readonly CommandHelp[]): string {
  return `That is not clear. ${commandHelp(commands)}`;
}

function linesOf(command: CommandHelp): string[] {
  const { does, example, more = [] } = command;
  const typed = typedAs(command);
  const shown = example === typed ? '' : ` For example: \`${example}\``;
  return [`*\`${typed}\`* ${does}${shown}`, ...more];
}
