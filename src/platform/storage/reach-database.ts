import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { findEmbeddedPostgres } from './find-embedded-postgres.ts';

export type DatabaseChoice = { kind: 'server'; url: string } | { kind: 'embedded'; directory: string };

export interface ReachedDatabase {
  url: string;
  /** `started`: the embedded server runs for this command only. */
  how: 'server' | 'beside-service' | 'started';
  /** Leaves everything as it was found. */
  leave(): Promise<void>;
}

/** For a command that works whether or not the service runs: joins its embedded server, or starts it for the while. */
export async function reachDatabase(choice: DatabaseChoice): Promise<ReachedDatabase> {
  if (choice.kind === 'server') return { url: choice.url, how: 'server', leave: async () => {} };
  const dataDir = choice.directory;
  const running = await joinRunning(dataDir);
  if (running) return running;
  try {
    const server = await startEmbeddedPostgres({ dataDir });
    return { url: server.url, how: 'started', leave: () => server.stop() };
  } catch (error) {
    // The service, or another command, may have started it between the look and the leap.
    const startedMeanwhile = await joinRunning(dataDir);
    if (startedMeanwhile) return startedMeanwhile;
    throw error;
  }
}

async function joinRunning(dataDir: string): Promise<ReachedDatabase | undefined> {
  const url = await findEmbeddedPostgres({ dataDir });
  return url === undefined ? undefined : { url, how: 'beside-service', leave: async () => {} };
}
