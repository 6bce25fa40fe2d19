import type { KnownBlock } from '@slack/types';
import { section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { Reader, Seen } from './load-readers.ts';

const WORDS: Record<Seen, string> = {
  'see-numbers': 'all your numbers',
  'see-words': 'what you write in check-ins',
  'see-wins': 'your client wins',
  'see-feedback': 'what clients say',
  'see-peer-feedback': 'what colleagues say',
  'edit-plan': 'your plan, and drafts it with you',
};

/** What others see of the person: who, and what of it. */
export function readersView(readers: readonly Reader[]): KnownBlock[] {
  const lines = readers.map(({ memberId, sees, metricNames }) => {
    const words = [...sees.map((what) => WORDS[what]), ...metricNames.map((name) => escapeMrkdwn(name))];
    return `• <@${memberId}>: ${cut(words.join(', '), 220)}`;
  });
  const nobody = 'Nobody but you sees your record.';
  const rest = 'Nobody else does, and each look at it is on record: `/throughline looks`.';
  return [section(`*Who sees what of you*\n${lines.length === 0 ? nobody : [...lines, rest].join('\n')}`)];
}
