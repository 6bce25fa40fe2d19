import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { openSources } from './open-sources.ts';

export const sourceSubcommands: Subcommand[] = [
  {
    word: 'sources',
    does: 'tells an administrator which systems send values and customer voice.',
    answer: openSources,
  },
];
