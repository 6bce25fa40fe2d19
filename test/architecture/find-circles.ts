import type { SourceFile } from './source-files.ts';

/** Each circle of files that need each other to load: `a.ts -> b.ts -> a.ts`. Types are gone by then and make none. */
export function findCircles(files: SourceFile[]): string[] {
  const uses = new Map(
    files.map(({ path, imports }) => [path, imports.filter(({ isTypeOnly }) => !isTypeOnly).map(({ of }) => of)]),
  );
  const visited = new Set<string>();
  const visit = (path: string, trail: string[]): string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' -> ')];
    if (visited.has(path)) return [];
    visited.add(path);
    return (uses.get(path) ?? []).flatMap((next) => visit(next, [...trail, path]));
  };
  return files.flatMap(({ path }) => visit(path, []));
}
