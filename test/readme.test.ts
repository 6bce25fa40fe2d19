import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configVariables } from '../src/config-variables.ts';
import { projectFolder } from './architecture/source-files.ts';
import { run } from './cli/run-command-line.ts';

const readme = read('README.md');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

function read(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

/** What the pattern's group holds, each time it is found. */
function allFound(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

describe('README.md', () => {
  it('explains every environment variable', () => {
    const explained = allFound(readme, /^\| `([A-Z_]+)` \|/gm);
    expect(explained.sort()).toEqual(configVariables.map(({ name }) => name).sort());
  });

  it('explains every command', async () => {
    const { said } = await run(['--help'], {});
    const offered = allFound(said.slice(said.indexOf('Commands:')), /^ {2}([a-z-]+)/gm);
    const explained = allFound(readme, /^\| `npm run cli -- ([a-z-]+)/gm);
    expect([...new Set(explained)].sort()).toEqual(offered.filter((name) => name !== 'help').sort());
  });

  it('speaks only of npm scripts that exist', () => {
    const spokenOf = allFound(readme, /\bnpm (?:run )?((?!run\b|ci\b)[a-z-]+)/g);
    expect(spokenOf).toContain('test');
    expect([...new Set(spokenOf)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const linked = allFound(readme, /\]\((?!https?:)([^)#]+)/g);
    expect(linked.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });

  it('tells a newcomer to test with what the checks run', () => {
    const [command] = allFound(readme, /^## Test it\s+```sh\n(.+)\n```/gm);
    expect(command).toBeDefined();
    expect(read('.ci/run')).toContain(command);
  });
});
