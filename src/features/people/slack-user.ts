import { z } from 'zod';
import { isTimeZone } from '../../platform/time/local-time.ts';

/** What somebody says of themselves beside their name. */
export interface SlackStatus {
  text: string;
  /** `:palm_tree:` */
  emoji: string;
  /** Null: until they take it back. */
  endsAt: Date | null;
}

/** What Slack says of one of its users, in our words. Null: Slack does not say (deactivated users lack much). */
export interface SlackPerson {
  id: string;
  kind: 'person' | 'guest' | 'bot';
  name: string;
  email: string | null;
  timeZone: string | null;
  deactivated: boolean;
  /** Whether they run the workspace: its administrators and owners. */
  isAdministrator: boolean;
  status: SlackStatus;
  /** The workspace that Slack counts the user to; on Enterprise Grid they may belong to others as well. */
  workspaceIds: string[];
}

/** Slackbot says of itself that it is no bot. */
const SLACKBOT = 'USLACKBOT';

const text = z.string().nullish().catch(null);
const flag = z.boolean().catch(false);
const profile = z.object({
  display_name: text,
  real_name: text,
  email: text,
  status_text: text,
  status_emoji: text,
  status_expiration: z.number().nullish().catch(null),
});
const slackUser = z.object({
  id: z.string().min(1),
  team_id: text,
  enterprise_user: z
    .object({ teams: z.array(z.string()) })
    .nullish()
    .catch(null),
  name: text,
  real_name: text,
  tz: text,
  deleted: flag,
  is_bot: flag,
  is_workflow_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_admin: flag,
  is_owner: flag,
  is_primary_owner: flag,
  profile: profile.nullish().catch(null),
});

/** Reads Slack's user object; undefined when it has not even an id. */
export function readSlackUser(raw: unknown): SlackPerson | undefined {
  const { data: user } = slackUser.safeParse(raw);
  if (!user) return undefined;
  const names = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name, user.id];
  return {
    id: user.id,
    kind: kindOf(user),
    name: names.map((name) => name?.trim()).find(Boolean) ?? user.id,
    email: user.profile?.email?.trim().toLowerCase() || null,
    timeZone: user.tz && isTimeZone(user.tz) ? user.tz : null,
    deactivated: user.deleted,
    isAdministrator: user.is_admin || user.is_owner || user.is_primary_owner,
    status: {
      text: user.profile?.status_text?.trim() ?? '',
      emoji: user.profile?.status_emoji?.trim() ?? '',
      endsAt: user.profile?.status_expiration ? new Date(user.profile.status_expiration * 1000) : null,
    },
    workspaceIds: [user.team_id, ...(user.enterprise_user?.teams ?? [])].filter((id) => typeof id === 'string'),
  };
}

function kindOf(user: z.infer<typeof slackUser>): SlackPerson['kind'] {
  if (user.id === SLACKBOT || user.is_bot || user.is_workflow_bot) return 'bot';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'person';
}
