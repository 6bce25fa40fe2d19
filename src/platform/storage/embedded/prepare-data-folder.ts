import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createCluster } from './create-cluster.ts';
import { dataPaths } from './data-paths.ts';
import { type Account, choosePostgresAccount, findClosedFolder, giveFolder } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** Finds the database in `dataDir`, or creates one there. Tells the user the server must run as. */
export async function prepareDataFolder(dataDir: string, binaries: PostgresBinaries): Promise<Account | undefined> {
  const { home } = dataPaths(dataDir);
  const account = await choosePostgresAccount(home);
  await openDataDir(dataDir, account);
  if (account) await requireOpenPath([dataDir, dirname(binaries.postgres)], account);
  if (!(await exists(home))) await createHome(dataDir, home, { binaries, account });
  // A backup that root copied back belongs to root.
  if (account && (await stat(home)).uid !== account.uid) await giveFolder(home, account);
  return account;
}

async function openDataDir(dataDir: string, account: Account | undefined): Promise<void> {
  const created = await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw new Error(`The data folder ${dataDir} cannot be created: ${describe(cause)}`, { cause });
  });
  // Whatever the umask: nobody else needs to list it, but PostgreSQL's user must get through.
  if (created) await chmod(dataDir, account ? 0o711 : 0o700);
}

async function requireOpenPath(paths: string[], account: Account): Promise<void> {
  for (const path of paths) {
    const closed = await findClosedFolder(path, account);
    if (closed === undefined) continue;
    throw new Error(
      `PostgreSQL does not run as root, and the user it runs as (id ${account.uid}) cannot get through ${closed}. ` +
        `Choose another folder than ${path}, run "chmod o+x ${closed}", start Throughline as an ordinary user, ` +
        'or set DATABASE_URL to a PostgreSQL server.',
    );
  }
}

/** Password and cluster appear together or not at all: a crash half way, or a second copy, cannot spoil them. */
async function createHome(
  dataDir: string,
  home: string,
  { binaries, account }: { binaries: PostgresBinaries; account: Account | undefined },
): Promise<void> {
  const draft = await mkdtemp(join(dataDir, 'new-postgres-')).catch((cause: unknown) => {
    throw new Error(`The data folder ${dataDir} cannot be written to: ${describe(cause)}`, { cause });
  });
  try {
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account) for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);
    await createCluster({ binaries, cluster: join(draft, 'cluster'), passwordFile, account });
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another copy that started at the same moment was faster: use what it made.
    if (!(await exists(home))) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
