import { spokenTime } from './spoken-time.ts';
import { wrapText } from './wrap-text.ts';

/** Tells the story on a terminal of a hundred columns. */
export interface Narrator {
  heading(text: string): void;
  /** Something that happened, with its local time. */
  tell(at: Date, timeZone: string, text: string): void;
  note(text: string): void;
  /** What somebody has on their screen, framed. */
  show(title: string, lines: readonly string[]): void;
}

const COLUMNS = 100;
const MARGIN = '  │ ';

export function createNarrator({ say, colour }: { say: (line: string) => void; colour: boolean }): Narrator {
  const bold = (text: string) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
  const dim = (text: string) => (colour ? `\u001b[2m${text}\u001b[22m` : text);
  const wrapped = (text: string, indent = '') => wrapText(text, COLUMNS, indent);
  return {
    heading(text) {
      say('');
      say(bold(text));
      say(dim('─'.repeat(Math.min(COLUMNS, text.length))));
    },
    tell(at, timeZone, text) {
      const when = `${spokenTime(at, timeZone)}:`;
      const [first = '', ...rest] = wrapped(`${when} ${text}`, '    ');
      say(first.startsWith(when) ? dim(when) + first.slice(when.length) : first);
      for (const line of rest) say(line);
    },
    note(text) {
      for (const line of wrapped(text)) say(line);
    },
    show(title, lines) {
      say(dim(`  ┌ ${title}`));
      for (const line of lines.flatMap((one) => wrapText(one, COLUMNS - MARGIN.length, ''))) say(dim(MARGIN) + line);
      say(dim('  └'));
    },
  };
}
