/**
 * Runs PostgreSQL and ends it when the service ends, however the service ends.
 *
 * The service holds the other end of this process's standard input. When the service stops, crashes or is killed with
 * -9, the operating system closes that pipe and PostgreSQL is shut down here. That works alike on every platform,
 * which a parent-death signal (Linux only) does not.
 */
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import type { GuardianOrder } from './postgres-process.ts';

const FAST_SHUTDOWN_MS = 10_000;
const IMMEDIATE_SHUTDOWN_MS = 3_000;
const HEARTBEAT_MS = 1_000;

const order: GuardianOrder = JSON.parse(process.argv[2] ?? '{}');
const server = spawn(order.postgres, order.args, {
  ...order.account,
  // Ours would be closed with the service; PostgreSQL tells its story on the pipe it shares with us.
  stdio: ['ignore', 'ignore', 'inherit'],
  windowsHide: true,
});

server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.on('exit', async (code) => {
  clearInterval(heart);
  if (order.heartbeat) await rm(order.heartbeat, { force: true });
  if (order.removeFolder) await rm(order.removeFolder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code ?? 1);
});

let beats = 0;
beat();
const heart = setInterval(beat, HEARTBEAT_MS);
function beat(): void {
  if (!order.heartbeat) return;
  beats += 1;
  // A full disk must not end the guardian.
  writeFile(order.heartbeat, `${process.pid} ${beats}\n`).catch(() => {});
}

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  shutDownFast();
  setTimeout(() => server.kill('SIGQUIT'), FAST_SHUTDOWN_MS);
  setTimeout(() => server.kill('SIGKILL'), FAST_SHUTDOWN_MS + IMMEDIATE_SHUTDOWN_MS);
}

function shutDownFast(): void {
  // Windows has no signals: there `kill` would cut the server off, and pg_ctl is the polite way.
  if (process.platform === 'win32')
    spawn(order.pgCtl, ['stop', '-m', 'fast', '-D', order.cluster], { stdio: 'ignore' });
  else server.kill('SIGINT');
}

// A broken standard error (the service is gone) must not end this process before PostgreSQL has ended.
process.stderr.on('error', stop);
process.stdin.on('close', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
