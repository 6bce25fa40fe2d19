import type { ModalView } from '@slack/types';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { findMetricsInUse } from './definition-store.ts';
import { type Editor, identifyEditor } from './identify-editor.ts';
import { findRolesOfMembers } from './impact-map-store.ts';
import { impactRowForm } from './impact-row-form.ts';
import { loadImpactMaps } from './load-impact-map.ts';
import { roleMapMessage, rolesMessage } from './role-maps-message.ts';

/** The map of a role, by key or name; of one's own where none is named; for who has none, all of them. */
export async function openImpactMap(db: Database, asks: Editor & { typed: string }): Promise<Message> {
  const { workspaceId, actorId, typed } = asks;
  const maps = await loadImpactMaps(db, workspaceId);
  const wanted = typed.trim().toLowerCase();
  const own = wanted === '' ? (await findRolesOfMembers(db, workspaceId, [actorId])).get(actorId)?.roleKey : undefined;
  const found = maps.find(({ roleKey, roleName }) =>
    wanted === '' ? roleKey === own : roleKey === wanted || roleName.toLowerCase() === wanted,
  );
  if (!found) return rolesMessage(maps, wanted === '' ? undefined : typed.trim());
  return roleMapMessage(found, await identifyEditor(db, asks));
}

export async function openImpactMaps(db: Database, workspaceId: string): Promise<Message> {
  return rolesMessage(await loadImpactMaps(db, workspaceId));
}

/** The form of one row; `position` null, a new one. Undefined for who may not change it, or where it is gone. */
export async function openImpactRowForm(
  db: Database,
  asks: Editor & { roleKey: string; position: number | null },
): Promise<ModalView | undefined> {
  if (!(await identifyEditor(db, asks))) return undefined;
  const { workspaceId, roleKey, position } = asks;
  const map = (await loadImpactMaps(db, workspaceId)).find((one) => one.roleKey === roleKey);
  if (!map || (position !== null && !map.rows[position])) return undefined;
  const metrics = await findMetricsInUse(db, workspaceId);
  return metrics.length === 0 ? undefined : impactRowForm(map, metrics, position);
}
