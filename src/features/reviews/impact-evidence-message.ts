import type { KnownBlock } from '@slack/types';
import { section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableOutcome } from '../metrics/impact-map.ts';
import { impactRowWords } from '../metrics/impact-map-message.ts';
import type { Evidence } from './evidence.ts';

/** What the work is for, before the numbers: a line for each row of the role's map. Nothing where there is none. */
export function impactDigestBlocks({ impactMap }: Pick<Evidence, 'impactMap'>): KnownBlock[] {
  if (!impactMap || impactMap.rows.length === 0) return [];
  const lines = impactMap.rows.map(({ activity, outcome }) => {
    return `• ${cut(escapeMrkdwn(activity), 90)} → ${readableOutcome(outcome)}`;
  });
  return [section(`*What the work is for* (${cut(escapeMrkdwn(impactMap.roleName), 75)})\n${lines.join('\n')}`)];
}

/** The same in full, why it matters and what shows it, for the thread. */
export function impactInFull({ impactMap }: Pick<Evidence, 'impactMap'>): string[] {
  if (!impactMap || impactMap.rows.length === 0) return [];
  return [`*Impact map: ${escapeMrkdwn(impactMap.roleName)}*`, ...impactMap.rows.map(impactRowWords)];
}
