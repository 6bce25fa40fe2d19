import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type MigrationFile, readMigrations } from './migration-files.ts';
import { compareMigrations, type MigrationStatus, type RecordedMigration } from './migration-history.ts';
import { withConnection } from './with-connection.ts';

type MigrationSource = {
  connectionString: string;
  /** The folder in Prisma's layout: one subfolder with a migration.sql for each migration. */
  folder: string;
};

/** The advisory lock Prisma's own engine takes, so `prisma migrate deploy` and we wait for each other. */
const PRISMA_LOCK = 72707369;
/** Another copy may be busy with a long migration; longer than this and a person should look. */
const TURN_WAIT_MS = 300_000;
const TURN_POLL_MS = 100;
/** What PostgreSQL says of a statement that must not run inside a transaction, CREATE INDEX CONCURRENTLY for one. */
const NOT_IN_A_TRANSACTION = '25001';

/** As Prisma creates it, to the letter, so that its own tools keep working on our databases. */
const CREATE_BOOKKEEPING = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null,
  "checksum" varchar(64) not null,
  "finished_at" timestamptz,
  "migration_name" varchar(255) not null,
  "logs" text,
  "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(),
  "applied_steps_count" integer not null default 0
)`;

/** Brings the database to this version's schema. Returns the names of the migrations applied now. */
export function migrate({ connectionString, folder }: MigrationSource): Promise<string[]> {
  return withConnection(connectionString, async (client) => {
    await takeTurn(client);
    await client.query(CREATE_BOOKKEEPING);
    const files = await readMigrations(folder);
    const { pending, problems } = compareMigrations(files, await readHistory(client));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    for (const file of files) if (pending.includes(file.name)) await applyMigration(client, file);
    return pending;
    // Closing the connection gives the lock back, also when something above threw.
  });
}

/**
 * Copies that start together migrate one after the other. Each asks for its turn again and again: a statement that
 * waits for the lock inside PostgreSQL would hold up CREATE INDEX CONCURRENTLY, and so the copy it waits for.
 */
async function takeTurn(client: pg.Client): Promise<void> {
  for (let waitedMs = 0; waitedMs < TURN_WAIT_MS; waitedMs += TURN_POLL_MS) {
    const answer = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [PRISMA_LOCK]);
    if (answer.rows[0]?.mine) return;
    await delay(TURN_POLL_MS);
  }
  throw new Error(
    `Another copy has been migrating this database for ${TURN_WAIT_MS / 60_000} minutes. Wait until it is done, or ` +
      `end it; it holds advisory lock ${PRISMA_LOCK} (see pg_locks).`,
  );
}

/** What `migrate` would find; changes nothing. */
export function migrationStatus({ connectionString, folder }: MigrationSource): Promise<MigrationStatus> {
  return withConnection(connectionString, async (client) => {
    const found = await client.query<{ exists: boolean }>(
      `select to_regclass('"_prisma_migrations"') is not null as exists`,
    );
    const history = found.rows[0]?.exists ? await readHistory(client) : [];
    return compareMigrations(await readMigrations(folder), history);
  });
}

async function readHistory(client: pg.Client): Promise<RecordedMigration[]> {
  const history = await client.query<RecordedMigration>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from "_prisma_migrations" where rolled_back_at is null order by started_at, migration_name`,
  );
  return history.rows;
}

/** All of it or, where PostgreSQL allows that, nothing of it. */
async function applyMigration(client: pg.Client, file: MigrationFile): Promise<void> {
  const id = randomUUID();
  try {
    await client.query('begin');
    await runRecorded(client, id, file);
    await client.query('commit');
  } catch (error) {
    // If the connection is gone, so is the transaction.
    await client.query('rollback').catch(() => {});
    if (!(error instanceof pg.DatabaseError) || error.code !== NOT_IN_A_TRANSACTION)
      throw await reportFailure(client, id, file, error);
    await runRecorded(client, id, file).catch(async (again: unknown) => {
      throw await reportFailure(client, id, file, again);
    });
  }
}

async function runRecorded(client: pg.Client, id: string, file: MigrationFile): Promise<void> {
  await client.query('insert into "_prisma_migrations" (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    file.checksum,
    file.name,
  ]);
  await client.query(file.sql);
  await client.query(
    'update "_prisma_migrations" set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1',
    [id],
  );
}

/** If the row survived, part of the migration did too: note why, as Prisma does, and refuse to go on until it is resolved. */
async function reportFailure(client: pg.Client, id: string, file: MigrationFile, cause: unknown): Promise<Error> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const kept = await client
    .query('update "_prisma_migrations" set logs = $2 where id = $1', [id, reason])
    .catch(() => undefined);
  const consequence =
    kept?.rowCount !== 0
      ? 'Part of it may have been kept; see the column "logs" in "_prisma_migrations".'
      : 'Nothing of it was kept, so it is safe to correct it and start again.';
  return new Error(`Migration ${file.name} failed: ${reason}. ${consequence}`, { cause });
}
