import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { featureFile, featureOrder } from './architecture/feature-files.ts';
import { findCircles } from './architecture/find-circles.ts';
import { doors, floorOf, floors, roomOf, rooms } from './architecture/rooms.ts';
import { type Import, projectFolder, type SourceFile, sourceFiles } from './architecture/source-files.ts';

// The walls of the house, as tests: this file and the tables beside it are the authority on who may use what. Each test
// lists what breaks its rule, so that the file to look at and the rule it breaks stand in the message.

const source = sourceFiles('src');
const everything = sourceFiles('src', 'test', 'tools');

/** A line for each import of our own files that breaks a rule; the rule answers what is wrong, or undefined. */
function brokenBy(files: SourceFile[], rule: (file: SourceFile, used: Import) => string | undefined): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((used) => {
      const wrong = rule(file, used);
      return wrong === undefined ? [] : [`${file.path} uses ${used.of}: ${wrong}`];
    }),
  );
}

describe('rooms', () => {
  it('are all known', () => {
    const found = new Set(source.map(({ path }) => roomOf(path)));
    expect([...found].filter((room) => !(room in rooms))).toEqual([]);
  });

  it('use only the rooms they may', () => {
    const broken = brokenBy(source, ({ path }, { of, isOurs }) => {
      const [from, to] = [roomOf(path), roomOf(of)];
      const mayUse = from === to || rooms[from]?.uses.includes(to) || doors[from]?.includes(of);
      return !isOurs || mayUse ? undefined : `${from} may use ${rooms[from]?.uses.join(', ') || 'nothing'}`;
    });
    expect(broken).toEqual([]);
  });

  it('have floors: each uses only those below', () => {
    const broken = brokenBy(source, ({ path }, { of }) => {
      const order = floors[roomOf(path)];
      if (!order || roomOf(of) !== roomOf(path)) return undefined;
      const [from, to] = [order.indexOf(floorOf(path)), order.indexOf(floorOf(of))];
      return from === -1 || to <= from ? undefined : `the order is ${order.join(', ')}`;
    });
    expect(broken).toEqual([]);
  });
});

describe('features', () => {
  const names: readonly string[] = featureOrder.map(([name]) => name);

  it('are all in the agreed order', () => {
    const found = new Set(source.flatMap(({ path }) => featureFile(path)?.feature ?? []));
    expect([...found].sort()).toEqual([...names].sort());
  });

  it('use only features that come before them', () => {
    const broken = brokenBy(source, ({ path }, { of }) => {
      const [user, used] = [featureFile(path), featureFile(of)];
      if (!user || !used || names.indexOf(used.feature) <= names.indexOf(user.feature)) return undefined;
      return `the order is ${names.join(', ')}`;
    });
    expect(broken).toEqual([]);
  });

  it('keep store, form, surface, timed work and delivery names to themselves', () => {
    const broken = brokenBy(source, ({ path }, { of }) => {
      const [user, used] = [featureFile(path), featureFile(of)];
      const isInside = user?.feature === used?.feature || ['src/app.ts', 'src/product.ts'].includes(path);
      return !used || used.isForOthers || isInside ? undefined : `a ${used.kind} is for its own feature`;
    });
    expect(broken).toEqual([]);
  });

  it('have files that do what their kind may do', () => {
    const broken = brokenBy(source, ({ path }, { of, isOurs, isTypeOnly }) => {
      const file = featureFile(path);
      if (!file || isTypeOnly) return undefined;
      const used = featureFile(of);
      if (used && !file.runs.includes(used.kind)) return `a ${file.kind} may run ${file.runs.join(', ') || 'nothing'}`;
      if (isOurs && !used && file.platform && !file.platform.test(of)) return `a ${file.kind} is pure`;
      if (!isOurs && file.packages && !file.packages.test(of)) return `a ${file.kind} is pure`;
      return undefined;
    });
    expect(broken).toEqual([]);
  });
});

/** As the client names them: `checkInAnswer`. */
function prismaModels(): string[] {
  const schema = globSync('prisma/schema/*.prisma', { cwd: projectFolder }).map((path) =>
    readFileSync(join(projectFolder, path), 'utf8'),
  );
  return [...schema.join('\n').matchAll(/^model (\w)(\w*)/gm)].map(
    ([, first = '', rest = '']) => first.toLowerCase() + rest,
  );
}

/** What may stand only in a few files, and why there. */
const reserved = [
  {
    what: 'the database by its models',
    pattern: new RegExp(
      `\\.(?:${prismaModels().join('|')})\\.(?:find|create|update|upsert|delete|count|aggregate|groupBy)`,
    ),
    // The ledger is the store of deliveries, which belong to no feature.
    where: [/^src\/features\/[^/]+\/(.+-)?store\.ts$/, /^src\/platform\/jobs\/ledger(?:\.ts$|\/)/],
  },
  {
    what: 'SQL',
    pattern: /\$(?:queryRaw|executeRaw)|\.query\(/,
    where: [
      /^src\/features\/[^/]+\/(.+-)?store\.ts$/,
      /^src\/platform\/jobs\/ledger(?:\.ts$|\/)/,
      /^src\/platform\/storage\//,
    ],
  },
  {
    what: 'the real clock and chance',
    pattern: /new Date\(\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(/,
    // The simulator can run by itself, and its stopwatch measures real waiting.
    where: [/^src\/app\.ts$/, /^src\/simulator\/simulator\.ts$/, /^src\/simulator\/workspace\/stopwatch\.ts$/],
  },
  {
    what: 'the change of an open view, which may be closed by then',
    pattern: /\.views\.update\(/,
    where: [/^src\/platform\/slack\/update-open-view\.ts$/, /^src\/(?:simulator|demo)\//],
  },
  {
    what: 'the environment',
    pattern: /\bprocess\.env\b/,
    where: [/^src\/main\.ts$/, /^src\/cli\/main\.ts$/],
  },
];

/** What stands nowhere. */
const forbidden = [
  { what: 'a file that only passes on what others export', pattern: /^export (?:type )?(?:\*|\{[^}]*\}) from /m },
  { what: 'an export without a name', pattern: /^export default /m },
  { what: 'a cast through unknown', pattern: /\bas unknown as\b/ },
  { what: 'the type any', pattern: /(?::|<|\bas) any\b/ },
];

describe('experiments', () => {
  // Nobody is ever judged by an experiment, because whatever judges cannot know of one.
  const mayKnow = /^src\/(?:product\.ts$|features\/(?:growth|home|workspaces)\/)/;
  const isExperiment = /(?:experiment|lessons?)(?:-|s?\.ts$)/;

  it('are used by nothing that adds up what people did', () => {
    const broken = brokenBy(source, ({ path }, { of }) => {
      const isTheirs = featureFile(of)?.feature === 'growth' && isExperiment.test(of);
      return isTheirs && !mayKnow.test(path) ? 'an experiment counts for nobody and against nobody' : undefined;
    });
    expect(broken).toEqual([]);
  });

  it('are read from the database by their own store alone', () => {
    const readers = source.filter(({ code }) => /\.experiment\.|"Experiment"/.test(code)).map(({ path }) => path);
    expect(readers).toEqual(['src/features/growth/experiment-store.ts']);
  });
});

describe('source', () => {
  it.each(reserved)('keeps $what to a few files', ({ pattern, where }) => {
    const elsewhere = source.filter(({ path }) => !where.some((place) => place.test(path)));
    expect(elsewhere.filter(({ code }) => pattern.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it.each(forbidden)('has nowhere $what', ({ pattern }) => {
    expect(source.filter(({ code }) => pattern.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('has no circular imports', () => {
    expect(findCircles(source)).toEqual([]);
  });
});

describe('files', () => {
  const MOST_LINES = 250;
  // A table of cases reads well at any length.
  const MOST_LINES_OF_A_TEST = 400;

  it('are short', () => {
    const most = (path: string) => (path.endsWith('.test.ts') ? MOST_LINES_OF_A_TEST : MOST_LINES);
    const long = everything.filter(({ path, lineCount }) => lineCount > most(path));
    expect(long.map(({ path, lineCount }) => `${path}: ${lineCount} lines`)).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const isKebab = (path: string) =>
      /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.ts$/.test(path);
    expect(everything.map(({ path }) => path).filter((path) => !isKebab(path))).toEqual([]);
  });

  it('are not named by a word that names nothing', () => {
    // The last word is what a name says the thing is.
    const vague = /(?:^|[-/])(?:utils?|helpers?|common|manager|service|data|misc|shared|stuff)(?:\.ts$|\/)/;
    expect(source.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });
});
