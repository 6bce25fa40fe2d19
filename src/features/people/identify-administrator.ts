import type { WebClient } from '@slack/web-api';

/** Whether somebody administers the Slack workspace, as Slack says at this moment. */
export async function identifyAdministrator(client: Pick<WebClient, 'users'>, userId: string): Promise<boolean> {
  const { user } = await client.users.info({ user: userId });
  return user?.is_admin === true || user?.is_owner === true || user?.is_primary_owner === true;
}
