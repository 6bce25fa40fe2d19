/** A service with nothing but its database, for tests that kill it: prints the URL, or what went wrong. */
import { startEmbeddedPostgres } from '../../../src/platform/storage/embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  const postgres = await startEmbeddedPostgres({ dataDir });
  console.log(postgres.url);
  process.on('SIGTERM', () => postgres.stop());
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
