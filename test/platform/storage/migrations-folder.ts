import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../setup/temporary-folder.ts';

/** A folder of migrations as Prisma lays them out, from name and SQL. */
export async function migrationsFolder(migrations: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) await putMigration(folder, name, sql);
  return folder;
}

export async function putMigration(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}
