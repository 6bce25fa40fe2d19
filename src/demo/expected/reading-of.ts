import { colleagueCalled } from '../company.ts';
import type { DemoRecord } from '../demo-record.ts';

/** What somebody read at the end of the story; empty when they did not look. */
export function readingOf({ readings }: Pick<DemoRecord, 'readings'>, handle: string, typed: string): string {
  return readings.find((reading) => reading.handle === handle && reading.typed === typed)?.text ?? '';
}

/** As messages show somebody: `@Ana Kovač`. */
export function mentionOf(handle: string): string {
  return `@${colleagueCalled(handle).name}`;
}

/** A sentence for each of these that is not in the text. */
export function missingFrom(text: string, wanted: readonly string[], where: string): string[] {
  return wanted.filter((words) => !text.includes(words)).map((words) => `${where}: "${words}" is missing`);
}
