import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

export const LINEAGE_BUTTON = 'show_lineage';

/** From any place where numbers of somebody are shown to where they come from. */
export function lineageButton(memberId: string, metricKey: string | null = null): Button {
  const value = metricKey === null ? memberId : `${memberId} ${metricKey}`;
  return button({ actionId: LINEAGE_BUTTON, text: 'Where the numbers come from', value });
}

export function readLineageButton(value: string): { memberId: string; metricKey: string | null } {
  const [memberId = '', metricKey = null] = value.split(' ');
  return { memberId, metricKey };
}
