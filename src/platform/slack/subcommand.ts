import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Database } from '../storage/database.ts';
import type { CommandHelp } from './command-help.ts';
import type { Message } from './message.ts';

/** One word behind `/throughline`, and what answers it: a message, or a window. */
export type Subcommand = SubcommandWords &
  ({ answer(db: Database, asked: Asked): Promise<Message> } | { open(db: Database, asked: Asked): Promise<ModalView> });

interface SubcommandWords extends Omit<CommandHelp, 'command'> {
  /** In small letters. */
  word: string;
}

interface Asked {
  client: WebClient;
  workspaceId: string;
  userId: string;
  /** What stood behind the word, as it was typed. */
  typed: string;
  now: Date;
}

export function helpOf({ word, ...words }: SubcommandWords): CommandHelp {
  return { ...words, command: `/throughline ${word}` };
}
