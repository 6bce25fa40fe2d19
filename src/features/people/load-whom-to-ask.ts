import type { Transaction } from '../../platform/storage/database.ts';
import { findAdministrators, findPlace } from './store.ts';

export interface WhomToAsk {
  /** Null: not on a team, without a role, without a manager. */
  teamName: string | null;
  roleName: string | null;
  managerId: string | null;
  administratorIds: string[];
}

/** Where somebody stands here, and who can change it. */
export async function loadWhomToAsk(
  db: Transaction,
  who: { workspaceId: string; memberId: string },
): Promise<WhomToAsk> {
  const place = await findPlace(db, who);
  return {
    teamName: place?.team?.name ?? null,
    roleName: place?.role?.name ?? null,
    managerId: place?.managerId ?? null,
    administratorIds: await findAdministrators(db, who.workspaceId),
  };
}
