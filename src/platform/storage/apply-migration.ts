import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { MigrationFile } from './migration-files.ts';

/** What PostgreSQL says of a statement that must not run inside a transaction, CREATE INDEX CONCURRENTLY for one. */
const NOT_IN_A_TRANSACTION = '25001';

/** Runs and records a migration: all of it or, where PostgreSQL allows that, nothing of it. */
export async function applyMigration(client: pg.Client, file: MigrationFile): Promise<void> {
  const id = randomUUID();
  try {
    await client.query('begin');
    await runRecorded(client, id, file);
    await client.query('commit');
  } catch (error) {
    // If the connection is gone, so is the transaction.
    await client.query('rollback').catch(() => {});
    if (!wantsNoTransaction(error)) throw await recordFailure(client, id, file, error);
    await applyOutsideTransaction(client, id, file);
  }
}

async function applyOutsideTransaction(client: pg.Client, id: string, file: MigrationFile): Promise<void> {
  try {
    await runRecorded(client, id, file);
  } catch (error) {
    if (!wantsNoTransaction(error)) throw await recordFailure(client, id, file, error);
    // PostgreSQL makes one transaction of several statements sent together, and has undone this one.
    await client.query('delete from "_prisma_migrations" where id = $1', [id]);
    throw new Error(
      `Migration ${file.name} failed: ${error.message}. Nothing of it was kept. Put that statement alone into a migration.`,
      { cause: error },
    );
  }
}

async function runRecorded(client: pg.Client, id: string, { name, checksum, sql }: MigrationFile): Promise<void> {
  await client.query('insert into "_prisma_migrations" (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  await client.query(sql);
  await client.query(
    'update "_prisma_migrations" set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1',
    [id],
  );
}

/** If the row survived, part of the migration did too: note why, as Prisma does; it then has to be resolved by hand. */
async function recordFailure(client: pg.Client, id: string, file: MigrationFile, cause: unknown): Promise<Error> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const kept = await client
    .query('update "_prisma_migrations" set logs = $2 where id = $1', [id, reason])
    .catch(() => undefined);
  const consequence =
    kept?.rowCount === 0
      ? 'Nothing of it was kept, so it is safe to correct it and start again.'
      : 'Part of it may have been kept; see the column "logs" in "_prisma_migrations".';
  return new Error(`Migration ${file.name} failed: ${reason}. ${consequence}`, { cause });
}

function wantsNoTransaction(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.code === NOT_IN_A_TRANSACTION;
}
