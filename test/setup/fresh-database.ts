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

/** Never dropped: dropping takes twenty times as long as cloning, and the whole server goes after the run. */
async function createDatabase(template: string): Promise<string> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: `${server}postgres` });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.end();
  }
  return `${server}${name}`;
}
