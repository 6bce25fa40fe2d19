import type { Simulator } from '../simulator/simulator.ts';
import type { Reading } from './demo-record.ts';
import { readings } from './story/readings.ts';

/** People look at what the quarter left them: what a newcomer to the demo is going to open. Nothing of it stays there. */
export async function readRound(slack: Simulator): Promise<Reading[]> {
  const read: Reading[] = [];
  for (const { handle, typed } of readings) read.push({ handle, typed, text: await readingOf(slack, handle, typed) });
  return read;
}

async function readingOf(slack: Simulator, handle: string, typed: string): Promise<string> {
  const person = slack.as(handle);
  if (typed === 'home') {
    await person.openHome();
    const { text } = await person.waitForHome('Next review');
    await person.openMessages();
    return text;
  }
  const { reply, modal } = await person.command(typed);
  person.reloads();
  if (reply) return reply.text;
  const { lines } = modal ?? (await person.waitForModal());
  await person.close({ all: true });
  return lines.join('\n');
}
