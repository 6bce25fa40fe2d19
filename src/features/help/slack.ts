import { answerCommand } from '../../platform/slack/answer-command.ts';
import { failedCall } from '../../platform/slack/call-outcome.ts';
import { type CommandHelp, commandHelp } from '../../platform/slack/command-help.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { helpOf, type Subcommand } from '../../platform/slack/subcommand.ts';
import { openHelp, openHelpForUnknown, openHelpForWords } from './open-help.ts';
import { openSetUp } from './open-set-up.ts';

interface HelpParts extends SurfaceParts {
  /** Every word behind `/throughline`. */
  subcommands: readonly Subcommand[];
  /** What else can be typed. */
  otherCommands: readonly CommandHelp[];
}

/** `/throughline` and everything behind it, and whoever writes to the bot as to a person. */
export function registerHelp(app: Registrar, { db, clock, subcommands: brought, otherCommands }: HelpParts): void {
  const subcommands: readonly Subcommand[] = [
    ...brought,
    {
      word: 'setup',
      does: 'tells how you are set up here, what is left to do, and who does it.',
      example: '/throughline setup',
      topic: 'running',
      mostFor: ['administrator'],
      answer: (_, { userId: memberId, ...asked }) => openSetUp(db, { ...asked, memberId, commands }),
    },
  ];
  const commands = [...otherCommands, ...subcommands.map(helpOf)];

  app.command('/throughline', async ({ command, ack, client, respond }) => {
    const [word = '', ...others] = command.text.trim().split(/\s+/);
    const typed = others.join(' ');
    const who = { workspaceId: command.team_id, userId: command.user_id };
    const asker = { workspaceId: command.team_id, memberId: command.user_id, appId: command.api_app_id, commands };
    if (word === '' || word.toLowerCase() === 'help')
      return answerCommand({ ack, respond }, openHelp(db, asker, typed));
    const subcommand = subcommands.find((one) => one.word === word.toLowerCase());
    if (!subcommand) return answerCommand({ ack, respond }, openHelpForUnknown(db, asker, word));
    if (typed.toLowerCase() === 'help') return ack(commandHelp([helpOf(subcommand)]));
    const asked = { client, ...who, typed, now: clock.now() };
    if ('answer' in subcommand) return answerCommand({ ack, respond }, subcommand.answer(db, asked));
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: await subcommand.open(db, asked) });
  });

  // What a person typed to the bot: not what it says itself, not what was changed or taken back, and not a file, which is
  // answered as a file.
  app.event('message', async ({ event, body, client }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    const { channel, user: memberId, text = '', thread_ts } = event;
    const asker = { workspaceId: body.team_id, memberId, appId: body.api_app_id, commands };
    const answer = await openHelpForWords(db, asker, text);
    await client.chat.postMessage({ channel, ...answer, ...(thread_ts !== undefined && { thread_ts }) });
  });

  // In front of others only the one who asked is answered; where the bot is no member, in their direct messages.
  app.event('app_mention', async ({ event, body, client }) => {
    const { channel, user, text, thread_ts } = event;
    if (user === undefined || event.bot_id !== undefined || event.edited !== undefined) return;
    const asker = { workspaceId: body.team_id, memberId: user, appId: body.api_app_id, commands };
    const answer = await openHelpForWords(db, asker, text.replaceAll(/<@[^>]*>/g, ''));
    try {
      await client.chat.postEphemeral({ channel, user, ...answer, ...(thread_ts !== undefined && { thread_ts }) });
    } catch (error) {
      const failed = failedCall(error);
      if (failed.kind !== 'refused') throw error;
      await client.chat.postMessage({ channel: user, ...answer });
    }
  });
}
