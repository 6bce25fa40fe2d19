import { resolve } from 'node:path';
import { dataPaths } from './embedded/data-paths.ts';
import { embeddedUrl } from './embedded/embedded-url.ts';
import { findLockHolder, isRunningPostgres } from './embedded/lock-holder.ts';
import { EMBEDDED_DATABASE } from './embedded-postgres.ts';

/** The URL of the server that a running service keeps in that folder: for a command given beside it. */
export async function findEmbeddedPostgres({ dataDir }: { dataDir: string }): Promise<string | undefined> {
  const paths = dataPaths(resolve(dataDir));
  const holder = await findLockHolder(paths.cluster);
  if (holder?.status !== 'ready' || !(await isRunningPostgres(holder.pid))) return undefined;
  return embeddedUrl(paths, holder.port, EMBEDDED_DATABASE);
}
