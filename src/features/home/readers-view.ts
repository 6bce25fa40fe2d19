import type { KnownBlock } from '@slack/types';
import { section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { Readers, Seen } from './load-readers.ts';

const WORDS: Record<Seen, string> = {
  'see-numbers': 'all your numbers and how they stand to your plan',
  'see-words': 'what you write in check-ins',
  'see-wins': 'your client wins',
  'see-feedback': 'what clients say',
  'see-peer-feedback': 'what colleagues say',
  'edit-plan': 'your plan, and drafts it with you',
};

/** What others see of the person: who, and what of it. */
export function readersView({ readers, notShown }: Readers): KnownBlock[] {
  const lines = readers.map(({ memberId, sees, metricNames }) => {
    const words = [...sees.map((what) => WORDS[what]), ...metricNames.map((name) => escapeMrkdwn(name))];
    return `• <@${memberId}>: ${cut(words.join(', '), 180)}`;
  });
  const more = notShown === 0 ? [] : [`…and ${notShown} more, as partners of your plan, data owners or sponsors.`];
  const rest =
    'Beside them, whoever answers for a metric sees its numbers, and wins and quotes that are for everybody are read by everybody. Each look at your record is written down: `/throughline looks`.';
  return [section(`*Who sees what of you*\n${[...lines, ...more, rest].join('\n')}`)];
}
