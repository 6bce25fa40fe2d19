import type { KnownBlock } from '@slack/types';
import { context, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { type ImpactMap, readableOutcome } from './impact-map.ts';

/** A role's map for plans, Home and reviews: a section a row; for a role without one, what to do about it. */
export function impactMapBlocks({ roleKey, roleName, rows }: ImpactMap): KnownBlock[] {
  if (rows.length === 0) {
    return [
      context(
        `No impact map for ${escapeMrkdwn(roleName)} yet: an administrator writes it with \`/throughline impact ${roleKey}\` or in the workspace file.`,
      ),
    ];
  }
  return rows.map((row) => section(impactRowWords(row)));
}

/**
 * What the work is for in a line a row, to stand before numbers: in plans, Home and reviews. At most 1,200 characters;
 * nothing where there is no map.
 */
export function impactMapSection(
  map: { roleName: string; rows: Pick<ImpactMap['rows'][number], 'activity' | 'outcome'>[] } | null | undefined,
): KnownBlock[] {
  if (!map || map.rows.length === 0) return [];
  const lines = map.rows.map(({ activity, outcome }) => {
    return `• ${cut(escapeMrkdwn(activity), 90)} → ${readableOutcome(outcome)}`;
  });
  return [section(`*What the work is for* (${cut(escapeMrkdwn(map.roleName), 75)})\n${lines.join('\n')}`)];
}

/** `*Answer at once*, because …`, then the outcome and the metrics that show it. At most 1,100 characters. */
export function impactRowWords(row: Omit<ImpactMap['rows'][number], 'metricKeys'>): string {
  const { activity, whyItMatters, outcome, metricNames } = row;
  const shownBy = metricNames.map((name) => escapeMrkdwn(name)).join(', ');
  const [what, why] = [cut(escapeMrkdwn(activity), 200), cut(escapeMrkdwn(whyItMatters), 550)];
  return `*${what}*\n${why}\n→ ${readableOutcome(outcome)}; shown by ${cut(shownBy, 300)}`;
}
