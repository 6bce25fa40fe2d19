import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/storage/migrate.ts';
import { startThrowawayPostgres } from '../../tools/throwaway-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the run's server, without a database at its end. */
    postgresUrl: string;
  }
}

/** Every test clones this one; see fresh-database.ts. */
export const TEMPLATE = 'template_migrated';

const migrations = join(import.meta.dirname, '../../prisma/migrations');

/** One server for the whole run, with a template database that has gone through all migrations. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres();
  try {
    await prepareTemplate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgresUrl', server.url(''));
  return () => server.stop();
}

async function prepareTemplate(url: (database: string) => string): Promise<void> {
  const admin = new pg.Client({ connectionString: url('postgres') });
  await admin.connect();
  try {
    await admin.query(`create database ${TEMPLATE}`);
    await migrate({ connectionString: url(TEMPLATE), folder: migrations });
    // A database with a connection cannot be cloned.
    await admin.query(`alter database ${TEMPLATE} with allow_connections false`);
  } finally {
    await admin.end();
  }
}
