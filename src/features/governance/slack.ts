import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { openSources } from './open-sources.ts';

export const sourceSubcommands: Subcommand[] = [
  {
    word: 'sources',
    does: 'shows which systems send values and customer voice.',
    example: '/throughline sources',
    topic: 'running',
    isFor: ['administrator'],
    mostFor: ['administrator'],
    answer: openSources,
  },
];
