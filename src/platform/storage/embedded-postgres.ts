import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { claimCluster } from './embedded/claim-cluster.ts';
import { type DataPaths, dataPaths } from './embedded/data-paths.ts';
import { embeddedUrl } from './embedded/embedded-url.ts';
import { findFreePort } from './embedded/find-free-port.ts';
import { endOrphan } from './embedded/lock-holder.ts';
import type { Account } from './embedded/postgres-account.ts';
import { findPostgresBinaries, type PostgresBinaries } from './embedded/postgres-binaries.ts';
import { launchPostgres, type PostgresProcess } from './embedded/postgres-process.ts';
import { prepareDataFolder } from './embedded/prepare-data-folder.ts';
import { supervise } from './embedded/supervise.ts';
import { withConnection } from './with-connection.ts';

type EmbeddedPostgresOptions = {
  /** A folder for the database alone; created if need be. */
  dataDir: string;
  /** Told every line of the server's log. */
  log?: (line: string) => void;
};

export type EmbeddedPostgres = { url: string; stop(): Promise<void> };

type Embedding = {
  dataDir: string;
  paths: DataPaths;
  binaries: PostgresBinaries;
  account: Account | undefined;
  log: (line: string) => void;
};

export const EMBEDDED_DATABASE = 'throughline';

const ATTEMPTS = 5;
const RETRY_MS = 300;
/** What a start may fail of that the next one, a moment later, does not. */
const PASSING =
  /Address already in use|lock file "postmaster.pid" (already exists|is empty)|pre-existing shared memory/;

// PostgreSQL's defaults, said aloud: an acknowledged row survives a power cut, whatever postgresql.conf says.
const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

/** Runs a PostgreSQL server on the loopback address for as long as this process lives. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const paths = dataPaths(dataDir);
  const binaries = await findPostgresBinaries();
  const account = await prepareDataFolder(dataDir, binaries);
  const embedding: Embedding = { dataDir, paths, binaries, account, log: options.log ?? (() => {}) };
  const { server, port } = await launch(embedding, findFreePort);
  const { stop } = supervise(server, {
    // The same port again: the URL has been given out.
    launch: async () => {
      await endOrphan(paths.cluster);
      return (await launch(embedding, async () => port)).server;
    },
    log: embedding.log,
  });
  try {
    await createDatabaseOnce(await embeddedUrl(paths, port, 'postgres'));
    return { url: await embeddedUrl(paths, port, EMBEDDED_DATABASE), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function launch(
  { dataDir, paths, binaries, account, log }: Embedding,
  choosePort: () => Promise<number>,
): Promise<{ server: PostgresProcess; port: number }> {
  const { cluster, heartbeat } = paths;
  for (let attempt = 1; ; attempt += 1) {
    await claimCluster(dataDir, paths);
    const port = await choosePort();
    try {
      const server = await launchPostgres({ binaries, cluster, heartbeat, port, account, settings: DURABLE, log });
      return { server, port };
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof Error && PASSING.test(error.message))) throw error;
    }
    await delay(RETRY_MS);
  }
}

function createDatabaseOnce(adminUrl: string): Promise<void> {
  return withConnection(adminUrl, async (connection) => {
    const { rowCount } = await connection.query('select from pg_database where datname = $1', [EMBEDDED_DATABASE]);
    if (!rowCount) await connection.query(`create database ${EMBEDDED_DATABASE}`);
  });
}
