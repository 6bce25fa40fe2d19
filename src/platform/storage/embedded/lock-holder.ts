import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The server that a cluster's lock file, postmaster.pid, names. It may be long gone. */
export type LockHolder = { pid: number; port: number; status: string };

const LINE = { pid: 0, port: 3, status: 7 };

export async function findLockHolder(cluster: string): Promise<LockHolder | undefined> {
  const lines = await readLock(cluster);
  if (!lines) return undefined;
  return {
    pid: Number(lines[LINE.pid]),
    port: Number(lines[LINE.port] ?? 0),
    status: lines[LINE.status]?.trim() ?? 'starting',
  };
}

/**
 * Whether a process is a PostgreSQL server that still runs. Process ids repeat, above all in containers, where after a
 * crash the number often belongs to a thread of our own; and a dead server stays listed until its parent asks for it.
 */
export async function isRunningPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return isRunning(pid);
  // "pid (command) state ..."
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /^\d+ \(postgres\) [^ZX]/.test(stat);
}

/**
 * Makes a lock file left by a dead server name this process, which PostgreSQL (told that we are its grandparent) takes
 * for stale. Deleting the file instead would lose the number of the shared memory, by which PostgreSQL makes sure that
 * no orphaned session of the dead server still writes.
 */
export async function takeOverLock(cluster: string, dead: LockHolder): Promise<void> {
  const lines = await readLock(cluster);
  // Somebody else may have been faster.
  if (!lines || Number(lines[LINE.pid]) !== dead.pid) return;
  lines[LINE.pid] = String(process.pid);
  await writeFile(lockFile(cluster), lines.join('\n'));
}

/** Asks a server to stop whose guardian was killed. The next claim waits for its end. */
export async function endOrphan(cluster: string): Promise<void> {
  const holder = await findLockHolder(cluster);
  if (holder && (await isRunningPostgres(holder.pid))) process.kill(holder.pid, 'SIGINT');
}

async function readLock(cluster: string): Promise<string[] | undefined> {
  const text = await readFile(lockFile(cluster), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text?.split('\n');
}

function lockFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

function isRunning(pid: number): boolean {
  // An empty lock file reads as 0, which would ask about our own process group.
  if (pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
