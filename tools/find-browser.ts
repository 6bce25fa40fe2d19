import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const modules = join(import.meta.dirname, '../node_modules');
const packed = join(modules, '@sparticuz/chromium');

export interface InstalledBrowser {
  executablePath?: string;
  channel?: 'chrome';
}

/**
 * The Chromium of our npm package, unpacked once into the cache by whoever needs it first. It is made for Linux on x64;
 * elsewhere a Chrome installed on the machine is used.
 */
export async function findBrowser(): Promise<InstalledBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const { version }: { version: string } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    mkdirSync(folder, { recursive: true });
    // Under a name of its own until it is whole: another process may be looking for it.
    const unfinished = join(folder, `chromium.${process.pid}`);
    await pipeline(
      createReadStream(join(packed, 'bin/chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(unfinished, { mode: 0o755 }),
    );
    renameSync(unfinished, executablePath);
  }
  return { executablePath };
}
