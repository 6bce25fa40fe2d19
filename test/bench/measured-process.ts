import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface MeasuredProcess {
  secondsToReady: number;
  /** What the process holds in memory now. */
  residentMegabytes(): number;
  /** Ends it with -9, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Asks it to stop, waits until it did, and answers how long that took. */
  stop(): Promise<number>;
}

const READY_WITHIN_MILLISECONDS = 60_000;

/** Starts a program in a process of its own, which is ready when it writes a line that says so. */
export async function startMeasured(
  script: string,
  env: Record<string, string>,
  saysReady: (line: string) => boolean,
): Promise<MeasuredProcess> {
  const before = performance.now();
  const child = spawn(process.execPath, [script], {
    // Nothing of the surroundings: a token or a DATABASE_URL of somebody's own must not be measured, or used.
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const deadline = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MILLISECONDS);
  await waitForLine(createInterface({ input: child.stdout }), saysReady);
  clearTimeout(deadline);
  const secondsToReady = (performance.now() - before) / 1000;
  if (child.pid === undefined || child.exitCode !== null) throw new Error(`${script} ended before it was ready.`);
  const pid = String(child.pid);
  return {
    secondsToReady,
    residentMegabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' })) / 1024,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      const asked = performance.now();
      child.kill('SIGTERM');
      await ended;
      return (performance.now() - asked) / 1000;
    },
  };
}

async function waitForLine(lines: ReturnType<typeof createInterface>, isMeant: (line: string) => boolean) {
  const closed = once(lines, 'close');
  const said = new Promise<void>((resolve) => {
    lines.on('line', (line) => isMeant(line) && resolve());
  });
  // Lines after that one are read on and thrown away: a full pipe would stop the process.
  await Promise.race([said, closed]);
}
