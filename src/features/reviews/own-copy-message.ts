import { section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import type { CopyFile } from './own-copy.ts';

const NOTHING =
  'Nothing that colleagues or customers said of you is on record yet, and no win: there is nothing to copy. `/feedback ask` asks colleagues, `/win` tells what changed for a client.';

/** Above each file. */
export function fileWords(file: CopyFile): string {
  return `Your copy: ${countOf(file)} on record about you, as you may read it.`;
}

/** What came, and what there is none of. */
export function ownCopyMessage(files: readonly CopyFile[]): Message {
  const text = files.length === 0 ? NOTHING : whatCame(files);
  return { text, blocks: [section(text)] };
}

function whatCame(files: readonly CopyFile[]): string {
  const named = files.map((file) => `\`${file.name}\` (${countOf(file)})`).join(', ');
  return `Your copy is in your messages with this app: ${named}. It holds what you may read about yourself, names and days where you learn them. Keep it as you would keep a review. Your check-ins, numbers and goals are under *Everything on record* in the Home tab.`;
}

function countOf({ rows, row: [one, many] }: CopyFile): string {
  const count = rows.length - 1;
  return `${count} ${count === 1 ? one : many}`;
}
