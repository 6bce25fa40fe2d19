import { answerCommand } from '../../platform/slack/answer-command.ts';
import type { Message } from '../../platform/slack/message.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { type Subcommand, subcommandHelp } from '../../platform/slack/subcommand.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';
import { openLooks } from './open-looks.ts';

const OTHER_COMMANDS = [
  '*Throughline* ties everyday work to client outcomes, so that a review holds no surprise.',
  '`/checkin` answers your check-in, or changes the last one; the `…` under its message puts it off or skips it.',
  '`/progress` shows your people, or your own numbers and wins; `/progress @name` one person; `/progress update` takes new numbers of yours, `/progress correct` changes one.',
  '`/plan` is what you agreed to aim at; `/plan @name` that of one of your people.',
  '`/feedback @name` says what you saw somebody do; `/feedback` alone shows what you got, gave and are asked for.',
  '`/win` tells what changed for a client, and who had a part in it.',
];
const IN_THE_END =
  'The Home tab of this app shows everything on record about you. Each command explains itself with `help`.';

const SETUP = [
  '*Setting up*:',
  '1. Describe teams, metrics, cadences and reviews in `throughline.yaml`; `throughline.example.yaml` shows every field.',
  '2. `npm run cli -- apply throughline.yaml --dry-run` shows what would change; without `--dry-run` it is done.',
  '3. Invite this app to each digest channel: `/invite @Throughline`.',
  '4. `npm run cli -- doctor` checks everything and says what to mend.',
].join('\n');
const SETUP_IS_THEIRS =
  'Teams, roles, metrics and check-ins are described by the administrators of this Slack workspace. If your team, your role or your manager is missing or wrong, tell one of them: for them, `/throughline setup` says how it is changed. `/throughline help` shows what you can do yourself.';

export const workspaceSubcommands: Subcommand[] = [
  {
    word: 'looks',
    takes: '[@name]',
    does: 'shows who looked at what is on record about you.',
    answer: (db, { userId: actorId, ...asked }) => openLooks(db, { ...asked, actorId }),
  },
  {
    word: 'setup',
    does: 'tells an administrator how teams, metrics and check-ins are described.',
    answer: async (_, { client, userId }) => {
      const isAdministrator = await identifyAdministrator(client, userId);
      return { text: isAdministrator ? SETUP : SETUP_IS_THEIRS, blocks: [] };
    },
  },
];

/** `/throughline` and everything behind it: whoever has something to say there brings a subcommand. */
export function registerWorkspaces(
  app: Registrar,
  { db, clock, subcommands }: SurfaceParts & { subcommands: readonly Subcommand[] },
): void {
  app.command('/throughline', async ({ command, ack, client, respond }) => {
    const [word = '', ...others] = command.text.trim().split(/\s+/);
    const subcommand = subcommands.find((one) => one.word === word.toLowerCase());
    const typed = others.join(' ');
    if (!subcommand) return ack(help(subcommands, word));
    if (typed.toLowerCase() === 'help') return ack({ text: subcommandHelp(subcommand), blocks: [] });
    const who = { workspaceId: command.team_id, userId: command.user_id };
    const asked = { client, ...who, typed, now: clock.now() };
    if ('answer' in subcommand) return answerCommand({ ack, respond }, subcommand.answer(db, asked));
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: await subcommand.open(db, asked) });
  });
}

function help(subcommands: readonly Subcommand[], word: string): Message {
  const isAsked = word === '' || word.toLowerCase() === 'help';
  const unknown = isAsked ? [] : ['There is no `/throughline` command of that name.'];
  return {
    text: [...unknown, ...OTHER_COMMANDS, ...subcommands.map(subcommandHelp), IN_THE_END].join('\n'),
    blocks: [],
  };
}
