import type { CommandHelp } from '../../platform/slack/command-help.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { openLooks } from './open-looks.ts';

export const workspaceSubcommands: Subcommand[] = [
  {
    word: 'looks',
    does: 'shows who looked at what is on record about you, when and where.',
    example: '/throughline looks',
    topic: 'record',
    meantBy: ['private', 'privacy', 'see', 'sees'],
    answer: (db, { userId: actorId, ...asked }) => openLooks(db, { ...asked, actorId }),
  },
];

export const workspaceHelp: CommandHelp[] = [
  {
    command: '/throughline looks',
    takes: '@name',
    does: 'shows who looked at the record of somebody else.',
    example: '/throughline looks @ana',
    topic: 'record',
    isFor: ['administrator'],
  },
];
