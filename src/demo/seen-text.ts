import type { MessageAsSeen, ModalAsSeen } from '../simulator/person/as-seen.ts';
import { spokenTime } from './spoken-time.ts';

const PICTURES: Readonly<Record<string, string>> = { ':white_check_mark:': '✔' };
const FALLBACK_TIME = /(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/g;

/**
 * Lines of a message as they stand on somebody's screen: Slack's client shows instants in the reader's own zone and
 * draws its little pictures, which the simulator leaves as the app sent them.
 */
export function seenText(text: string, timeZone: string): string[] {
  return text
    .replace(/:[a-z_]+:/g, (name) => PICTURES[name] ?? name)
    .replace(FALLBACK_TIME, (_, day: string, time: string) => spokenTime(new Date(`${day}T${time}:00Z`), timeZone))
    .split('\n')
    .map((line) => (line === '---' ? '· · ·' : line));
}

/** A message and the thread under it. */
export function seenMessage(message: MessageAsSeen, timeZone: string): string[] {
  const replies = message.thread.flatMap((reply) => seenText(reply.text, timeZone).map((line) => `    ${line}`));
  return [...seenText(message.text, timeZone), ...(replies.length > 0 ? ['  in the thread:'] : []), ...replies];
}

/** A form with what is filled in so far. Headings between its fields are left out: they are listed apart from them. */
export function seenModal({ title, lines, fields, submit }: ModalAsSeen): string[] {
  const shown = fields.flatMap(({ label, value, hint }) => [
    `${label}: [${value === null ? '' : [value].flat().join(', ')}]`,
    ...(hint === undefined ? [] : [`    ${hint}`]),
  ]);
  const [first = '', last = ''] = [lines.at(0), lines.at(-1)];
  return [title, first, ...shown, last, `(${submit ?? 'OK'})  (Cancel)`];
}
