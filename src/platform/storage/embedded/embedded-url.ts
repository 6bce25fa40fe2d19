import { readFile } from 'node:fs/promises';
import { DATABASE_USER } from './create-cluster.ts';
import type { DataPaths } from './data-paths.ts';

/** How to reach the embedded server once its port is known. */
export async function embeddedUrl(paths: DataPaths, port: number, database: string): Promise<string> {
  const password = await readFile(paths.password, 'utf8').catch((cause: unknown) => {
    throw new Error(
      `The database password in ${paths.password} cannot be read. ` +
        'Start Throughline as the owner of that file, or bring the file back from a backup.',
      { cause },
    );
  });
  return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}
