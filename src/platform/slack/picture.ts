import type { KnownBlock } from '@slack/types';
import { plainText } from './block-kit.ts';
import { cut } from './mrkdwn.ts';

/** A picture that is still to be hung: its place among the blocks, and what it is drawn from. */
export interface PictureBlock {
  type: 'picture';
  svg: string;
  /** The same in words, for those who do not see it. */
  altText: string;
  title?: string;
}

export type PicturedBlock = KnownBlock | PictureBlock;

/** A message whose pictures are not hung yet; without any, a message as it is. */
export interface PicturedMessage {
  text: string;
  blocks: PicturedBlock[];
}

export function isPicture(block: PicturedBlock): block is PictureBlock {
  return block.type === 'picture';
}

/** As Slack takes it, once it has the file. */
export function imageBlock({ altText, title }: PictureBlock, fileId: string): KnownBlock {
  return {
    type: 'image',
    slack_file: { id: fileId },
    alt_text: cut(altText, 2000),
    ...(title !== undefined && { title: plainText(cut(title, 200)) }),
  };
}

/** What is left to read where pictures cannot be had. */
export function withoutPictures(blocks: readonly PicturedBlock[]): KnownBlock[] {
  return blocks.filter((block) => !isPicture(block)) as KnownBlock[];
}
