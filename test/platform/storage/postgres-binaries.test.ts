import { execFile } from 'node:child_process';
import { cp, lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { findPostgresBinaries, restoreSymlinks } from '../../../src/platform/storage/embedded/postgres-binaries.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';

test('makes the links that a skipped install script left out', async () => {
  const { postgres } = await findPostgresBinaries();
  const copy = await temporaryFolder();
  await cp(join(dirname(postgres), '..'), join(copy, 'native'), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  const program = join(copy, 'native', 'bin', 'postgres');
  await expect(promisify(execFile)(program, ['--version'])).rejects.toThrow();

  await restoreSymlinks(copy);

  expect((await promisify(execFile)(program, ['--version'])).stdout).toContain('PostgreSQL');
});
