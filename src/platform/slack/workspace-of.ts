import type { Context } from '@slack/bolt';

/** The Slack workspace in which somebody acts. Bolt finds it in whatever Slack sends to an installed app. */
export function workspaceOf({ teamId }: Pick<Context, 'teamId'>): string {
  if (!teamId) throw new Error('Slack named no workspace');
  return teamId;
}
