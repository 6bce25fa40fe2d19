import { closestWord } from '../../platform/slack/closest-word.ts';

/** What somebody typed behind `/win`. */
export type WinRequest =
  | { asks: 'help' }
  | { asks: 'list' }
  | { asks: 'clients' }
  | { asks: 'form'; words: string }
  /** One word alone is no story, and this one is a slip of the pen away from a word of ours. */
  | { asks: 'unclear'; meant: string }
  | { asks: 'client'; name: string };

/** Whatever is no command of ours is the beginning of a story. */
export function readWinRequest(text: string): WinRequest {
  const typed = text.trim();
  const [first = '', ...rest] = typed.split(/\s+/);
  const name = rest.join(' ');
  if (/^help$/i.test(typed)) return { asks: 'help' };
  if (/^list$/i.test(typed)) return { asks: 'list' };
  if (/^clients?$/i.test(typed)) return { asks: 'clients' };
  if (/^client$/i.test(first)) return { asks: 'client', name: plain(name) };
  const meant = rest.length === 0 ? closestWord(first, ['list', 'client', 'clients', 'help']) : undefined;
  return meant === undefined ? { asks: 'form', words: plain(typed) } : { asks: 'unclear', meant };
}

/** Slack escapes what is typed behind a command. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
