import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const modules = join(import.meta.dirname, '../node_modules');

/**
 * The same letters on every machine that makes pictures: Open Sans, which comes with the packed Chromium; for what it
 * lacks, whatever fonts there are. Answers the path of a configuration for fontconfig.
 */
export function prepareFont(): string {
  const folder = join(modules, '.cache/fonts');
  mkdirSync(folder, { recursive: true });
  const packed = readFileSync(join(modules, '@sparticuz/chromium/bin/fonts.tar.br'));
  execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(packed) });
  const preferred = ['system-ui', 'sans-serif'].map(
    (family) => `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  const file = join(folder, 'pictures.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'cache')}</cachedir>
${preferred.join('\n')}
</fontconfig>`,
  );
  return file;
}
