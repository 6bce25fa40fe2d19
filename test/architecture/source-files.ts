import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export const projectFolder = join(import.meta.dirname, '../..');

export interface Import {
  /** A file of ours by its path in the project, or the name of a package. */
  of: string;
  isOurs: boolean;
  /** Gone when the program runs. */
  isTypeOnly: boolean;
}

export interface SourceFile {
  /** In the project, with forward slashes: `src/app.ts`. */
  path: string;
  /** As written, without comments. */
  code: string;
  lineCount: number;
  imports: Import[];
}

/** Prisma generates this one. */
const GENERATED = 'src/platform/storage/client/';

/** Every TypeScript file below these folders that somebody wrote. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: projectFolder }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith(GENERATED))
    .sort()
    .map(readSourceFile);
}

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(projectFolder, path), 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`\w])\/\/.*$/gm, '');
  return { path, code, lineCount: text.trimEnd().split('\n').length, imports: importsIn(path, code) };
}

/** Ours are laid out by Biome, so a simple pattern finds them all. */
function importsIn(path: string, code: string): Import[] {
  const statements = [
    ...code.matchAll(/^(?:import|export) (?<type>type )?(?:[^;'"]*? )?from '(?<of>[^']+)'/gm),
    ...code.matchAll(/^import '(?<of>[^']+)'/gm),
    ...code.matchAll(/\bimport\('(?<of>[^']+)'\)/g),
  ];
  return statements.map(({ groups = {} }) => {
    const of = groups['of'] ?? '';
    const isOurs = of.startsWith('.');
    const resolved = isOurs ? posix.join(posix.dirname(path), of) : of;
    return { of: resolved, isOurs, isTypeOnly: groups['type'] !== undefined };
  });
}
