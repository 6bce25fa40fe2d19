import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresProcess } from './postgres-process.ts';

type Supervision = {
  launch(): Promise<PostgresProcess>;
  log(line: string): void;
};

/** A server that keeps dying must not keep the machine busy. */
const REST_MS = 500;

/** Starts a server that ends by itself (killed for memory, say) again, until it is stopped. */
export function supervise(first: PostgresProcess, { launch, log }: Supervision): { stop(): Promise<void> } {
  let server = first;
  let stopping = false;
  const watch = async () => {
    for (;;) {
      await server.exited;
      if (!stopping) log('PostgreSQL ended unexpectedly; starting it again');
      if (!stopping) await delay(REST_MS);
      if (stopping) return;
      server = await launch();
      if (stopping) await server.stop();
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
