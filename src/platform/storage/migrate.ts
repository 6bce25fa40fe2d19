import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { applyMigration } from './apply-migration.ts';
import { readMigrations } from './migration-files.ts';
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
