import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lockProblems } from '../../tools/lock-problems.ts';

const integrity = 'sha512-x';

it('finds a package for one platform that was left out', () => {
  const packages = {
    '': { dependencies: { tool: '1.0.0' } },
    'node_modules/tool': { integrity, optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } },
    'node_modules/tool/node_modules/tool-linux': { integrity },
  };
  expect(lockProblems({ packages })).toEqual(['node_modules/tool wants tool-mac, which has no entry']);
});

it('looks for a package in every folder above', () => {
  const packages = {
    'node_modules/a': { integrity },
    'node_modules/b/node_modules/c': { integrity, dependencies: { a: '1', d: '1' } },
    'node_modules/b/node_modules/d': { integrity },
  };
  expect(lockProblems({ packages })).toEqual([]);
});

it('finds a package that would be installed unchecked', () => {
  const packages = { 'node_modules/a': {}, 'node_modules/ours': { link: true }, ours: {} };
  expect(lockProblems({ packages })).toEqual(['node_modules/a has no integrity']);
});

it('finds nothing in our own', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  expect(lockProblems(lock)).toEqual([]);
});
