import type { KnownBlock } from '@slack/types';

/** What one message says: its blocks, and the text that notifications and screen readers get. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}
