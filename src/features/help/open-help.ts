import type { CommandHelp } from '../../platform/slack/command-help.ts';
import type { Message } from '../../platform/slack/message.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { loadParts } from '../governance/load-parts.ts';
import { helpAboutMessage, helpMessage, plainWordsMessage, unknownCommandMessage } from './help-message.ts';

export interface Asker {
  workspaceId: string;
  memberId: string;
  appId: string;
  /** Everything that can be typed. */
  commands: readonly CommandHelp[];
}

/** All that the asker can do, or what one command or topic is. */
export async function openHelp(db: Transaction, asker: Asker, about = ''): Promise<Message> {
  const helped = { ...asker, parts: await loadParts(db, asker) };
  return about === '' ? helpMessage(helped) : helpAboutMessage(helped, about);
}

/** What the asker may have meant by a word that is no command. */
export async function openHelpForUnknown(db: Transaction, asker: Asker, word: string): Promise<Message> {
  return unknownCommandMessage({ ...asker, parts: await loadParts(db, asker) }, word);
}

/** What leads on from plain words. They are read here and kept nowhere. */
export async function openHelpForWords(db: Transaction, asker: Asker, typed: string): Promise<Message> {
  return plainWordsMessage({ ...asker, parts: await loadParts(db, asker) }, typed);
}
