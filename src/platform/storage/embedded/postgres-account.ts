import { lchown, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The user PostgreSQL runs as. */
export type Account = { uid: number; gid: number };

/** `nobody` on Linux; any unprivileged number works, it needs no entry in the list of users. */
const UNPRIVILEGED: Account = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root, so root runs it as the owner of its folder, or as nobody while there is none.
 * Everybody else runs it as themselves: undefined.
 */
export async function choosePostgresAccount(folder?: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = folder === undefined ? undefined : await stat(folder).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : UNPRIVILEGED;
}

/** Gives a folder and all in it to the account. */
export async function giveFolder(folder: string, { uid, gid }: Account): Promise<void> {
  await lchown(folder, uid, gid);
  const inside = await readdir(folder, { recursive: true });
  for (const path of inside) await lchown(join(folder, path), uid, gid);
}

/** The nearest folder on the way to `path` that the account may not pass, going by the permission bits. */
export async function findClosedFolder(path: string, { uid, gid }: Account): Promise<string | undefined> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = await stat(folder);
    const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
    if (((found.mode >> shift) & 1) === 0) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
