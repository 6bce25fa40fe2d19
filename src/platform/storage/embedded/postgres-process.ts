import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Account } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** What the service asks of its guardian; see postgres-guardian.ts. */
export type GuardianOrder = {
  postgres: string;
  pgCtl: string;
  args: string[];
  cluster: string;
  account: Account | undefined;
  /** A file that changes every second while the server runs. */
  heartbeat: string | undefined;
  /** A throwaway cluster's folder, deleted once its server is gone. */
  removeFolder: string | undefined;
};

export type PostgresProcess = {
  /** Fast shutdown: open transactions are rolled back, the data is left clean. Ends within about 15 seconds. */
  stop(): Promise<void>;
  /** Resolves with the last lines of its log when the server ends, for whatever reason. */
  exited: Promise<string>;
};

export type PostgresLaunch = {
  binaries: PostgresBinaries;
  cluster: string;
  port: number;
  settings: Record<string, string>;
  account: Account | undefined;
  heartbeat?: string;
  removeFolder?: string;
  log?: ((line: string) => void) | undefined;
};

const READY = 'database system is ready to accept connections';
const REMEMBERED_LINES = 20;
const LAST_LINES_MS = 500;

/** Starts the server and waits until it takes connections; rejects with its own words if it ends before that. */
export async function launchPostgres(launch: PostgresLaunch): Promise<PostgresProcess> {
  const guardian = spawn(process.execPath, [join(import.meta.dirname, 'postgres-guardian.ts'), describeOrder(launch)], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C in a terminal must reach the service first, which then stops the server itself.
    detached: true,
    windowsHide: true,
    // English messages, since READY is looked for. The grandparent's id lets PostgreSQL tell a lock file that names us
    // (process ids repeat in containers) from one that names another server.
    env: { LC_ALL: 'C', PG_GRANDPARENT_PID: String(process.pid) },
  });
  // Closing a pipe that nobody holds any more is no error of ours.
  guardian.stdin.on('error', () => {});
  const lastLines: string[] = [];
  const exited = new Promise<string>((resolve) => {
    guardian.on('error', (error) => resolve(error.message));
    // The last lines are here on 'close'; but if only the guardian was killed, its server keeps the pipe open.
    guardian.on('exit', () => setTimeout(() => resolve(lastLines.join('\n')), LAST_LINES_MS));
    guardian.on('close', () => resolve(lastLines.join('\n')));
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: guardian.stderr }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > REMEMBERED_LINES) lastLines.shift();
      launch.log?.(line);
      if (line.includes(READY)) resolve();
    });
  });
  const earlyEnd = await Promise.race([ready, exited]);
  if (earlyEnd !== undefined) throw new Error(`PostgreSQL did not start:\n${earlyEnd}`);
  return {
    exited,
    async stop() {
      guardian.stdin.end();
      await exited;
    },
  };
}

function describeOrder(launch: PostgresLaunch): string {
  const settings = {
    port: String(launch.port),
    listen_addresses: '127.0.0.1',
    // No socket file: its path has a length limit that a deep data folder exceeds.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...launch.settings,
  };
  const args = [
    '-D',
    launch.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const order: GuardianOrder = {
    postgres: launch.binaries.postgres,
    pgCtl: launch.binaries.pgCtl,
    args,
    cluster: launch.cluster,
    account: launch.account,
    heartbeat: launch.heartbeat,
    removeFolder: launch.removeFolder,
  };
  return JSON.stringify(order);
}
