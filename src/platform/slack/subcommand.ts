import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Database } from '../storage/database.ts';
import type { Message } from './message.ts';

/** One word behind `/throughline`, and what answers it: a message, or a window. */
export type Subcommand = SubcommandWords &
  ({ answer(db: Database, asked: Asked): Promise<Message> } | { open(db: Database, asked: Asked): Promise<ModalView> });

interface SubcommandWords {
  /** In small letters. */
  word: string;
  /** What else may stand behind it, as the help writes it: `[@name]`. */
  takes?: string;
  /** What it does, as the help says behind the word. */
  does: string;
}

interface Asked {
  client: WebClient;
  workspaceId: string;
  userId: string;
  /** What stood behind the word, as it was typed. */
  typed: string;
  now: Date;
}

export function subcommandHelp({ word, takes, does }: SubcommandWords): string {
  return `\`/throughline ${word}${takes === undefined ? '' : ` ${takes}`}\` ${does}`;
}
