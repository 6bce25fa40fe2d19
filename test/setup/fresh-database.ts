import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '../../src/platform/storage/database.ts';
import { TEMPLATE } from './postgres.ts';

const POOL_SIZE = 5;

/** A migrated database of this test's own, open until the test ends. */
export async function freshDatabase(): Promise<{ db: Database; url: string }> {
  const url = await createDatabase(TEMPLATE);
  const db = openDatabase(url, { poolSize: POOL_SIZE });
  onTestFinished(() => closeDatabase(db));
  return { db, url };
}

/** The URL of an empty database, for the few tests that are about migrations themselves. */
export function emptyDatabase(): Promise<string> {
  return createDatabase('template0');
}

/** Dropped after the test, connections and all: each takes 8 MB, and the temporary folder may be in memory. */
async function createDatabase(template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Copying files is several times faster here than the default, which writes every page to the log as well.
  await administer(`create database ${name} template ${template} strategy file_copy`);
  onTestFinished(() => administer(`drop database ${name} with (force)`));
  return `${inject('postgresUrl')}${name}`;
}

async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: `${inject('postgresUrl')}postgres` });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
