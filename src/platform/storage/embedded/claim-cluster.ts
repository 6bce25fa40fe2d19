import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { findLockHolder, isRunningPostgres, type LockHolder, takeOverLock } from './lock-holder.ts';

const POLL_MS = 100;
/** A server that was orphaned by a crash of its service begins to stop within this time; another copy's does not. */
const ORPHAN_GRACE_MS = 3_000;
/** A server that is on its way up or down may have much to write first. */
const TRANSITION_MS = 20_000;
/** Longer than two heartbeats. */
const HEARTBEAT_WATCH_MS = 2_500;

/**
 * Waits until no server uses the folder. Rejects with one sentence if another copy keeps it.
 * PostgreSQL's own lock cannot tell a server in another container from a dead one, hence the heartbeat.
 */
export async function claimCluster(
  dataDir: string,
  { cluster, heartbeat }: { cluster: string; heartbeat: string },
): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const holder = await findLockHolder(cluster);
    if (!holder) return;
    if (!(await isRunningPostgres(holder.pid))) {
      if (await isBeating(heartbeat)) throw new Error(describeHolder(dataDir, 'a server in another container'));
      return takeOverLock(cluster, holder);
    }
    if (waitedMs >= patience(holder)) throw new Error(describeHolder(dataDir, `PostgreSQL process ${holder.pid}`));
    await delay(POLL_MS);
  }
}

function patience({ status }: LockHolder): number {
  return status === 'ready' ? ORPHAN_GRACE_MS : TRANSITION_MS;
}

async function isBeating(heartbeat: string): Promise<boolean> {
  const before = await readBeat(heartbeat);
  if (before === undefined) return false;
  await delay(HEARTBEAT_WATCH_MS);
  const after = await readBeat(heartbeat);
  return after !== undefined && after !== before;
}

async function readBeat(heartbeat: string): Promise<string | undefined> {
  return readFile(heartbeat, 'utf8').catch(() => undefined);
}

function describeHolder(dataDir: string, holder: string): string {
  return (
    `Another copy of Throughline (${holder}) is using the data folder ${dataDir}; ` +
    'stop it, or run several copies on one PostgreSQL server by setting DATABASE_URL for each.'
  );
}
