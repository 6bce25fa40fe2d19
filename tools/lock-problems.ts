import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      link: z.boolean().optional(),
      integrity: z.string().optional(),
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

/**
 * What would make `npm ci` fail, or install something unchecked. `npm install` leaves an optional package out of the lock
 * when the registry it asks lacks that version, and says nothing; `npm ci` then refuses everywhere.
 */
export function lockProblems(lock: unknown): string[] {
  const { packages } = lockFile.parse(lock);
  return Object.entries(packages).flatMap(([path, { link, integrity, dependencies, optionalDependencies }]) => {
    const isOurs = !path.includes('node_modules/') || link;
    const name = path || 'package.json';
    const missing = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
      (wanted) => !placesFor(wanted, path).some((place) => place in packages),
    );
    return [
      ...missing.map((wanted) => `${name} wants ${wanted}, which has no entry`),
      ...(isOurs || integrity ? [] : [`${name} has no integrity`]),
    ];
  });
}

/** Where Node looks for a package, from a folder upwards. */
function placesFor(wanted: string, from: string): string[] {
  const places = [`${from}/node_modules/${wanted}`];
  for (let at = from.lastIndexOf('/node_modules/'); at > 0; at = from.lastIndexOf('/node_modules/', at - 1)) {
    places.push(`${from.slice(0, at)}/node_modules/${wanted}`);
  }
  return [...places, `node_modules/${wanted}`];
}
