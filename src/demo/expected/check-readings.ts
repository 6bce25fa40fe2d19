import type { DemoRecord } from '../demo-record.ts';
import { readings } from '../story/readings.ts';
import type { Finding } from './finding.ts';

/** How the product begins a line where there is nothing to show. */
const EMPTY =
  /^(Nothing yet|No \w+ (yet|has|is|was|waits|team)|There is no|You have no|No (system|lesson|plan|win|client)|Nobody)/im;

/** What a newcomer opens after the story has something in it. */
export function checkReadings(record: DemoRecord): Finding {
  const problems = readings.flatMap(({ handle, typed }) => {
    const text = record.readings.find((one) => one.handle === handle && one.typed === typed)?.text ?? '';
    const empty = text === '' ? 'nothing at all' : EMPTY.exec(text)?.[0];
    return empty === undefined ? [] : [`${handle}, ${typed}: ${empty}`];
  });
  return { what: 'every command, and Home, have something to show', looked: readings.length, problems };
}
