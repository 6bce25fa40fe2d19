import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCluster, DATABASE_USER } from '../src/platform/storage/embedded/create-cluster.ts';
import { findFreePort } from '../src/platform/storage/embedded/find-free-port.ts';
import { choosePostgresAccount } from '../src/platform/storage/embedded/postgres-account.ts';
import { findPostgresBinaries } from '../src/platform/storage/embedded/postgres-binaries.ts';
import { launchPostgres } from '../src/platform/storage/embedded/postgres-process.ts';

const PASSWORD = 'throwaway';

// Nobody will miss this data after a power cut, so nothing waits for the disk.
const CARELESS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
};

export type ThrowawayPostgres = { url(database: string): string; stop(): Promise<void> };

/** A PostgreSQL server in a temporary folder; both are gone after `stop()`, or soon after this process dies. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-pg-'));
  try {
    const binaries = await findPostgresBinaries();
    const account = await choosePostgresAccount();
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, PASSWORD, { mode: 0o600 });
    if (account) for (const path of [folder, passwordFile]) await chown(path, account.uid, account.gid);
    const cluster = join(folder, 'cluster');
    await createCluster({ binaries, cluster, passwordFile, account, skipSync: true });
    const port = await findFreePort();
    const server = await launchPostgres({ binaries, cluster, port, account, settings: CARELESS, removeFolder: folder });
    return {
      url: (database) => `postgresql://${DATABASE_USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
      stop: server.stop,
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
