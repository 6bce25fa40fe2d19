import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../setup/temporary-folder.ts';

const PATIENCE_MS = 240_000;
const program = join(import.meta.dirname, '../../src/cli/main.ts');

/** The command in a process of its own, with a folder for temporary files of its own. */
async function startDemo(args: string[]) {
  const folder = await temporaryFolder();
  const child = spawn(process.execPath, [program, 'demo', ...args], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  return { child, folder, output: text(child.stdout), complaints: text(child.stderr), ended: once(child, 'exit') };
}

test('a quarter is told, holds what was promised, and leaves nothing behind', { timeout: PATIENCE_MS }, async () => {
  const { ended, output, complaints, folder } = await startDemo(['--exit']);
  const [code]: unknown[] = await ended;
  const told = await output;

  expect(await complaints).toBe('');
  expect(told.match(/FAILED.*/g)).toBeNull();
  expect(code).toBe(0);
  expect(told).toContain('Throughline asks Priya Raman, Arjun Mehta and Ravi Iyer.');
  expect(told).toContain('✔ Answered: Weekly check-in, Thu 8 Jan 2026. Thank you.');
  expect(told).toContain('│ Your people');
  expect(told).toContain('│ Client wins: Onboarding');
  expect(told).toContain('│ Evidence: First-quarter review');
  expect(told).not.toContain('\u001b');
  const long = told.split('\n').filter((line) => [...line].length > 100);
  expect(long).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('stops in the middle when it is asked to', { timeout: PATIENCE_MS }, async () => {
  const { child, ended, output, folder } = await startDemo(['--exit']);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');

  const [code]: unknown[] = await ended;

  expect(code).toBe(1);
  expect(await output).toContain('Stopped before the story was told.');
  expect(await readdir(folder)).toEqual([]);
});
