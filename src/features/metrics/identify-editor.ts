import type { WebClient } from '@slack/web-api';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';

export interface Editor {
  client: Pick<WebClient, 'users'>;
  workspaceId: string;
  actorId: string;
  now: Date;
}

/** Whether somebody may change definitions and impact maps, as Slack says at this moment. */
export async function identifyEditor(db: Database, { client, workspaceId, actorId, now }: Editor): Promise<boolean> {
  const isAdministrator = await identifyAdministrator(client, actorId);
  const standing = await loadStanding(db, { workspaceId, actorId, now, isAdministrator });
  return may(standing, 'edit-configuration', { memberId: null });
}
