import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder } from '../../src/app.ts';
import { closeDatabase, type Database, openDatabase } from '../../src/platform/storage/database.ts';
import { startEmbeddedPostgres } from '../../src/platform/storage/embedded-postgres.ts';
import { migrate } from '../../src/platform/storage/migrate.ts';

export interface OwnDatabase {
  db: Database;
  url: string;
  /** Thrown away with everything in it. */
  folder: string;
  /** What is to be undone when the bench is over, last first. */
  later(cleanUp: () => Promise<unknown>): void;
}

/** Measures on an embedded database of the bench's own, and clears everything away, whatever happens. */
export async function onOwnDatabase<Result>(
  poolSize: number,
  measure: (own: OwnDatabase) => Promise<Result>,
): Promise<Result> {
  const undo: (() => Promise<unknown>)[] = [];
  const later = (cleanUp: () => Promise<unknown>) => void undo.push(cleanUp);
  try {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
    later(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    await chmod(folder, 0o755);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
    later(() => postgres.stop());
    await migrate({ connectionString: postgres.url, folder: migrationsFolder });
    const db = openDatabase(postgres.url, { poolSize });
    later(() => closeDatabase(db));
    return await measure({ db, url: postgres.url, folder, later });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}
