import type { KnownBlock } from '@slack/types';
import { section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { CelebratedWin } from './load-celebrated.ts';

const MOST = 3;

/** To those who had a part: that colleagues celebrated it. Each win by itself: nothing is added up or compared. */
export function celebratedView(celebrated: readonly CelebratedWin[]): KnownBlock[] {
  if (celebrated.length === 0) return [];
  const lines = celebrated
    .slice(0, MOST)
    .map(
      ({ win, celebrating }) => `• The win for *${cut(escapeMrkdwn(win.client), 150)}*: ${celebratedBy(celebrating)}`,
    );
  return [section(`*Celebrated in the digest*\n${lines.join('\n')}`)];
}

/** `celebrated by 5 people`. */
export function celebratedBy(people: number): string {
  return people === 1 ? 'celebrated by 1 person' : `celebrated by ${people} people`;
}
