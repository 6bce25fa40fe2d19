import { migrationsFolder } from '../app.ts';
import { closeDatabase, type Database, openDatabase } from '../platform/storage/database.ts';
import { migrate } from '../platform/storage/migrate.ts';
import { reachDatabase } from '../platform/storage/reach-database.ts';

/** Works on the database, migrated, whether or not the service runs beside it; leaves everything as it was found. */
export async function withDatabase<Result>(
  choice: Parameters<typeof reachDatabase>[0],
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const reached = await reachDatabase(choice);
  try {
    await migrate({ connectionString: reached.url, folder: migrationsFolder });
    const db = openDatabase(reached.url);
    try {
      return await work(db);
    } finally {
      await closeDatabase(db);
    }
  } finally {
    await reached.leave();
  }
}
