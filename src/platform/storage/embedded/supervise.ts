import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresProcess } from './postgres-process.ts';

type Supervision = {
  launch(): Promise<PostgresProcess>;
  log(line: string): void;
};

const RESTARTS = 5;
const REST_MS = 1_000;

/** Starts a server that ends by itself (killed for memory, say) again, until it is stopped. */
export function supervise(first: PostgresProcess, { launch, log }: Supervision): { stop(): Promise<void> } {
  let server = first;
  let stopping = false;
  const watch = async () => {
    for (let restart = 1; restart <= RESTARTS; restart += 1) {
      await server.exited;
      if (stopping) return;
      log(`PostgreSQL ended unexpectedly; starting it again (${restart} of ${RESTARTS})`);
      if (restart > 1) await delay(REST_MS);
      server = await launch();
      if (stopping) return server.stop();
    }
  };
  const watching = watch().catch((error: unknown) => log(`PostgreSQL could not be started again: ${error}`));
  return {
    async stop() {
      stopping = true;
      await server.stop();
      await watching;
    },
  };
}
