import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

const { builtins } = pg.types;

/**
 * Prisma's schema engine reads columns of PostgreSQL's internal type "char" from the catalog, and adapter-pg 7.10 does
 * not know that type. The catalog has no UUIDs, so here "char" travels as one and is named again on arrival.
 */
class CatalogClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.connection.on('rowDescription', ({ fields }: { fields: { dataTypeID: number }[] }) => {
      for (const field of fields) if (field.dataTypeID === builtins.CHAR) field.dataTypeID = builtins.UUID;
    });
  }
}

export function catalogAdapterFactory(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect(): Promise<SqlDriverAdapter> {
      const adapter = await factory.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query);
        const columnTypes = result.columnTypes.map((type) =>
          type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
        );
        return { ...result, columnTypes };
      };
      // As Prisma's native engine does: the adapter's own would part a function at the semicolons in its body.
      adapter.executeScript = async (script) => {
        await pool.query(script);
      };
      return adapter;
    },
    connectToShadowDb() {
      // The adapter's own would replay the migrations in the very database it was given.
      return Promise.reject(new Error('Use a scratch database instead of a shadow database.'));
    },
  };
}

/** One connection: the engine's temporary state belongs to a session. */
export function openCatalogPool(connectionString: string): pg.Pool {
  return new pg.Pool({ connectionString, max: 1, Client: CatalogClient });
}
