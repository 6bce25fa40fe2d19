import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './client/client.ts';

export type Database = PrismaClient;

/** Work that is kept or undone as a whole. A `Database` serves where a `Transaction` is asked for. */
export type Transaction = Prisma.TransactionClient;

type DatabaseOptions = {
  poolSize?: number;
  /** Told when an idle connection breaks (the server restarted, say). The next query opens another one. */
  onConnectionLost?: (error: Error) => void;
};

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;

export function openDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString,
    max: options.poolSize ?? POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // The adapter cuts the zone off a timestamp and takes the rest for UTC: on a server that speaks another zone every
    // instant would be read wrong by hours.
    onConnect: async (client) => {
      await client.query("set time zone 'UTC'");
    },
  });
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    onPoolError: (error) => options.onConnectionLost?.(error),
  });
  return new PrismaClient({ adapter });
}

export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
}

/** Whether the database answers at all. */
export async function isReachable(database: Database): Promise<boolean> {
  return database.$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
}
