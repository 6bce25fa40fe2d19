/**
 * Stands in for Prisma's native schema engine, which its command would have to download: speaks the same JSON-RPC on
 * standard input and output, and hands the work to Prisma's own WebAssembly build of that engine.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import {
  type ApplyMigrationsInput,
  type DiagnoseMigrationHistoryInput,
  type MigrationList,
  SchemaEngine,
} from '@prisma/schema-engine-wasm';
import { catalogAdapterFactory, openCatalogPool } from '../../../tools/catalog-adapter.ts';

type Request = { id: number } & (
  | { method: 'applyMigrations'; params: ApplyMigrationsInput }
  | { method: 'diagnoseMigrationHistory'; params: DiagnoseMigrationHistoryInput }
);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { datasource: { type: 'string', default: '{}' }, datamodels: { type: 'string', multiple: true } },
});

// "cli can-connect-to-database": the exit code is the answer, and the next question would find out anyway.
if (positionals[0] === 'cli') process.exit(0);

const { url }: { url: string } = JSON.parse(values.datasource);
const engine = await SchemaEngine.new(
  { datamodels: [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}']] },
  () => {},
  bindMigrationAwareSqlAdapterFactory(catalogAdapterFactory(openCatalogPool(url))),
);

function answer(request: Request): Promise<unknown> {
  // The native engine takes its absence for an empty script, this one does not.
  const migrationsList: MigrationList = { ...request.params.migrationsList, shadowDbInitScript: '' };
  if (request.method === 'applyMigrations') return engine.applyMigrations({ ...request.params, migrationsList });
  return engine.diagnoseMigrationHistory({ ...request.params, migrationsList });
}

for await (const line of createInterface({ input: process.stdin })) {
  const request: Request = JSON.parse(line);
  const { id } = request;
  const reply = await answer(request).then(
    (result) => ({ jsonrpc: '2.0', id, result }),
    (error: unknown) => ({
      jsonrpc: '2.0',
      id,
      error: { code: 4466, message: 'failed', data: { is_panic: false, message: String(error), meta: null } },
    }),
  );
  console.log(JSON.stringify(reply));
}
process.exit(0);
