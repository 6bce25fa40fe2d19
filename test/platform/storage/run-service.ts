import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export type Service = { process: ChildProcess; firstLine: string; end(signal: NodeJS.Signals): Promise<void> };

/** Runs embedded-service.ts in a process of its own until it has said its first line. */
export async function runService(
  dataDir: string,
  { wrapper = [], ...user }: { uid?: number; gid?: number; wrapper?: string[] } = {},
): Promise<Service> {
  const script = join(import.meta.dirname, 'embedded-service.ts');
  const [program = process.execPath, ...args] = [...wrapper, process.execPath, script, dataDir];
  const child = spawn(program, args, { ...user, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  onTestFinished(() => end('SIGTERM'));
  const [line]: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  return { process: child, firstLine: String(line), end };
}
