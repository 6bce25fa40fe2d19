import type { Transaction } from '../../platform/storage/database.ts';
import type { ImpactMap } from './impact-map.ts';
import { findRoleMaps, findRolesOfMembers, type RoleMap } from './impact-map-store.ts';
import { findDefinitions } from './store.ts';

/** The map of each member's role; members without a role have none, and a role without a map has no rows. */
export async function loadImpactMapsOfMembers(
  db: Transaction,
  { workspaceId, memberIds }: { workspaceId: string; memberIds: string[] },
): Promise<Map<string, ImpactMap>> {
  const roles = await findRolesOfMembers(db, workspaceId, memberIds);
  const named = await withNames(db, workspaceId, [...roles.values()]);
  return new Map(
    [...roles.keys()].flatMap((memberId, at) => {
      const map = named[at];
      return map ? [[memberId, map]] : [];
    }),
  );
}

/** Every role in use with its map, by key. */
export async function loadImpactMaps(db: Transaction, workspaceId: string): Promise<ImpactMap[]> {
  return withNames(db, workspaceId, await findRoleMaps(db, workspaceId));
}

async function withNames(db: Transaction, workspaceId: string, maps: RoleMap[]): Promise<ImpactMap[]> {
  const keys = maps.flatMap(({ rows }) => rows.flatMap(({ metricKeys }) => metricKeys));
  const names = new Map(
    (await findDefinitions(db, workspaceId, [...new Set(keys)])).map(({ key, name }) => [key, name]),
  );
  return maps.map(({ rows, ...role }) => ({
    ...role,
    rows: rows.map((row) => ({ ...row, metricNames: row.metricKeys.map((key) => names.get(key) ?? key) })),
  }));
}
