import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type MigrationFile, readMigrations } from './migration-files.ts';
import { compareMigrations, type MigrationStatus, type RecordedMigration } from './migration-history.ts';

type MigrationSource = {
  connectionString: string;
  /** The folder in Prisma's layout: one subfolder with a migration.sql for each migration. */
  folder: string;
};

/** The advisory lock Prisma's own engine takes, so `prisma migrate deploy` and we wait for each other. */
const PRISMA_LOCK = 72707369;
/** Another copy may be busy with a long migration; longer than this and a person should look. */
const LOCK_WAIT = '5min';
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
  return withClient(connectionString, async (client) => {
    await client.query(`set lock_timeout = '${LOCK_WAIT}'`);
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query('set lock_timeout = default');
    await client.query(CREATE_BOOKKEEPING);
    const files = await readMigrations(folder);
    const { pending, problems } = compareMigrations(files, await readHistory(client));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    for (const file of files) if (pending.includes(file.name)) await applyMigration(client, file);
    return pending;
    // Closing the connection gives the lock back, also when something above threw.
  });
}

/** What `migrate` would find; changes nothing. */
export function migrationStatus({ connectionString, folder }: MigrationSource): Promise<MigrationStatus> {
  return withClient(connectionString, async (client) => {
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
    await client.query('rollback');
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
  const kept = await client.query('update "_prisma_migrations" set logs = $2 where id = $1', [id, reason]);
  const consequence = kept.rowCount
    ? 'Part of it may have been kept; see the column "logs" in "_prisma_migrations".'
    : 'Nothing of it was kept, so it is safe to correct it and start again.';
  return new Error(`Migration ${file.name} failed: ${reason}. ${consequence}`, { cause });
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
