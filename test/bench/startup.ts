import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import type { Bench, Figure } from './bench.ts';
import { type MeasuredProcess, startMeasured } from './measured-process.ts';
import { median, percentile } from './statistics.ts';

const STARTS = 3;
const WARM_UP = 20;
const COMMANDS = 200;
const SETTLE_MILLISECONDS = 3000;

/** Has something done when the bench ends, however it ends. */
type Later = (cleanUp: () => Promise<unknown>) => void;

/** Real processes: each start is `node src/main.ts`, and Slack is a simulator in this one. */
export const startup: Bench = {
  name: 'startup',
  says: 'from start to ready, memory at rest, and a slash command against a bare Bolt handler',
  async run() {
    const cleanUps: (() => Promise<unknown>)[] = [];
    try {
      return await measure((cleanUp) => cleanUps.push(cleanUp));
    } finally {
      for (const cleanUp of cleanUps.reverse()) await cleanUp();
    }
  },
};

async function measure(later: Later): Promise<Figure[]> {
  const slack = await littleSlack(later);
  const fresh: number[] = [];
  const again: number[] = [];
  const stops: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const dataDir = await freshFolder(later);
    for (const seconds of [fresh, again]) {
      const service = await startService(slack, dataDir);
      later(() => service.stop());
      seconds.push(service.secondsToReady);
      stops.push(await service.stop());
    }
  }

  const service = await startService(slack, await freshFolder(later));
  later(() => service.stop());
  await delay(SETTLE_MILLISECONDS);
  const memory = service.residentMegabytes();

  const bareSlack = await littleSlack(later);
  const bare = await startMeasured(join(import.meta.dirname, 'bare-bolt.ts'), connectionTo(bareSlack), isReadyWord);
  later(() => bare.stop());
  const simple = timed(() => bareSlack.as('ana').command('/throughline'));
  const help = timed(() => slack.as('ana').command('/throughline help'));
  const progress = timed(() => slack.as('ana').command('/progress'));
  await timeInTurns([simple, help, progress]);
  const ratio = median(help.milliseconds) / median(simple.milliseconds);

  return [
    { figure: 'start, empty folder', value: median(fresh), unit: 's' },
    { figure: 'start, existing folder', value: median(again), unit: 's' },
    { figure: 'stop', value: median(stops), unit: 's' },
    { figure: 'memory at rest', value: memory, unit: 'MB' },
    ...inMilliseconds('bare Bolt, a command', simple),
    ...inMilliseconds('/throughline help', help),
    ...inMilliseconds('/progress, from the database', progress),
    { figure: '/throughline help over bare Bolt, p50', value: ratio, unit: 'times' },
  ];
}

async function littleSlack(later: Later): Promise<Simulator> {
  const manifest: unknown = JSON.parse(
    await readFile(new URL('../../manifest/socket-mode.json', import.meta.url), 'utf8'),
  );
  const slack = await startSimulator({ manifest, workspace: { people: [{ name: 'ana', timeZone: 'Europe/Berlin' }] } });
  later(() => slack.close());
  return slack;
}

/** Any user may enter it: run by root, PostgreSQL runs as somebody else. */
async function freshFolder(later: Later): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  later(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await chmod(folder, 0o755);
  return folder;
}

function startService(slack: Simulator, dataDir: string): Promise<MeasuredProcess> {
  const main = join(import.meta.dirname, '../../src/main.ts');
  return startMeasured(main, { ...connectionTo(slack), DATA_DIR: dataDir, PORT: '0' }, isReadyLine);
}

function connectionTo(slack: Simulator): Record<string, string> {
  return { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
}

function isReadyLine(line: string): boolean {
  return line.includes('"msg":"ready"');
}

function isReadyWord(line: string): boolean {
  return line === 'ready';
}

interface Timed {
  act: () => Promise<unknown>;
  milliseconds: number[];
}

function timed(act: () => Promise<unknown>): Timed {
  return { act, milliseconds: [] };
}

/** They take turns, in changing order: neither a busy moment nor what ran just before favours one of them. */
async function timeInTurns(all: Timed[]): Promise<void> {
  for (let turn = -WARM_UP; turn < COMMANDS; turn += 1) {
    const first = (turn + WARM_UP) % all.length;
    const order = [...all.slice(first), ...all.slice(0, first)];
    for (const { act, milliseconds } of turn % 2 === 0 ? order : order.toReversed()) {
      const before = performance.now();
      await act();
      if (turn >= 0) milliseconds.push(performance.now() - before);
    }
  }
}

function inMilliseconds(what: string, { milliseconds }: Timed): Figure[] {
  return [
    { figure: `${what}, p50`, value: median(milliseconds), unit: 'ms' },
    { figure: `${what}, p95`, value: percentile(milliseconds, 0.95), unit: 'ms' },
  ];
}
