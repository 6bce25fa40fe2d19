import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { impactRowWords } from '../metrics/impact-map-message.ts';
import type { Evidence } from './evidence.ts';

/** The role's map as it was frozen, in full: why each thing matters and what shows it. */
export function impactInFull({ impactMap }: Pick<Evidence, 'impactMap'>): string[] {
  if (!impactMap || impactMap.rows.length === 0) return [];
  return [`*Impact map: ${escapeMrkdwn(impactMap.roleName)}*`, ...impactMap.rows.map(impactRowWords)];
}
