import type { Clock } from '../platform/time/clock.ts';
import { collectRecord } from './collect-record.ts';
import { COMPANY_NAME, colleagues } from './company.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { examine } from './expectations.ts';
import { createNarrator } from './narrator.ts';
import { tellNextSteps } from './next-steps.ts';
import { playQuarter } from './play-quarter.ts';
import type { Stage } from './stage.ts';
import { tellFindings } from './tell-findings.ts';

export interface DemoOptions {
  say(line: string): void;
  colour: boolean;
  realClock: Clock;
  /** Aborted when somebody wants the demo to stop. */
  signal: AbortSignal;
  /** Ends when the story is told. */
  exit: boolean;
  dataDir?: string;
  port?: number;
}

/** Plays the quarter, checks it, and then keeps the company alive until it is told to stop. Answers whether all held. */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const { say, realClock, signal } = options;
  const narrator = createNarrator(options);
  const startedAt = realClock.now().getTime();
  narrator.note(
    `${COMPANY_NAME}, ${colleagues.length} people in five time zones, is invented, and so are its clients. What you read is what they read: a database, the service and a little Slack run on this machine, and the people act in that Slack alone.`,
  );
  say('');
  const world = await startDemoWorld(options);
  try {
    narrator.note(`Watch it in a browser: ${world.slack.pageUrl}`);
    say('');
    const stage = await playQuarter(world, narrator, signal);
    if (!stage) {
      narrator.note('Stopped before the story was told.');
      return false;
    }
    const isWell = tellFindings(examine(await collectRecord(stage), stage.file), narrator);
    const seconds = Math.round((realClock.now().getTime() - startedAt) / 1000);
    narrator.note(`A quarter of ${COMPANY_NAME}, played in ${seconds} seconds.`);
    if (!options.exit) {
      tellNextSteps(world, narrator, say);
      await goOn(world, stage, signal);
    }
    return isWell;
  } finally {
    await world.end();
  }
}

/** The company is the visitors' from the end of the story, and its time runs on. */
async function goOn({ page }: DemoWorld, stage: Stage, signal: AbortSignal): Promise<void> {
  page.handOver(stage);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await page.close();
}
