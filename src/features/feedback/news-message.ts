import { context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { readableFeedback } from './feedback-words-view.ts';
import type { SeenWords } from './who-reads.ts';

/** To somebody who reads the words with their author: the person, or the manager who asked. */
export function newsMessage(seen: SeenWords, readerId: string): Message {
  const isOwn = seen.subjectId === readerId;
  const about = isOwn ? 'you' : `<@${seen.subjectId}>`;
  const text = `<@${seen.authorId}> gave feedback about ${about}`;
  return {
    text,
    blocks: [
      section(`${text}.`),
      section(readableFeedback(seen)),
      context(
        isOwn
          ? '`/feedback about me` shows all you got, and what it comes to over time.'
          : `They answered your request. \`/feedback about\` with their name shows all of it.`,
      ),
    ],
  };
}

/** What stands in the place of words that their author took back. */
export function withdrawnMessage(): Message {
  const text = 'Feedback that stood here was taken back by its author.';
  return { text, blocks: [section(text)] };
}
