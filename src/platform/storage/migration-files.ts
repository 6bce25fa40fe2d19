import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type MigrationFile = {
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma records it. */
  checksum: string;
  /** The same with the line endings of the other kind of system; Git may have changed them. */
  otherChecksum: string;
};

/** The migrations in Prisma's folder layout, oldest first. A folder that does not exist holds none. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<MigrationFile> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8').catch((cause: unknown) => {
    throw new Error(`Migration ${name} has no readable migration.sql; restore the file or delete the folder.`, {
      cause,
    });
  });
  const other = sql.includes('\r\n') ? sql.replaceAll('\r\n', '\n') : sql.replaceAll('\n', '\r\n');
  return { name, sql, checksum: sha256(sql), otherChecksum: sha256(other) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
