import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../platform/slack/message.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import {
  IMPORT_BUTTON,
  importingMessage,
  LEAVE_BUTTON,
  leftMessage,
  offerMessage,
  outcomeMessage,
  REREAD_BUTTONS,
} from './dropped-file-message.ts';
import { type FileReading, readFileReading } from './file-reading.ts';
import { type DroppedFileRead, openDroppedFile } from './open-dropped-file.ts';

interface Person {
  client: WebClient;
  workspaceId: string;
  userId: string;
}

type Answer = (
  person: Person,
  reading: FileReading,
  respond: (message: Message) => Promise<unknown>,
) => Promise<Message>;

/** A CSV file that somebody drops into their conversation with the bot. */
export function registerIntake(app: Registrar, { db, clock }: SurfaceParts): void {
  const read = (person: Person, reading: FileReading, isDryRun: boolean): Promise<DroppedFileRead> =>
    openDroppedFile(db, { ...person, ...reading, isDryRun, now: clock.now() });

  app.event('file_shared', async ({ event, client, context }) => {
    const { channel_id: channel, file_id: fileId, user_id: userId } = event;
    // What is shared in channels is not for us, and our own pictures are no news.
    if (!channel.startsWith('D') || userId === context.botUserId) return;
    const person = { client, workspaceId: workspaceOf(context), userId };
    await client.chat.postMessage({ channel, ...offerMessage(await read(person, { fileId }, true), { fileId }) });
  });

  on(IMPORT_BUTTON, async (person, reading, respond) => {
    // A large file takes a quarter of a minute.
    await respond(importingMessage());
    return outcomeMessage(await read(person, reading, false));
  });
  on(LEAVE_BUTTON, async () => leftMessage());
  for (const name of Object.values(REREAD_BUTTONS)) {
    on(name, async (person, reading) => offerMessage(await read(person, reading, true), reading));
  }

  function on(name: string, answer: Answer): void {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context, respond }) => {
      await ack();
      const person = { client, workspaceId: workspaceOf(context), userId: body.user.id };
      const replace = (message: Message) => respond({ ...message, replace_original: true });
      await replace(await answer(person, readFileReading(action.value), replace));
    });
  }
}
