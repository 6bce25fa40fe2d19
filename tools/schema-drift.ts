import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { catalogAdapterFactory, openCatalogPool } from './catalog-adapter.ts';

type SchemaFile = { path: string; content: string };

/** The engine's exit code for "there is a difference". */
const DIFFERENT = 2;

/** The SQL that would turn the database into what the schema files describe; undefined where they agree. */
export async function findSchemaDrift(connectionString: string, schemaFolder: string): Promise<string | undefined> {
  const files = await readSchema(schemaFolder);
  const pool = openCatalogPool(connectionString);
  try {
    const engine = await SchemaEngine.new(
      { datamodels: files.map(({ path, content }) => [path, content]) },
      () => {},
      bindMigrationAwareSqlAdapterFactory(catalogAdapterFactory(pool)),
    );
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === DIFFERENT ? (stdout ?? '') : undefined;
  } finally {
    await pool.end();
  }
}

async function readSchema(folder: string): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, content: await readFile(path, 'utf8') };
    }),
  );
}
