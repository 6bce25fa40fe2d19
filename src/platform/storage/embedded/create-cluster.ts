import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Account } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

const run = promisify(execFile);

export const DATABASE_USER = 'throughline';

type NewCluster = {
  binaries: PostgresBinaries;
  cluster: string;
  passwordFile: string;
  account: Account | undefined;
  /** Only for a cluster that may be lost. */
  skipSync?: boolean;
};

/** Creates an empty PostgreSQL cluster whose one user must show the password. */
export async function createCluster({ binaries, cluster, passwordFile, account, skipSync }: NewCluster): Promise<void> {
  const args = [
    ...['--pgdata', cluster, '--username', DATABASE_USER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    // The builtin provider knows Unicode and sorts by code point on every machine; the host's own locale data would
    // change under the indexes when the folder moves or the host is upgraded.
    ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
    ...(skipSync ? ['--no-sync'] : []),
  ];
  await run(binaries.initdb, args, { ...account, env: { LC_ALL: 'C', TZ: 'UTC' } }).catch((cause: unknown) => {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`The database folder ${cluster} could not be prepared: ${said || String(cause)}`, { cause });
  });
}
