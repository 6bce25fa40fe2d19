import type { ModalView } from '@slack/types';
import { plainText, section } from './block-kit.ts';
import { cut } from './mrkdwn.ts';

/** A window that only says something, for people who came by a way that has no message to answer in. */
export function noticeView(title: string, text: string): ModalView {
  return { type: 'modal', title: plainText(cut(title, 24)), close: plainText('Close'), blocks: [section(text)] };
}
